"""`frontdesk backup` and `restore`."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from data import backup
from data.engine.connection import identity
from data.opening import open_store
from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import STATION, refuse_missing
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock, to_datetime
from frontdesk.domain.values.text import clean_line
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.command == "restore":
        return _restore(args)
    with made_or_not(args.file):
        return _back_up(args)


def _back_up(args: Namespace) -> int:
    """A store of an older version is copied as it is."""
    target = args.file
    refuse_missing(args.store)
    with (
        progress(args, _("Copying and checking")) as bar,
        closing(open_store(args.store, create_missing=False, older=True)) as source,
    ):
        size = backup.back_up(source, target, bar)
    args.done = True
    if args.json:
        output.say_json({"done": "backup", "file": str(target.absolute()), "bytes": size})
    else:
        output.say(_("Backed up and checked: {path} ({size} kB).").format(path=target, size=size // 1024))
    return 0


def _restore(args: Namespace) -> int:
    clock = SystemClock()
    stamp = f"{to_datetime(clock.now()):%Y%m%dT%H%M%S.%fZ}"
    before = _file(args.store)

    def stopped() -> str:
        if _file(args.store) == before:
            return _("Stopped: nothing was restored, and {path} is as it was.").format(path=args.store)
        return _("Stopped, but {path} was restored before.").format(path=args.store)

    with saying(stopped):
        with progress(args, _("Copying and checking")) as bar:
            aside = backup.restore(args.file, args.store, stamp=stamp, progress=bar)
        return _tell_restored(args, aside, clock)


def _tell_restored(args: Namespace, aside: Path | None, clock: SystemClock) -> int:
    args.done = True
    with Desk.open(args.store, Actor(STATION, args.by), clock) as desk:
        desk.do(lambda transaction: Answer("restore", detail=clean_line(args.file.name)), args.operation)
    if args.json:
        output.say_json({"done": "restore", "database": str(args.store), "moved_to": str(aside) if aside else None})
        return 0
    output.say(_("Restored: {path}.").format(path=args.store))
    if aside:
        output.say(_("The file that was there is kept as {path}.").format(path=aside))
    return 0


def _file(path: Path) -> tuple[int, int] | None:
    return identity(path) if path.exists() else None
