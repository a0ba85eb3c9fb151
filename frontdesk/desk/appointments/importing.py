"""Taking appointments from a file: each as often as it is said, once; a refused line stops nothing (Z9)."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from data import policy as policies
from data.appointments import appointments
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.people import phones
from frontdesk.desk.appointments import no_shows, reminding
from frontdesk.desk.appointments.book import Book
from frontdesk.desk.appointments.booking import check_once
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.booking import check_time
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.appointments.incoming import Incoming, Series, is_held, is_news, settled, state_after
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import FrontdeskError, Refused, StoreError

_NEW, _CHANGED, _CANCELLED = "new", "changed", "cancelled"


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not taken."""

    line: int
    why: FrontdeskError


@dataclass(slots=True)
class Report:
    """What an import did."""

    new: list[int] = field(default_factory=list)
    changed: int = 0
    cancelled: int = 0
    known: int = 0
    """How many said nothing that was not in the book already."""
    over: int = 0
    """How many were for a time that is over."""
    above: int = 0
    """How many appointments are above capacity now in the half hours that something was taken into."""
    problems: list[Problem] = field(default_factory=list)
    stopped: StoreError | None = None
    interrupted: bool = False

    @property
    def taken(self) -> int:
        """How many changed the book."""
        return len(self.new) + self.changed + self.cancelled


def take(
    desk: Desk,
    entries: Iterable[Incoming],
    series: Iterable[Series],
    report: Report,
    progress: Callable[[int, int], None],
) -> None:
    """Take entries into the book; the same ones taken again, in whatever order, leave it as it is."""
    ordered, clashes = settled(entries)
    report.problems += [Problem(each.line, Refused(BookFileReason.UID_TWICE, text=each.uid)) for each in clashes]
    try:
        for done, entry in enumerate(ordered, 1):
            try:
                _count(report, desk.do_if(partial(_take, entry=entry, report=report)))
            except Refused as refusal:
                report.problems.append(Problem(entry.line, refusal))
            progress(done, len(ordered))
        for each in series:
            _end_missing(desk, each, report)
        report.above = _above(desk, {entry.new.at for entry in ordered}) if report.new or report.changed else 0
    except StoreError as error:
        report.stopped = error
    except KeyboardInterrupt:
        report.interrupted = True


def _above(desk: Desk, times: Collection[Millis]) -> int:
    """Return how many appointments are above capacity in the half hours of some instants that are not over."""
    now = desk.now()

    def question(connection: Connection) -> int:
        book = Book(connection, now)
        slots = {slot.begins: slot for at in times if (slot := book.slot_at(at)) is not None}
        return sum(max(0, -slot.free) for slot in slots.values() if not slot.is_over(now))

    return desk.read(question)


def _count(report: Report, result: Result | None) -> None:
    if result is None:
        return
    deed = result.facts["deed"]
    if deed == _NEW:
        report.new.append(result.number)
    elif deed == _CANCELLED:
        report.cancelled += 1
    else:
        report.changed += 1


def _take(transaction: Transaction, entry: Incoming, report: Report) -> Result | None:
    known = appointments.by_uid(transaction.connection, *entry.key)
    if known is not None:
        deed = _change(transaction, entry, known)
        report.known += deed is None
        return None if deed is None else _result(entry, known.id, deed)
    if entry.is_cancelled:
        report.known += 1
        return None
    if _is_over(transaction, entry.new.at):
        report.over += 1
        return None
    day = _checked(transaction, entry)
    more: Row = {"source": entry.source, "uid": entry.uid, "sequence": entry.sequence, "said": entry.said}
    number = appointments.put(transaction, entry.new, day, more)
    no_shows.plan(transaction)
    reminding.plan_first(transaction)
    return _result(entry, number, _NEW)


def _change(transaction: Transaction, entry: Incoming, known: Appointment) -> str | None:
    """Let an appointment be as its source says now; return what was done, None where nothing was."""
    if not is_news(entry, known):
        return None
    if is_held(entry, known):
        reason = BookFileReason.HELD_OFF if known.state is State.CANCELLED else BookFileReason.HELD_MOVED
        raise Refused(reason, number=known.id, when=known.at)
    hours = OpeningHours.of(policies.current(transaction.connection))
    state = state_after(entry, known)
    said: Row = {"said": entry.said, "sequence": entry.sequence}
    if entry.sequence > known.version:
        said["held_at"] = None
    if state is not State.BOOKED:
        is_same = state is known.state
        appointments.change(transaction, known, said if is_same else {**said, "state": state, "why": entry.why})
        reminding.nothing_to_tell(transaction, known)
        no_shows.plan(transaction)
        return _CHANGED if is_same else _CANCELLED
    row = appointments.columns(entry.new, hours.day_of(entry.new.at))
    if known.state is not State.BOOKED or known.at != entry.new.at or known.plate != entry.new.plate:
        if _is_over(transaction, entry.new.at):
            return None
        _checked(transaction, entry, known)
    if known.at != entry.new.at:
        row |= {"confirmed_at": None, "confirmed_by": ""}
    if entry.new.phone and appointments.phone_of(transaction.connection, known.id) != entry.new.phone:
        row["phone_id"] = phones.keep(transaction.connection, entry.new.phone)
    if appointments.differs(transaction.connection, known.id, row := {**row, "state": State.BOOKED, "why": ""}):
        appointments.change(transaction, known, {**row, **said})
        if known.at != entry.new.at:
            reminding.nothing_to_tell(transaction, known)
            reminding.tell_anew(transaction, known.id)
        no_shows.plan(transaction)
        return _CHANGED
    return None


def _checked(transaction: Transaction, entry: Incoming, known: Appointment | None = None) -> date:
    """Return the day of an entry. Raises `Refused` where its time cannot be, or its car is booked that day."""
    policy = policies.current(transaction.connection)
    hours = OpeningHours.of(policy)
    at, day = entry.new.at, hours.day_of(entry.new.at)
    check_time(at, min(transaction.now, at - policy.book_from_s * SECOND - 1), policy, hours)
    check_once(transaction, entry.new.plate, day, known)
    return day


def _is_over(transaction: Transaction, at: Millis) -> bool:
    """Whether nobody is expected any more for a time."""
    return transaction.now > at + policies.current(transaction.connection).no_show_s * SECOND


def _end_missing(desk: Desk, series: Series, report: Report) -> None:
    """Call off what an entry that repeats itself does not say any more."""

    def body(transaction: Transaction) -> Result | None:
        found = appointments.series(transaction.connection, series.source, series.uid, transaction.now)
        gone = [each for each in found if each.uid not in series.members and _is_newer(series, each)]
        for each in gone:
            appointments.change(transaction, each, {"state": State.CANCELLED})
        if not gone:
            return None
        no_shows.plan(transaction)
        report.cancelled += len(gone) - 1
        return Result(
            AppointmentEvent.IMPORT, gone[0].plate, number=gone[0].id, facts={"deed": _CANCELLED, "for": gone[0].at}
        )

    _count(report, desk.do_if(body))


def _is_newer(series: Series, found: Appointment) -> bool:
    """Whether an entry that repeats itself has a later word on one of its appointments than the desk."""
    return found.version < series.sequence or (found.version == series.sequence and found.held_at is None)


def _result(entry: Incoming, number: int, deed: str) -> Result:
    facts: dict[str, str | int] = {"deed": deed, "for": entry.new.at}
    return Result(AppointmentEvent.IMPORT, entry.new.plate, number=number, facts=facts)
