"""Meetings: planned, moved or cancelled, held, written down; over when nothing is owed of them any more (Q6, C14)."""

from data import calendar, policy
from data.cases import cases
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.meetings import meetings
from data.people import phones
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done, owe_in_working_days
from frontdesk.desk.owing import owe, withdraw_about
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.meetings.events import MeetingEvent
from frontdesk.domain.meetings.meeting import Meeting, MeetingKind, MeetingState, NewMeeting, title
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.meetings.rules import (
    MeetingAct,
    check_act,
    check_ahead,
    check_held,
    check_new,
    prepared_by,
)
from frontdesk.domain.messages.message import Purpose, ToTell
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.text import whole_line, whole_words


def open_ones(desk: Desk) -> tuple[Meeting, ...]:
    """Return the meetings of which something is still owed, the earliest first."""
    return desk.read(meetings.open_ones)


def every(desk: Desk) -> tuple[Meeting, ...]:
    """Return every meeting on record, the earliest first."""
    return desk.read(meetings.every)


def shown(desk: Desk, number: int) -> Meeting:
    """Return one meeting. Raises `Refused(NO_MEETING)`."""
    return desk.read(lambda connection: meetings.get(connection, number))


def plan(desk: Desk, new: NewMeeting, *, invitation: str = "", operation: str | None = None) -> Result:
    """Plan a meeting; with an invitation, a customer whose number is known is to be told it.

    What is not said is taken from the complaint it is about. Raises `Refused`: NO_COMPLAINT, BAD_PHONE, and as
    `check_new` says.
    """
    said = _clean(new)
    words = whole_words(invitation)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        full = _of_case(transaction.connection, said)
        check_new(full, transaction.now)
        number = open_in(transaction, full)
        if words:
            _invite(transaction, number, words)
        return Result(MeetingEvent.PLAN, full.plate, number=number, facts={"kind": full.kind})

    return desk.do(body, operation)


def open_in(transaction: Transaction, new: NewMeeting) -> int:
    """Put a meeting on record, in a transaction under way; that it is held is owed. Return its number."""
    is_drill = new.case is not None and cases.get(transaction.connection, new.case).is_drill
    said = title(new.kind, new.plate, new.case)
    number = matters.open_one(transaction, MatterKind.MEETING, said, is_drill=is_drill)
    meetings.plan(transaction, number, new)
    dues.start(transaction, number, DueName.MEETING, _to_be_held_by(transaction.connection, new.kind, new.at))
    return number


def move(desk: Desk, number: int, at: Millis, why: str, operation: str | None = None) -> Result:
    """Move a meeting, and say why; what is prepared for it is due accordingly.

    Raises `Refused`: NO_MEETING, MEETING_STATE, MEETING_WHY, MEETING_PAST, MEETING_FAR.
    """
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        meeting = meetings.get(connection, number)
        check_act(meeting, MeetingAct.MOVE)
        check_ahead(at, transaction.now)
        if not said:
            raise Refused(MeetingReason.MEETING_WHY, number=number)
        meetings.change(transaction, meeting, {"at": at})
        ends = {
            DueName.MEETING: _to_be_held_by(connection, meeting.kind, at),
            DueName.MEETING_MATERIAL: due_for_material(transaction, at),
        }
        for due in meeting.matter.dues:
            if due.is_running and due.name in ends and due.due_at != ends[due.name]:
                dues.put_off(transaction, due, max(ends[due.name], due.started_at), said)
        return Result(MeetingEvent.MOVE, meeting.plate, number=number)

    return desk.do(body, operation)


def cancel(desk: Desk, number: int, why: str, operation: str | None = None) -> Result:
    """Cancel a meeting, and say why. Raises `Refused`: NO_MEETING, MEETING_STATE, MEETING_WHY."""
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        meeting = meetings.get(transaction.connection, number)
        check_act(meeting, MeetingAct.CANCEL)
        if not said:
            raise Refused(MeetingReason.MEETING_WHY, number=number)
        cancel_in(transaction, meeting, said)
        return Result(MeetingEvent.CANCEL, meeting.plate, number=number)

    return desk.do(body, operation)


def cancel_in(transaction: Transaction, meeting: Meeting, why: str) -> None:
    """Cancel a meeting that is planned, in a transaction under way; nobody has to be told of it any more."""
    meetings.change(transaction, meeting, {"state": MeetingState.CANCELLED, "why": why})
    matters.close(transaction, meeting.id, Outcome.DROPPED)
    withdraw_about(transaction, _about(meeting.id))


def hold(
    desk: Desk, number: int, present: str, *, held_at: Millis | None = None, operation: str | None = None
) -> Result:
    """A meeting was held, now or at `held_at`: who was there; its minutes are owed.

    Raises `Refused`: NO_MEETING, and as `check_held` says.
    """
    said = whole_line(present)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        meeting = meetings.get(connection, number)
        at = transaction.now if held_at is None else held_at
        rules = policy.current(connection)
        check_held(meeting, said, at, transaction.now, OpeningHours.of(rules))
        meetings.change(transaction, meeting, {"state": MeetingState.HELD, "held_at": at, "present": said})
        for due in meeting.matter.dues:
            if due.is_running and due.name is DueName.MEETING:
                dues.meet_one(transaction, due.id, at)
        who = transaction.actor.who
        owe_in_working_days(transaction, number, DueName.MINUTES, rules.minutes_days, since=at, person=who)
        withdraw_about(transaction, _about(number))
        return Result(MeetingEvent.HELD, meeting.plate, number=number)

    return desk.do(body, operation)


def write_minutes(desk: Desk, number: int, minutes: str, operation: str | None = None) -> Result:
    """The minutes of a meeting are written. Raises `Refused`: NO_MEETING, MEETING_STATE, NO_MINUTES."""
    said = whole_words(minutes)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        meeting = meetings.get(transaction.connection, number)
        check_act(meeting, MeetingAct.MINUTES)
        if not said:
            raise Refused(MeetingReason.NO_MINUTES, number=number)
        values = {"state": MeetingState.MINUTED, "minutes": said, "minuted_by": transaction.actor.who}
        meetings.change(transaction, meeting, values)
        dues.meet(transaction, number, DueName.MINUTES)
        close_if_done(transaction, number)
        return Result(MeetingEvent.MINUTES, meeting.plate, number=number)

    return desk.do(body, operation)


def due_for_material(transaction: Transaction, at: Millis) -> Millis:
    """Return by when material for a meeting is there; where that is over already, by the meeting itself."""
    connection = transaction.connection
    rules = policy.current(connection)
    hours = OpeningHours.of(rules)
    works = hours.is_open_on if rules.working_days == "own" else calendar.current(connection).is_working
    due = prepared_by(at, hours, works)
    return due if due > transaction.now else max(at, transaction.now)


def _to_be_held_by(connection: Connection, kind: MeetingKind, at: Millis) -> Millis:
    """Return by when it is on record that a meeting was held: close of business; the emergency group meets at once."""
    if kind is MeetingKind.GROUP:
        return at
    return OpeningHours.of(policy.current(connection)).closing_after(at) or at


def _invite(transaction: Transaction, number: int, words: str) -> None:
    meeting = meetings.get(transaction.connection, number)
    said = ToTell(Purpose.WORD, words, name=meeting.customer, plate=meeting.plate, phone_id=meeting.phone_id)
    owe(transaction, said._replace(matter=number, about=_about(number), expires_at=meeting.at))


def _about(number: int) -> str:
    return f"meeting:{number}"


def _of_case(connection: Connection, new: NewMeeting) -> NewMeeting:
    if new.case is None:
        return new
    case = cases.get(connection, new.case)
    number = new.phone or phones.whole(connection, case.id)
    return new._replace(customer=new.customer or case.customer, plate=new.plate or case.plate, phone=number)


def _clean(new: NewMeeting) -> NewMeeting:
    return new._replace(
        what=whole_line(new.what),
        place=whole_line(new.place),
        customer=whole_line(new.customer, NAME_LIMIT),
        phone=parse_phone(new.phone),
        invited=whole_line(new.invited),
        wanted_by=whole_line(new.wanted_by, NAME_LIMIT),
    )
