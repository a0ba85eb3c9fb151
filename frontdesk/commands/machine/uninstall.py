"""`frontdesk uninstall`: tells which command removes the program, and which files stay; it deletes nothing itself."""

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.machine.names import SERVICES
from frontdesk.commands.machine.service import typed
from frontdesk.desk.people import pins
from frontdesk.documents.filing import FOLDER
from frontdesk.files.given_file import is_there
from frontdesk.machine import installation, log, settings, setup_draft
from frontdesk.machine.senders import notify_file
from frontdesk.machine.services import supervisor
from frontdesk.machine.services.service import Command
from frontdesk.words.i18n import N_, _

_NAMES = {
    "database": N_("the records"),
    "pins": N_("the key of the PINs"),
    "replaced": N_("records that a restore put aside"),
    "documents": N_("printed documents"),
    "tickets": N_("tickets"),
    "certificates": N_("the certificates"),
    "notify": N_("what sends what, with its secrets"),
    "settings": N_("the settings"),
    "log": N_("the log"),
    "setup": N_("a half-done set-up"),
    "completion": N_("shell completion"),
    "service": N_("a service"),
}

_KINDS = {
    "uv": N_("It was installed with uv, in {folder}."),
    "pipx": N_("It was installed with pipx, in {folder}."),
    "venv": N_("It was installed with pip, in the environment {folder}."),
    "pip": N_("It was installed with pip, among the packages of {folder}."),
    "source": N_("It was not installed: it runs from the folder {folder}. Delete that folder, where you want to."),
}


def run(args: Namespace) -> int:
    """Print it; return 0."""
    how = installation.found()
    services = [name for name in SERVICES if supervisor.state(name).installed]
    commands: list[Command] = [("frontdesk", "service", "remove", name) for name in services]
    commands += [how.remove] if how.remove else []
    stays = list(_places(args))
    if args.json:
        output.say_json(
            {
                "installed_by": how.kind,
                "folder": str(how.folder),
                "source": str(how.source) if how.source else None,
                "commands": [list(command) for command in commands],
                "services": services,
                "stays": [{"what": what, "path": str(path)} for what, path in stays],
            }
        )
        return 0
    output.say(_("Nothing is deleted here. {how}").format(how=_(_KINDS[how.kind]).format(folder=how.folder)))
    if how.source:
        output.say(_("The program itself is read from {folder}, which stays.").format(folder=how.source))
    if commands:
        output.say(_("To remove the program, run:"))
        for command in commands:
            output.say(typed(command))
    output.say(_("These stay until you delete them:") if stays else _("It has left nothing else on this machine."))
    for what, path in stays:
        output.say(_("- {what}: {path}").format(what=_(_NAMES[what]), path=path))
    output.say(_("Backups stay where you put them, and so does a line for completion in your shell's start file."))
    return 0


_TIME = f"{'[0-9]' * 8}T{'[0-9]' * 6}.*"
"""When a store was put aside, in the name of its file; what an earlier version put aside ends in Z."""


def _places(args: Namespace) -> Iterator[tuple[str, Path]]:
    """Yield the files and folders that the program has left on this machine."""
    store: Path = args.store.absolute()
    places = [
        ("database", store),
        ("pins", pins.key_file(store)),
        *(("replaced", path) for path in sorted(store.parent.glob(f"{store.stem}-*{_TIME}{store.suffix}"))),
        ("documents", store.parent / FOLDER),
        ("tickets", args.settings.ticket_folder),
        ("certificates", args.settings.certificates),
        ("notify", notify_file.path()),
        ("settings", settings.path()),
        ("log", log.path().parent),
        ("setup", setup_draft.path()),
        *(("completion", path) for path in _completions()),
        *(("service", supervisor.supervisor().file(name)) for name in SERVICES if supervisor.state(name).installed),
    ]
    return ((what, path) for what, path in places if is_there(path))


def _completions() -> tuple[Path, ...]:
    """Yield the usual places for the completion scripts of the shells."""
    data = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser()
    return data / "bash-completion" / "completions" / "frontdesk", Path("~/.zfunc/_frontdesk").expanduser()
