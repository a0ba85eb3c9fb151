"""Penalties: proposed with their evidence, signed by a second person, appealed against, decided, booked (Z8)."""

from zoneinfo import ZoneInfo

from data import journal, penalties, policy
from data.cases import cases
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.escalations import escalations
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.penalties.month import Ledger
from frontdesk.domain.penalties.penalty import (
    AFTER,
    STANDS_ON,
    amount,
    check,
    check_evidence,
    check_offer,
    check_proposal,
    evidence,
)
from frontdesk.domain.penalties.terms import Act, PenaltyState
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def propose(
    desk: Desk,
    number: int,
    person: str,
    *,
    escalation: int | None = None,
    words: str = "",
    operation: str | None = None,
) -> Result:
    """Propose a penalty on a case for one person; `evidence` None means the only crowding there is.

    The amount is that of the policy in force. Nothing is charged before a second person has signed. Raises `Refused`.
    """
    responsible, said = whole_line(person, NAME_LIMIT), whole_words(words)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        case = cases.get(connection, number)
        crowdings = escalations.at_visit(connection, case.visit_id) if case.visit_id else ()
        check_offer(case, crowdings, penalties.standing(connection, case.visit_id))
        roster = roster_of(transaction)
        rank = roster.rank(transaction.actor.who, transaction.now)
        check_proposal(responsible, rank=rank, staff={each.name for each in roster.staff})
        cost = policy.current(connection).penalty_cny
        made = penalties.propose(transaction, case, evidence(crowdings, escalation), responsible, cost)
        penalties.enter(transaction, made, PenaltyState.PROPOSED, 0, said)
        return Result(PenaltyEvent.PROPOSE, case.plate, number=made, facts={"case": number, "person": responsible})

    return desk.do(body, operation)


def sign(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Sign a penalty as the second person; it is charged from now on. Raises `Refused`."""
    return _carry_out(desk, number, Act.SIGN, "", operation)


def appeal(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """Appeal once against a signed penalty, for oneself or on behalf of the person charged. Raises `Refused`."""
    return _carry_out(desk, number, Act.APPEAL, words, operation)


def uphold(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """Reject an appeal, so that the penalty stays charged. Raises `Refused`."""
    return _carry_out(desk, number, Act.UPHOLD, words, operation)


def counter(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """Take a penalty back with a counter-entry, on appeal or because it was a mistake. Raises `Refused`."""
    return _carry_out(desk, number, Act.COUNTER, words, operation)


def of_month(desk: Desk, month: Month | None = None) -> Ledger:
    """Return a month of the ledger, in the store's own time zone; None means this month."""
    now = desk.now()

    def question(connection: Connection) -> Ledger:
        zone = ZoneInfo(policy.current(connection).time_zone)
        meant = month or Month.of(now, zone)
        begins, ends = meant.begins(zone), meant.later(1).begins(zone)
        found = penalties.entered_between(connection, begins, ends)
        return Ledger(meant, begins, ends, found, penalties.waiting(connection))

    return desk.read(question)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Raise `Refused(CHANGED_SINCE)` if a penalty proposed since is based on the correction being undone.

    A penalty from before that followed the correction goes back with it.
    """
    changes = journal.changes(transaction.connection, last.seq)
    followed = {change.id for change in changes if change.table == "penalties"}
    for change in changes:
        if change.table != "complaints" or STANDS_ON.isdisjoint(change.changed):
            continue
        standing = penalties.standing_of_case(transaction.connection, change.id)
        if standing is not None and standing.id not in followed:
            raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)


def _carry_out(desk: Desk, number: int, act: Act, words: str, operation: str | None) -> Result:
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        connection, who = transaction.connection, transaction.actor.who
        penalty = penalties.get(connection, number)
        roster = roster_of(transaction)
        staff = {person.name for person in roster.staff}
        check(penalty, act, said, who=who, rank=roster.rank(who, transaction.now), staff=staff)
        check_evidence(penalty, act, escalations.at_visit(connection, penalty.visit_id))
        penalties.enter(transaction, number, AFTER[act], amount(penalty, act), said)
        return Result(
            PenaltyEvent(f"penalty_{act}"),
            penalty.plate,
            number=number,
            facts={"case": penalty.complaint, "person": penalty.person},
        )

    return desk.do(body, operation)
