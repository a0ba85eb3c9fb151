"""What is owed before and after a meeting: put on record, done, agreed anew with whoever waits for it (Q6, Q9, C14)."""

from data import policy
from data.cases import cases, clocks
from data.engine.transaction import Row, Transaction
from data.matters import dues
from data.meetings import meetings
from frontdesk.desk.case_clocks import meet, start
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done, owe_in_working_days
from frontdesk.desk.meetings.meetings import due_for_material
from frontdesk.desk.people.duty import check_at_desk, roster_of
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.decision import decide
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.moved import check_moved
from frontdesk.domain.meetings.events import MeetingEvent
from frontdesk.domain.meetings.meeting import OWED_AS, ItemKind, Meeting, NewItem
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.meetings.rules import check_item, open_item
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

_PUT = {
    ItemKind.MATERIAL: MeetingEvent.MATERIAL,
    ItemKind.PROMISE: MeetingEvent.PROMISE,
    ItemKind.DECISION: MeetingEvent.DECISION,
    ItemKind.FEEDBACK: MeetingEvent.FEEDBACK,
}


def put(desk: Desk, number: int, new: NewItem, operation: str | None = None) -> Result:
    """Put on record what is owed: what, who sees to it, by when. A promise about a case is owed there.

    Raises `Refused`: NO_MEETING, and as `check_item` says; about a case also as its step.
    """
    new = new._replace(what=whole_words(new.what), person=whole_line(new.person, NAME_LIMIT))

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        meeting = meetings.get(transaction.connection, number)
        staff = frozenset(each.name for each in roster_of(transaction).staff)
        check_item(meeting, new, staff, transaction.now)
        if new.kind is ItemKind.PROMISE and meeting.case is not None:
            owed: Row = {"clock_id": _promise_in_case(transaction, meeting.case, new.what, new.until or 0)}
        else:
            owed = {"due_id": _owe(transaction, meeting, new)}
        item = meetings.add_item(transaction, meeting, new, owed)
        return Result(_PUT[new.kind], meeting.plate, number=number, facts={"item": item})

    return desk.do(body, operation)


def done(desk: Desk, number: int, words: str, *, item: int | None = None, operation: str | None = None) -> Result:
    """What was owed is done, or quality has answered: `words` says what shows it. `item`: which, of several.

    Raises `Refused`: NO_MEETING, NO_ITEM, ITEM_DONE, OF_THE_CASE, ITEM_ANSWER.
    """
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        meeting = meetings.get(transaction.connection, number)
        meant = open_item(meeting, item)
        if not said:
            raise Refused(MeetingReason.ITEM_ANSWER, number=number, item=meant.kind)
        meetings.answer(transaction, meant, said)
        if meant.due is not None:
            dues.meet_one(transaction, meant.due.id, transaction.now)
        close_if_done(transaction, number)
        return Result(MeetingEvent.DONE, meeting.plate, number=number, facts={"item": meant.id})

    return desk.do(body, operation)


def again(
    desk: Desk, number: int, until: Millis, why: str, *, item: int | None = None, operation: str | None = None
) -> Result:
    """Agree anew with whoever waits for it by when something is done; what was missed by then stays missed.

    Raises `Refused`: NO_MEETING, NO_ITEM, ITEM_DONE, OF_THE_CASE, DUE_PAST, DUE_FAR, DUE_WHY.
    """
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        meeting = meetings.get(transaction.connection, number)
        meant = open_item(meeting, item)
        if meant.due is not None:
            check_moved(meant.due, until, said, transaction.now)
            dues.put_off(transaction, meant.due, until, said)
        return Result(MeetingEvent.AGAIN, meeting.plate, number=number, facts={"item": meant.id})

    return desk.do(body, operation)


def _owe(transaction: Transaction, meeting: Meeting, new: NewItem) -> int:
    """Owe it: a promise and a decision by what was agreed, material before the meeting, feedback as quality answers."""
    name, which, person = OWED_AS[new.kind], str(len(meeting.items) + 1), new.person
    if new.kind is ItemKind.FEEDBACK:
        days = policy.current(transaction.connection).quality_answer_days
        return owe_in_working_days(transaction, meeting.id, name, days, person=person, what=which)
    is_material = new.kind is ItemKind.MATERIAL
    due_at = due_for_material(transaction, meeting.at) if is_material else new.until or transaction.now
    return dues.start(transaction, meeting.id, name, due_at, person, what=which)


def _promise_in_case(transaction: Transaction, number: int, what: str, until: Millis) -> int:
    """Take the step of the case by which its customer is promised a date; return the clock that runs for it."""
    connection, now = transaction.connection, transaction.now
    case = cases.get(connection, number)
    rank = roster_of(transaction).rank(transaction.actor.who, now)
    decision = decide(case, CaseStep.PROMISE, what, Given(at=until), rank=rank, now=now)
    for met in decision.clocks.meet:
        meet(transaction, met)
    cases.add_note(transaction, number, CaseStep.PROMISE, what)
    clock = start(transaction, number, ClockName.PROMISED, now, agreed_at=until, what=what)
    clocks.note_next_due(transaction, number)
    return clock
