"""`frontdesk backup` and `restore`."""

from argparse import Namespace
from pathlib import Path

from frontdesk.commands.copies import copies, keys
from frontdesk.commands.group import restoring
from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import at_the_shell
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.store_path import refuse_missing
from frontdesk.desk import backup, heads
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import log
from frontdesk.process import priority
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _

_VERBS = {
    "verify": copies.verify,
    "drill": copies.rehearse,
    "now": copies.now,
    "due": copies.due,
    "key": keys.make,
}
"""The words that are no file's name: ./verify is."""


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.operation:
        raise InputError(StoreReason.NOT_REPEATABLE, command=args.command)
    if args.command == "restore":
        return _restore(args)
    word = "" if args.file is None else str(args.file)
    if args.schedule is not None or word in {"", *_VERBS}:
        return _of_copies(args, word)
    with made_or_not(args):
        return _back_up(args)


def _of_copies(args: Namespace, word: str) -> int:
    """Do what concerns the copies that are made by themselves."""
    refuse_missing(args.store)
    if args.schedule:
        return copies.plan(args)
    return _VERBS[word](args) if word else copies.show(args)


def _back_up(args: Namespace) -> int:
    target = args.file
    refuse_missing(args.store)
    priority.step_back()
    with progress(args, _("Copying and checking")) as bar:
        size = backup.back_up(args.store, target, bar)
    log.start()
    end = heads.note_backup(target)
    if args.json:
        told = {"event": end.seq, "chain": end.hash} if end else {}
        output.say_json({"done": "backup", "file": str(target.absolute()), "bytes": size, **told})
        return 0
    output.say(_("Backed up and checked: {path} ({size} kB).").format(path=target, size=size // 1024))
    if end:
        words = _(
            "Its chain of events ends at {number}-{hash}. Written down, doctor --end finds later what was changed."
        )
        output.say(words.format(number=end.seq, hash=end.hash[:16]))
    return 0


def _restore(args: Namespace) -> int:
    if args.from_group == (args.file is not None):
        raise InputError(GroupReason.FILE_OR_GROUP)
    clock = SystemClock()

    def done() -> None:
        args.done = True

    def stopped() -> str:
        if args.done:
            return _("Stopped, but {path} was restored before.").format(path=args.store)
        return _("Stopped: nothing was restored, and {path} is as it was.").format(path=args.store)

    with saying(stopped):
        if args.from_group:
            return _tell_restored(args, restoring.restore(args, clock, done))
        key = keys.ask(args, args.file)
        with progress(args, _("Copying and checking")) as bar:
            who = at_the_shell(args.by)
            aside = backup.restore(
                args.file, args.store, who, clock, key=key, anyway=args.anyway, progress=bar, done=done
            )
        return _tell_restored(args, aside)


def _tell_restored(args: Namespace, aside: Path | None) -> int:
    if args.json:
        output.say_json({"done": "restore", "database": str(args.store), "moved_to": str(aside) if aside else None})
        return 0
    output.say(_("Restored: {path}.").format(path=args.store))
    if aside:
        output.say(_("The file that was there is kept as {path}.").format(path=aside))
    return 0
