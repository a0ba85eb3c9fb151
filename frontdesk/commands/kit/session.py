"""What every command that works on the store needs: the desk, what it looks like now, the store's own time zone."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output, results
from frontdesk.commands.kit.store_path import refuse_missing
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.zone import UNUSUAL_PLATE
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import FrontdeskError, Refused, StoreError
from frontdesk.domain.values.plates import show_plate
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _

STATION = "command"
"""The station that stands in the records of what is done on the command line."""


@dataclass(frozen=True, slots=True)
class Session:
    """A command at work."""

    args: Namespace
    desk: Desk
    snapshot: Snapshot
    zone: ZoneInfo
    telling: "Telling"

    def known_result(self) -> Result | None:
        """Return what the operation gave the first time, whatever stands here by now; None for a new one."""
        operation = self.args.operation
        return self.desk.do_if(lambda transaction: None, operation) if operation else None

    def tell(self, result: Result, *more: str) -> int:
        """Say what was done, with more words; return 0.

        Raises `Refused` where it was done by another command with the same operation id.
        """
        if self.args.operation and not self.telling.is_same(self, result):
            raise Refused(JournalReason.OPERATION_USED, kind=result.kind.value, plate=result.plate)
        if UNUSUAL_PLATE in result.warnings:
            warn_of_plate(result.plate)
        if self.args.json:
            output.say_json(results.as_json(result, self.desk.actor.who, self.zone))
        else:
            particulars, places = self.telling.particulars(result), self.snapshot.floor.places
            output.say(results.as_line(result, particulars, more, places, zone=self.zone, now=self.desk.now()))
        return 0


class Telling(Protocol):
    """How a concern tells what its commands did: its module `results`."""

    def is_same(self, session: Session, result: Result) -> bool:
        """Whether a result is one of what was typed: an operation id stands for one command and no other."""

    def particulars(self, result: Result) -> str:
        """Return what a result is about besides its cars."""


class Plainly:
    """Tells the commands that are about nothing in particular."""

    def is_same(self, session: Session, result: Result) -> bool:
        """Whether the result is one of the command that was typed."""
        return bool(result.kind == session.args.command)

    def particulars(self, result: Result) -> str:
        """Return nothing."""
        return ""


_PLAINLY = Plainly()


def warn_of_plate(plate: str) -> None:
    """Say that a plate is an unusual one: new series appear, so it is kept."""
    output.warn(_("{plate} is an unusual plate; it was kept.").format(plate=show_plate(plate)))


def up_to_date(session: Session) -> Session:
    """Return a session that shows what time alone has brought: whoever looks puts it on record.

    A store that cannot be written is still shown.
    """
    if not session.snapshot.has_news(session.desk.now()):
        return session
    with suppress(StoreError):
        handling.evaluate(session.desk)
    return replace(session, snapshot=session.desk.snapshot())


def carry_out(
    args: Namespace, command: Callable[[Session], Result | int], telling: Telling, *, create: bool = False
) -> int:
    """Carry out a command that writes, and tell its result; known by its operation id, only tell it again.

    `command` may tell its result by itself, where there are more words to say; then it returns the exit code.
    """

    def work(session: Session) -> int:
        known = session.known_result()
        done = command(session) if known is None else known
        return session.tell(done) if isinstance(done, Result) else done

    return on_store(args, work, telling, create=create)


def on_store(
    args: Namespace, work: Callable[[Session], int], telling: Telling = _PLAINLY, *, create: bool = False
) -> int:
    """Do some work on the store. Only a command that may be a store's first one creates it (`create`)."""
    path: Path = args.store
    if not create:
        refuse_missing(path)
    founding = not path.exists()
    if not args.looks:
        bring_up_to_date(args, path)
    with Desk.open(path, Actor(STATION, args.by), only_looks=args.looks) as desk:
        if founding:
            output.warn_of_new(path)
        snapshot = desk.snapshot()
        session = Session(args, desk, snapshot, ZoneInfo(snapshot.policy.time_zone), telling)
        try:
            with saying(lambda: _stopped(session)):
                code = work(session)
                _note_end(session)
                return code
        except FrontdeskError as error:
            return output.refuse(args, error, session.zone)
        except OSError:
            args.done = args.done or (not args.looks and desk.last_result() is not None)
            raise


def _note_end(session: Session) -> None:
    """Note in the log where the chain of events ends, each so many events: a command alone keeps no log."""
    if session.desk.has_passed(session.snapshot.seq):
        from frontdesk.machine import log  # noqa: PLC0415 - nine commands of ten need none

        log.start()
        session.desk.note_end()


def _stopped(session: Session) -> str:
    if session.args.looks:
        return _("Stopped. Nothing was changed.")
    if session.desk.last_result() is not None:
        return _("Stopped, but it was saved before.")
    return _("Stopped: nothing was saved.")
