"""The command-line arguments for this machine: services, settings, completion, and removing the program."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_verb
from frontdesk.commands.kit.reach import add_reach
from frontdesk.commands.machine.names import SERVICES
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

SHELLS = ("bash", "zsh", "powershell")
"""The shells that completion is made for."""


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the machine."""
    _service(commands, common)
    # What follows works whatever the settings say, and whatever stands where the database should.
    alone = {"needs_settings": False, "needs_store": False}
    settings = add_group(commands, common, _settings, "settings", _("what this machine is set up as"), **alone)
    check = add_verb(settings, common, "check", _("find everything that is not right in the settings"), looks=True)
    file = _("a settings file; the one in use, and the environment, where none is named")
    check.add_argument("file", nargs="?", type=Path, metavar=_("FILE"), help=file)
    add_verb(settings, common, "show", _("show each setting and where it comes from"), looks=True)
    summary = _("print what makes a shell complete commands with Tab")
    completion = add_command(commands, common, _completion, "completion", summary, looks=True, **alone)
    completion.epilog = _(
        'In ~/.bashrc: eval "$(frontdesk completion bash)"; in ~/.zshrc the same with zsh;'
        " in PowerShell's $PROFILE: frontdesk completion powershell | Out-String | Invoke-Expression"
    )
    completion.add_argument("shell", choices=SHELLS, help=_("the shell"))
    summary = _("say how to remove the program, and what stays")
    add_command(commands, common, _uninstall, "uninstall", summary, looks=True, **alone)


def _service(commands: "Commands", common: Parser) -> None:
    summary = _("a command that runs on its own, with nobody logged in")
    verbs = add_group(commands, common, _services, "service", summary)
    install = add_verb(verbs, common, "install", _("install it, start it now and with the machine"))
    remove = add_verb(verbs, common, "remove", _("stop it and take it away again"))
    status = add_verb(verbs, common, "status", _("whether it runs, since when, and what it said last"), looks=True)
    for verb in (install, remove, status):
        verb.add_argument("name", choices=SERVICES, help=_("the command that is to run"))
    add_reach(install)
    for verb in (install, remove):
        verb.add_argument("--dry-run", action="store_true", help=_("only show what would be done"))


def _services(args: Namespace) -> int:
    from frontdesk.commands.machine import service

    return service.run(args)


def _settings(args: Namespace) -> int:
    from frontdesk.commands.machine import settings

    return settings.run(args)


def _completion(args: Namespace) -> int:
    from frontdesk.commands.machine import completion

    return completion.run(args)


def _uninstall(args: Namespace) -> int:
    from frontdesk.commands.machine import uninstall

    return uninstall.run(args)
