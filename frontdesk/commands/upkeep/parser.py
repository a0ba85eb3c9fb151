"""The command-line arguments for upkeep: replaying a log, checking the machine, backups."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_verb, speed
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command for upkeep."""
    replay = add_command(
        commands,
        common,
        _replay,
        "replay",
        _("play a visit log (a table) through the real commands"),
        needs_store=False,
    )
    replay.add_argument("file", type=Path, metavar=_("FILE"), help=_("the visit log"))
    replay.add_argument("--date", metavar=_("DATE"), help=_("the day of a log that has only times"))
    replay.add_argument("--speed", type=speed, metavar="N", help=_("live, at N times the clock's own speed"))
    doctor = add_command(commands, common, _doctor, "doctor", _("look over this machine and the database"), looks=True)
    doctor.add_argument("--thorough", action="store_true", help=_("look at everything, however large the database is"))
    noted = _("where the chain of events ended once, as it was written down: 18-f2a334b6fdedc6f5")
    doctor.add_argument("--end", type=_end, action="append", default=[], metavar=_("NUMBER-HASH"), help=noted)
    verbs = add_group(commands, common, _events, "events", _("the chain of events"))
    add_verb(verbs, common, "verify", _("check all of it, from the first to the last"), looks=True)
    backup = add_command(commands, common, _backup, "backup", _("copy the database while it is in use"))
    said = _("the copy to make, which must not exist yet; or verify, drill, now, key")
    backup.add_argument("file", type=Path, nargs="?", metavar=_("FILE"), help=said)
    backup.add_argument("copy", type=Path, nargs="?", metavar=_("COPY"), help=_("verify: the copy, else the newest"))
    said = _("the folders for a copy each evening, up to three; none: no more; nothing: show how it stands")
    backup.add_argument("--schedule", nargs="*", metavar=_("FOLDER"), help=said)
    backup.add_argument("--print", type=Path, metavar=_("PAGE"), help=_("key: write it on a page to print, .html"))
    _add_key(backup)
    restore = add_command(commands, common, _backup, "restore", _("put a backup in the database's place"))
    restore.add_argument("file", type=Path, nargs="?", metavar=_("FILE"), help=_("the backup"))
    said = _("make the store again from what head office has of its log")
    restore.add_argument("--from-group", action="store_true", help=said)
    _add_key(restore)
    said = _("also a copy that is another store's, or that is not as it was written")
    restore.add_argument("--anyway", action="store_true", help=said)
    words = _("make the log of an older version shorter, and the file smaller")
    add_command(commands, common, _compact, "compact", words)


def _add_key(command: Parser) -> None:
    said = _("a file with the recovery key, for a sealed copy")
    command.add_argument("--key", type=Path, metavar=_("KEYFILE"), help=said)


def _replay(args: Namespace) -> int:
    from frontdesk.commands.upkeep import replay

    return replay.run(args)


def _doctor(args: Namespace) -> int:
    from frontdesk.commands.upkeep import doctor

    return doctor.run(args)


def _events(args: Namespace) -> int:
    from frontdesk.commands.upkeep import events

    return events.run(args)


def _end(text: str) -> str:
    from frontdesk.desk.heads import written_down

    try:
        return written_down(text).path
    except ValueError as error:
        words = _("“{text}” is no end of a chain; right would be 18-f2a334b6fdedc6f5").format(text=clean_line(text, 80))
        raise ArgumentTypeError(words) from error


def _compact(args: Namespace) -> int:
    from frontdesk.commands.upkeep import compact

    return compact.run(args)


def _backup(args: Namespace) -> int:
    from frontdesk.commands.upkeep import backup

    return backup.run(args)
