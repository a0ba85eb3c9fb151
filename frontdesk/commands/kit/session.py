"""The session that every command on the store needs: the desk, its current picture, the store's own time zone."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output, results
from frontdesk.commands.kit.store_path import refuse_missing, refuse_second
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.near_misses import LIKE_KNOWN
from frontdesk.desk.zone import UNUSUAL_PLATE
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor, Proof
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import FrontdeskError, Refused, StoreError
from frontdesk.domain.values.plates import show_plate
from frontdesk.process.stopping import saying
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.unreadable import not_shown

STATION = "command"
"""The station name in the records of commands from the command line."""


def at_the_shell(by: str) -> Actor:
    """Return whoever typed a command; the name is a claim, and the record says so."""
    return Actor(STATION, by, Proof.SHELL)


@dataclass(frozen=True, slots=True)
class Session:
    """A running command."""

    args: Namespace
    desk: Desk
    snapshot: Snapshot
    zone: ZoneInfo
    telling: "Telling"

    def known_result(self) -> Result | None:
        """Return the operation's first result, whatever the situation is now; None for a new operation."""
        operation = self.args.operation
        return self.desk.do_if(lambda transaction: None, operation) if operation else None

    def tell(self, result: Result, *more: str) -> int:
        """Print the result, with more words; return 0.

        Raises `Refused` if another command had the same operation id.
        """
        if self.args.operation and not self.telling.is_same(self, result):
            raise Refused(JournalReason.OPERATION_USED, kind=result.kind.value, plate=result.plate)
        if UNUSUAL_PLATE in result.warnings:
            warn_of_plate(result.plate)
        if LIKE_KNOWN in result.warnings:
            warn_of_likeness(result.plate, str(result.facts["like"]))
        if self.args.json:
            output.say_json(results.as_json(result, self.desk.actor.who, self.zone))
        else:
            particulars, places = self.telling.particulars(result), self.snapshot.floor.places
            output.say(results.as_line(result, particulars, more, places, zone=self.zone, now=self.desk.now()))
        return 0


class Telling(Protocol):
    """How the results of one group of commands are told, which is the group's module `results`."""

    def is_same(self, session: Session, result: Result) -> bool:
        """Whether a result belongs to the typed command, because an operation id stands for exactly one command."""

    def particulars(self, result: Result) -> str:
        """Return the subject of a result besides its cars."""


class Plainly:
    """Tells the results of commands that have no particular subject."""

    def is_same(self, session: Session, result: Result) -> bool:
        """Whether the result belongs to the typed command."""
        return bool(result.kind == session.args.command)

    def particulars(self, result: Result) -> str:
        """Return nothing."""
        return ""


_PLAINLY = Plainly()


def warn_of_plate(plate: str) -> None:
    """Say that a plate is unusual but was kept, because new series of plates appear."""
    output.warn(_("{plate} is an unusual plate; it was kept.").format(plate=show_plate(plate)))


def warn_of_likeness(plate: str, other: str) -> None:
    """Say that a new plate may have been meant for that of a car which was here before."""
    text = _(
        "{plate} is new, and one character away from {other}, which was here before: if that is the car, correct the"
        " plate."
    )
    output.warn(text.format(plate=show_plate(plate), other=show_plate(other)))


def up_to_date(session: Session) -> Session:
    """Return a session that includes limits crossed by time alone, because whoever looks records them.

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
    """Run a command that writes, and print its result; if its operation id is known, only print it again.

    `command` may print its result itself if there is more to say; then it returns the exit code.
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
    refuse_second(args)
    founding = not path.exists()
    if not args.looks:
        bring_up_to_date(args, path)
    with Desk.open(path, at_the_shell(args.by), only_looks=args.looks) as desk:
        if founding:
            output.warn_of_new(path)
        snapshot = desk.snapshot()
        i18n.call_penalties(snapshot.policy.penalty_word)
        session = Session(args, desk, snapshot, ZoneInfo(snapshot.policy.time_zone), telling)
        try:
            with saying(lambda: _stopped(session)):
                code = work(session)
                _note_end(session)
                if desk.unreadable:
                    output.warn(not_shown(desk.unreadable))
                return code
        except FrontdeskError as error:
            return output.refuse(args, error, session.zone)
        except OSError:
            args.done = args.done or (not args.looks and desk.last_result() is not None)
            raise


def _note_end(session: Session) -> None:
    """Write the end of the event chain into the log every so many events; a single command keeps no log otherwise."""
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
