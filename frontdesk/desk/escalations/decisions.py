"""Deciding on a crowding: one of the four actions, for one or several cars (Z5a, Z5b, Z6a, Z6b)."""

import json

from data import lounge
from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.escalations import escalations, record, tasks
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.escalations.handling import acknowledged, open_one
from frontdesk.domain.escalations.actions import Option, choose, gain, options
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.tasks import ERRANDS, MOVES
from frontdesk.domain.escalations.terms import Action, Kind, LineKind, State
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.places import Place


def act(
    desk: Desk,
    number: int,
    action: Action,
    plates: tuple[Plate, ...],
    *,
    seen: Millis | None,
    operation: str | None = None,
) -> Result:
    """Decide on one of the four actions for one or several cars (Z5a, Z5b, Z6a, Z6b).

    The errands appear on the stations of those who do them; a car counts as moved when they say so. `seen`: when the
    escalation was last acted on, as far as the person deciding knew; refused, with who was first, if that has changed.
    An action answers every open crowding that it helps: the over-count, and the over-stay of each car.
    """
    chosen = tuple(dict.fromkeys(plates))

    def body(transaction: Transaction) -> Result:
        crossings.note_crossings(transaction, transaction.now)
        escalation = _unhandled(transaction, number, action, seen)
        connection = transaction.connection
        floor, todo = floors.floor(connection), tasks.open_ones(connection)
        offered = options(floor, escalation.subject, todo, transaction.now)
        option = next(option for option in offered if option.action is action)
        cars = tuple(floor.car(plate) for plate in chosen)
        going = choose(option, cars, todo, escalation.plate)
        policy = policies.current(connection)
        asked = _ask(transaction, number, option, going, policy)
        for each in _answered_by(transaction, escalation, action, cars):
            _acted(transaction, each, action, policy, {"action": action, "cars": asked})
        # Whoever has a ticket now is no late reception.
        crossings.note_ends(transaction, transaction.now)
        place, ticket = str(asked[0]["place"]), int(str(asked[0]["ticket"] or 0))
        return Result(EscalationEvent.ACT, chosen[0], place, number=ticket, facts={"action": action}, others=chosen[1:])

    return desk.do(body, operation)


def _unhandled(transaction: Transaction, number: int, action: Action, seen: Millis | None) -> Escalation:
    """Return a crowding that nobody has acted on since it was seen. Raises `Refused`, with who was first."""
    escalation = open_one(transaction, number)
    if not escalation.is_crowding:
        raise Refused(
            EscalationReason.NOTHING_POSSIBLE, action=action, plate=escalation.plate, why=EscalationReason.NOT_CROWDING
        )
    if escalation.acted_at != seen:
        raise Refused(EscalationReason.ALREADY_HANDLED, who=escalation.acted_by, at=escalation.acted_at, number=number)
    return escalation


def usual_zone_time(desk: Desk) -> Millis:
    """Return how long cars are usually in the zone; the gain of an action is calculated from it."""
    return desk.read(lambda connection: visits.usual_zone_time(connection) or policies.current(connection).over_stay)


def _ask(
    transaction: Transaction, number: int, option: Option, going: tuple[tuple[Car, Place], ...], policy: Policy
) -> list[Row]:
    """Ask for the errands of an action for each car; return their text for the record."""
    usual = visits.usual_zone_time(transaction.connection) or policy.over_stay
    reorder = policy.reorder_s * SECOND
    asked: list[Row] = []
    for car, place in going:
        ticket = lounge.issue(transaction, car.visit_id) if option.action is Action.DIVERT else 0
        if option.action is Action.REORDER:
            exit_at = transaction.now + reorder
            transaction.update("visits", car.visit_id, {"expected_exit_at": exit_at}, where={"left_at": None})
        for errand in ERRANDS[option.action]:
            target, slip = place.key if errand in MOVES else "", ticket_name(ticket) if ticket else ""
            tasks.ask(transaction, number, errand, visit_id=car.visit_id, place=target, ticket=slip)
        gained = gain(option, car, usual, reorder, transaction.now) // SECOND
        asked.append({"plate": car.plate, "place": place.key, "ticket": ticket, "gained_s": gained})
    return asked


def _answered_by(
    transaction: Transaction, escalation: Escalation, action: Action, cars: tuple[Car, ...]
) -> list[Escalation]:
    """Return the open crowdings that an action answers, the one decided on first."""
    subjects = {Subject.of_visit(car.visit_id) for car in cars}
    moves = any(errand in MOVES for errand in ERRANDS[action])
    others = [
        each
        for each in escalations.open_ones(transaction.connection)
        if each.is_crowding and each.id != escalation.id
        if each.subject in subjects or (each.kind is Kind.OVER_COUNT and moves)
    ]
    return [escalation, *others]


def _acted(transaction: Transaction, escalation: Escalation, action: Action, policy: Policy, detail: Row) -> None:
    now = transaction.now
    # Whose jobs are re-ordered leaves when that is done, not before.
    promised = policy.reorder_s * SECOND if action is Action.REORDER else 0
    values: Row = {
        **(acknowledged(transaction) if escalation.state is State.RAISED else {}),
        "state": State.ACTED,
        "acted_at": now,
        "acted_by": transaction.actor.who,
        "action": action,
        "verify_at": now + max(escalation.plan.verify, promised),
    }
    escalations.change(transaction, escalation, values)
    record.add(
        transaction, escalation.id, LineKind.ACTED, escalation.level, detail=json.dumps(detail, ensure_ascii=False)
    )
