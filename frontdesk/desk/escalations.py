"""Seeing what is over a limit, and dealing with it (Z4a, Z5, Z6)."""

from data import complaints, escalations, policies, tickets, visits
from data.transaction import Row, Transaction
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.clock import MINUTE, Millis
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import (
    Action,
    Breach,
    Escalation,
    Kind,
    Option,
    Outcome,
    State,
    options,
    zone_breaches,
)
from frontdesk.domain.plates import parse_plate
from frontdesk.domain.zone import Car, check_move

ACTED_ON = frozenset({Kind.OVER_COUNT, Kind.OVER_STAY})
"""The situations that the plan's four actions are for."""

REORDER_GAIN: Millis = 10 * MINUTE
"""How soon a car whose jobs are re-ordered is expected to leave the zone, where nobody says otherwise (Z6b)."""


def note_crossings(transaction: Transaction, at: Millis) -> int:
    """Raise every limit that is crossed at `at` and not on record yet; return how many."""
    breaches = _breaches(transaction, at)
    standing = {(e.kind, e.subject) for e in escalations.open_ones(transaction.connection)}
    fresh = sorted((b for b in breaches if (b.kind, b.subject) not in standing), key=lambda b: b.crossed_at)
    for breach in fresh:
        escalations.raise_(transaction, breach, at)
    return len(fresh)


def note_ends(transaction: Transaction, ended_at: Millis, outcome: Outcome = Outcome.CLEARED) -> int:
    """Clear every escalation whose situation no longer stands, as of `ended_at`; return how many."""
    still = {(b.kind, b.subject) for b in _breaches(transaction, transaction.now)}
    over = [e for e in escalations.open_ones(transaction.connection) if (e.kind, e.subject) not in still]
    for escalation in over:
        too_early = ended_at < escalation.crossed_at or (
            ended_at == escalation.crossed_at and escalation.kind is not Kind.OVER_COUNT
        )
        corrected = outcome is Outcome.CLEARED and too_early
        escalations.clear(transaction, escalation, ended_at, Outcome.CORRECTED if corrected else outcome)
    return len(over)


def _breaches(transaction: Transaction, at: Millis) -> tuple[Breach, ...]:
    connection = transaction.connection
    zone = zone_breaches(visits.floor(connection), policies.current(connection), at)
    return (*zone, *complaints.missed(connection, at))


def evaluate(desk: Desk) -> Answer | None:
    """Raise and clear what time alone has brought. Any station does it; the others then find nothing to do."""

    def body(transaction: Transaction) -> Answer | None:
        raised = note_crossings(transaction, transaction.now)
        cleared = note_ends(transaction, transaction.now)
        if not raised and not cleared:
            return None
        return Answer("evaluate", detail=f"raised {raised}, cleared {cleared}")

    return desk.do_if(body)


def tell(desk: Desk, number: int, operation: str | None = None) -> Answer:
    """The guard has told the service manager (Z5, Z6)."""

    def body(transaction: Transaction) -> Answer:
        escalation = _open(transaction, number)
        if escalation.told_at is not None:
            raise Refused(Reason.ALREADY_HANDLED, who=escalation.told_by, at=escalation.told_at)
        values: Row = {"told_at": transaction.now, "told_by": transaction.actor.who}
        escalations.change(transaction, escalation, values)
        return Answer("tell", escalation.plate, number=number)

    return desk.do(body, operation)


def acknowledge(desk: Desk, number: int, operation: str | None = None) -> Answer:
    """Someone takes it on. Refused, with who was first, where someone has already."""

    def body(transaction: Transaction) -> Answer:
        escalation = _open(transaction, number)
        if escalation.acknowledged_at is not None:
            raise Refused(
                Reason.ALREADY_HANDLED,
                who=escalation.acknowledged_by,
                at=escalation.acknowledged_at,
                number=number,
            )
        escalations.change(transaction, escalation, _acknowledged(transaction, escalation))
        return Answer("acknowledge", escalation.plate, number=number)

    return desk.do(body, operation)


def act(desk: Desk, number: int, seen: int, action: Action, plate: str, *, operation: str | None = None) -> Answer:
    """Carry out one of the four actions on a car (Z5a, Z5b, Z6a, Z6b).

    `seen` is the revision of the escalation the decision was made on: refused, with who was first, where somebody has
    acted on it since.
    """
    plate = parse_plate(plate)

    def body(transaction: Transaction) -> Answer:
        note_crossings(transaction, transaction.now)
        escalation = _open(transaction, number)
        if escalation.kind not in ACTED_ON:
            raise Refused(Reason.NOTHING_POSSIBLE, action=action, plate=plate, why=Reason.NOT_CROWDING)
        if escalation.revision != seen and escalation.acted_at is not None:
            raise Refused(Reason.ALREADY_HANDLED, who=escalation.acted_by, at=escalation.acted_at, number=number)
        floor = visits.floor(transaction.connection)
        option = next(o for o in options(floor, escalation.subject, transaction.now) if o.action is action)
        car = floor.car(plate)
        if not option.possible or car not in option.cars:
            raise Refused(Reason.NOTHING_POSSIBLE, action=action, plate=plate, why=option.reason)
        values: Row = {
            **(_acknowledged(transaction, escalation) if escalation.acknowledged_at is None else {}),
            "state": State.ACTED,
            "acted_at": transaction.now,
            "acted_by": transaction.actor.who,
            "action": action,
        }
        escalations.change(transaction, escalation, values)
        ticket = _carry_out(transaction, action, car, option)
        note_ends(transaction, transaction.now)
        place = option.place.key if option.place else car.place.key
        return Answer("act", plate, place, number=ticket, detail=action.value)

    return desk.do(body, operation)


def _carry_out(transaction: Transaction, action: Action, car: Car, option: Option) -> int:
    if option.place is None:
        exit_at = transaction.now + REORDER_GAIN
        transaction.update("visits", car.visit_id, {"expected_exit_at": exit_at}, where={"left_at": None})
        return 0
    check_move(visits.floor(transaction.connection), car, option.place)
    # A machine's clock may step back; what happens now never happens before what happened last.
    left = visits.last_in(transaction.connection, option.place)
    last = visits.last_change(transaction.connection, car.visit_id)
    visits.move(transaction, car, option.place, max(transaction.now, last, left.here_since if left else last))
    if action is Action.DIVERT:
        return tickets.issue(transaction, car.visit_id)
    return 0


def _open(transaction: Transaction, number: int) -> Escalation:
    escalation = escalations.get(transaction.connection, number)
    if not escalation.is_open:
        raise Refused(Reason.ESCALATION_CLOSED, number=number, who=escalation.cleared_by, at=escalation.cleared_at)
    return escalation


def _acknowledged(transaction: Transaction, escalation: Escalation) -> Row:
    state = escalation.state if escalation.state is State.ACTED else State.ACKNOWLEDGED
    return {"state": state, "acknowledged_at": transaction.now, "acknowledged_by": transaction.actor.who}
