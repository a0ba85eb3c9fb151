"""`frontdesk backup` and `restore`."""

from argparse import Namespace

from data import backup
from frontdesk.commands import output
from frontdesk.commands.session import STATION, Session, on_store
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.clock import SystemClock, to_datetime
from frontdesk.domain.staff import Actor
from frontdesk.domain.text import clean_line
from frontdesk.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _back_up) if args.command == "backup" else _restore(args)


def _back_up(session: Session) -> int:
    target = session.args.file
    size = backup.back_up(session.desk.connection, target)
    if session.args.json:
        output.say_json({"done": "backup", "file": str(target.absolute()), "bytes": size})
    else:
        output.say(_("Backed up and checked: {path} ({size} kB).").format(path=target, size=size // 1024))
    return 0


def _restore(args: Namespace) -> int:
    clock = SystemClock()
    aside = backup.restore(args.file, args.store, stamp=f"{to_datetime(clock.now()):%Y%m%dT%H%M%S.%fZ}")
    with Desk.open(args.store, Actor(STATION, args.by), clock) as desk:
        desk.do(lambda transaction: Answer("restore", detail=clean_line(args.file.name)), args.operation)
    if args.json:
        output.say_json({"done": "restore", "database": str(args.store), "moved_to": str(aside) if aside else None})
        return 0
    output.say(_("Restored: {path}.").format(path=args.store))
    if aside:
        output.say(_("The file that was there is kept as {path}.").format(path=aside))
    return 0
