"""`frontdesk settings`: all faults in the settings at once, and the origin of each setting."""

import os
from argparse import Namespace
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.domain.values.errors import InputError
from frontdesk.files.given_file import may_be_there
from frontdesk.files.toml_file import shown
from frontdesk.machine import settings, settings_faults
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.sentence import sentence

_SOURCES = {
    "default": N_("by default"),
    "file": N_("from the file"),
    "environment": N_("from the environment"),
    "command line": N_("from the command line"),
}


def run(args: Namespace) -> int:
    """Carry the step out; return the exit code."""
    return _check(args) if args.verb == "check" else _show(args)


def _check(args: Namespace) -> int:
    file: Path = args.file or settings.path()
    # The file in use need not be there, unless somebody has named it.
    expected = args.file is not None or bool(os.environ.get("FRONTDESK_CONFIG"))
    found = settings_faults.of_file(file) if expected or may_be_there(file) else []
    if args.file is None:
        found += settings_faults.of_environment(os.environ)
    if args.json:
        faults = [{"error": each.reason, "key": each.facts.get("key"), "message": sentence(each)} for each in found]
        output.say_json({"ok": not found, "file": str(file), "exists": may_be_there(file), "faults": faults})
    else:
        _say_faults(file, found)
    return output.fail(_("Faults found: {count}.").format(count=len(found))) if found else 0


def _say_faults(file: Path, found: list[InputError]) -> None:
    for each in found:
        output.say(sentence(each))
    if found:
        return
    if may_be_there(file):
        output.say(_("Nothing is wrong with {path}.").format(path=file))
    else:
        output.say(_("There is no settings file {path}; it need not be there.").format(path=file))


def _show(args: Namespace) -> int:
    loaded = settings.load()
    typed = {"database": args.database, "language": args.language}
    if args.operator != loaded.by:
        typed["by"] = args.operator
    flags = {name for name, value in typed.items() if value}
    values: dict[str, object] = {
        "station": loaded.station,
        "database": str(args.store),
        "language": typed["language"] or loaded.language,
        "by": args.operator,
        "printer": loaded.printer,
        "theme": loaded.theme,
        "backup_to": loaded.backup_to,
        "backup_key": loaded.backup_key,
        "forecast_from": loaded.forecast_from,
        "forecast_at": loaded.forecast_at,
    }
    sources = settings_faults.sources(os.environ, flags)
    file = settings.path()
    if args.json:
        listed = {name: {"value": values[name] or None, "from": source} for name, source in sources.items()}
        output.say_json({"file": str(file), "exists": may_be_there(file), "settings": listed})
        return 0
    said = _("Settings file: {path}") if may_be_there(file) else _("Settings file: {path} (there is none)")
    output.say(said.format(path=file))
    for name, source in sources.items():
        value = shown(values[name], None) if values[name] else "—"
        output.say(_("{name} = {value} ({source})").format(name=name, value=value, source=_(_SOURCES[source])))
    return 0
