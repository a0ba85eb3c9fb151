"""Dealing with an escalation: told, acknowledged, acted on, explained; and looking whether time has raised one."""

import json
from collections.abc import Generator
from dataclasses import dataclass

from data import escalations, events, policies, stations, steps, tasks, tickets, visits
from data.connection import Connection, reading
from data.stations import SignOfLife
from data.transaction import Row, Transaction
from frontdesk.desk import chain, crossings
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.actions import Option, gain, options
from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import Escalation, Step
from frontdesk.domain.kinds import Action, Kind, Outcome, State, StepKind, Why
from frontdesk.domain.plates import parse_plate
from frontdesk.domain.policy import Policy
from frontdesk.domain.tasks import ERRANDS, MOVES
from frontdesk.domain.tickets import ticket_name
from frontdesk.domain.zone import Car


def evaluate(desk: Desk, sign: SignOfLife | None = None) -> Answer | None:
    """Put on record what time alone has brought. Any station does it; the others then find nothing to do.

    `sign`: the evaluating station's own: whoever looks is there, however long ago it said so.
    """

    def body(transaction: Transaction) -> Answer | None:
        if sign is not None:
            stations.put(transaction.connection, sign, desk.clock.now())
        raised = crossings.note_crossings(transaction, transaction.now)
        cleared = crossings.note_ends(transaction, transaction.now)
        if not raised and not cleared:
            return None
        return Answer("evaluate", detail=f"raised {raised}, cleared {cleared}")

    return desk.do_if(body)


def tell(desk: Desk, number: int, operation: str | None = None, *, level: int | None = None) -> Answer:
    """The guard, or the reception desk, has told whoever was called last (Z5, Z6).

    `level`: the one whose addressee was told, where the chain may have gone on since; that goes on record, and leaves
    the present one to be told.
    """

    def body(transaction: Transaction) -> Answer:
        escalation = _open(transaction, number)
        if escalation.state is not State.RAISED:
            _refuse_handled(escalation)
        told = escalation.level if level is None else level
        if told == escalation.level:
            if escalation.is_told:
                raise Refused(Reason.ALREADY_HANDLED, who=escalation.told_by, at=escalation.told_at, number=number)
            # Also where the clock was set back since: told is told.
            told_at = max(transaction.now, escalation.called_at)
            values: Row = {"told_at": told_at, "told_by": transaction.actor.who}
            escalations.change(transaction, escalation, values)
        called = escalation.plan.stage(max(1, told)).decider
        role, person = chain.roster_of(transaction).to_fetch(called, transaction.now)
        detail = json.dumps({"person": person.name if person else ""}, ensure_ascii=False)
        steps.add(transaction, number, StepKind.TOLD, told, role=role, detail=detail)
        return Answer("tell", escalation.plate, number=number)

    return desk.do(body, operation)


def acknowledge(desk: Desk, number: int, operation: str | None = None) -> Answer:
    """Someone takes it on. Refused, with who was first, where someone has already."""

    def body(transaction: Transaction) -> Answer:
        escalation = _open(transaction, number)
        if escalation.state is not State.RAISED:
            _refuse_handled(escalation)
        escalations.change(transaction, escalation, {"state": State.ACKNOWLEDGED, **_acknowledged(transaction)})
        steps.add(transaction, number, StepKind.ACKNOWLEDGED, escalation.level)
        return Answer("acknowledge", escalation.plate, number=number)

    return desk.do(body, operation)


def act(
    desk: Desk,
    number: int,
    action: Action,
    plates: tuple[str, ...],
    *,
    seen: Millis | None,
    operation: str | None = None,
) -> Answer:
    """Decide on one of the four actions for one or several cars (Z5a, Z5b, Z6a, Z6b).

    What it asks of others appears on their stations; a car counts as moved when they say so. `seen` is when the
    escalation was last acted on, as far as whoever decides knew: refused, with who was first, where it is otherwise.
    An action answers every open crowding that it is good for: the over-count, and the over-stay of each car.
    """
    chosen = tuple(dict.fromkeys(parse_plate(plate) for plate in plates))

    def body(transaction: Transaction) -> Answer:
        crossings.note_crossings(transaction, transaction.now)
        escalation = _open(transaction, number)
        if not escalation.is_crowding:
            raise Refused(Reason.NOTHING_POSSIBLE, action=action, plate=escalation.plate, why=Reason.NOT_CROWDING)
        if escalation.acted_at != seen:
            raise Refused(Reason.ALREADY_HANDLED, who=escalation.acted_by, at=escalation.acted_at, number=number)
        connection = transaction.connection
        floor = visits.floor(connection)
        todo = tasks.open_ones(connection)
        offered = options(floor, escalation.subject, todo, transaction.now)
        option = next(option for option in offered if option.action is action)
        cars = tuple(floor.car(plate) for plate in chosen)
        sent = {task.plate for task in todo if task.errand in MOVES}
        reason = Reason.UNDER_WAY if sent & set(chosen) else option.why_not(chosen)
        if reason is not None:
            plate = chosen[0] if chosen else escalation.plate
            raise Refused(Reason.NOTHING_POSSIBLE, action=action, plate=plate, why=reason)
        policy = policies.current(connection)
        asked = _ask(transaction, number, option, cars, policy)
        for each in _answered_by(transaction, escalation, action, cars):
            _acted(transaction, each, action, policy, {"action": action, "cars": asked})
        return Answer(
            "act",
            chosen[0],
            str(asked[0]["place"]),
            number=int(str(asked[0]["ticket"] or 0)),
            detail=action.value,
            others=chosen[1:],
        )

    return desk.do(body, operation)


def explain(desk: Desk, number: int, why: Why, operation: str | None = None) -> Answer:
    """Say why a crowding was over with nobody having acted (Z7); it goes for all crossings of the same prompt."""

    def body(transaction: Transaction) -> Answer:
        escalation = escalations.get(transaction.connection, number)
        if escalation.is_open:
            raise Refused(Reason.STILL_STANDS, number=number)
        if escalation.why is not None:
            said = [step.at for step in steps.of(transaction.connection, number) if step.kind is StepKind.EXPLAINED]
            raise Refused(
                Reason.ALREADY_HANDLED, who=escalation.explained_by, at=max(said, default=None), number=number
            )
        if escalation.outcome is not Outcome.UNHANDLED:
            raise Refused(Reason.NOTHING_TO_EXPLAIN, number=number)
        for each in escalations.series(transaction.connection, escalation):
            if each.is_unexplained:
                escalations.change(transaction, each, {"why": why, "explained_by": transaction.actor.who})
                steps.add(transaction, each.id, StepKind.EXPLAINED, each.level, detail=json.dumps({"why": why}))
        return Answer("explain", escalation.plate, number=number, detail=why.value)

    return desk.do(body, operation)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on record about one escalation, with the other crossings of its prompt."""

    escalation: Escalation
    steps: tuple[Step, ...]
    series: tuple[Escalation, ...]


def page(desk: Desk, number: int) -> Page:
    """Return an escalation's page. Raises `Refused(NO_ESCALATION)`."""

    def look(connection: Connection) -> Page:
        found = escalations.get(connection, number)
        return Page(found, steps.of(connection, number), escalations.series(connection, found))

    return desk.read(look)


def since(desk: Desk, at: Millis = 0) -> Generator[tuple[Escalation, tuple[Step, ...]], None, None]:
    """Give every escalation crossed at or after an instant, in order of crossing, each with its record.

    One read transaction as long as it is gone through: ask the desk nothing else in between.
    """
    with reading(desk.connection) as connection:
        lines = steps.since(connection, at)
        line = next(lines, None)
        for escalation in escalations.since(connection, at):
            own: list[Step] = []
            while line is not None and line.escalation == escalation.id:
                own.append(line)
                line = next(lines, None)
            yield escalation, tuple(own)


def changed_by(desk: Desk, seq: int) -> frozenset[int]:
    """Return the numbers of the escalations that an event dealt with."""
    changes = desk.read(lambda connection: events.changes(connection, seq))
    return frozenset(change["id"] for change in changes if change["table"] == "escalations")


def lately(desk: Desk, limit: int = 100) -> tuple[Escalation, ...]:
    """Return the escalations crossed last, newest first."""
    return desk.read(lambda connection: escalations.lately(connection, limit))


def count(desk: Desk) -> int:
    """Return how many escalations are on record."""
    return desk.read(escalations.count)


def usual_zone_time(desk: Desk) -> Millis:
    """Return how long cars are usually in the zone: what an action gains is reckoned against it."""
    return desk.read(lambda connection: visits.usual_zone_time(connection) or policies.current(connection).over_stay)


def _open(transaction: Transaction, number: int) -> Escalation:
    """Return an escalation that still stands, with what was due before this. Raises `Refused`, with who was first."""
    chain.advance(transaction, transaction.now, number)
    escalation = escalations.get(transaction.connection, number)
    if not escalation.is_open:
        raise Refused(Reason.ESCALATION_CLOSED, number=number, who=escalation.cleared_by, at=escalation.cleared_at)
    return escalation


def _refuse_handled(escalation: Escalation) -> None:
    acted = escalation.state is State.ACTED
    raise Refused(
        Reason.ALREADY_HANDLED,
        who=escalation.acted_by if acted else escalation.acknowledged_by,
        at=escalation.acted_at if acted else escalation.acknowledged_at,
        number=escalation.id,
    )


def _acknowledged(transaction: Transaction) -> Row:
    return {"acknowledged_at": transaction.now, "acknowledged_by": transaction.actor.who}


def _ask(transaction: Transaction, number: int, option: Option, cars: tuple[Car, ...], policy: Policy) -> list[Row]:
    """Ask for what an action takes with each car; return what stands of it in the record."""
    usual = visits.usual_zone_time(transaction.connection) or policy.over_stay
    reorder = policy.reorder_s * SECOND
    asked: list[Row] = []
    for index, car in enumerate(cars):
        place = option.places[index].key if option.places else car.place.key
        ticket = tickets.issue(transaction, car.visit_id) if option.action is Action.DIVERT else 0
        if option.action is Action.REORDER:
            exit_at = transaction.now + reorder
            transaction.update("visits", car.visit_id, {"expected_exit_at": exit_at}, where={"left_at": None})
        for errand in ERRANDS[option.action]:
            target, slip = place if errand in MOVES else "", ticket_name(ticket) if ticket else ""
            tasks.ask(transaction, number, errand, visit_id=car.visit_id, place=target, ticket=slip)
        gained = gain(option, car, usual, reorder, transaction.now) // SECOND
        asked.append({"plate": car.plate, "place": place, "ticket": ticket, "gained_s": gained})
    return asked


def _answered_by(
    transaction: Transaction, escalation: Escalation, action: Action, cars: tuple[Car, ...]
) -> list[Escalation]:
    """Return the open crowdings that an action answers: the one decided on first."""
    subjects = {f"visit:{car.visit_id}" for car in cars}
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
        **(_acknowledged(transaction) if escalation.state is State.RAISED else {}),
        "state": State.ACTED,
        "acted_at": now,
        "acted_by": transaction.actor.who,
        "action": action,
        "verify_at": now + max(escalation.plan.verify, promised),
    }
    escalations.change(transaction, escalation, values)
    steps.add(
        transaction, escalation.id, StepKind.ACTED, escalation.level, detail=json.dumps(detail, ensure_ascii=False)
    )
