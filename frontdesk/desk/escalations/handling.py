"""Handling an escalation: tell, acknowledge, explain; and checking whether time alone has raised one."""

import json
from typing import NoReturn

from data import agenda, stations
from data.engine.transaction import Row, Transaction
from data.escalations import escalations, record
from data.stations import SignOfLife
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import calls, crossings
from frontdesk.desk.overdue_messages import pass_time
from frontdesk.desk.people import duty
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.terms import ONLY_SEEN, Kind, LineKind, Outcome, State, Why
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import DAY, HOUR, Millis
from frontdesk.domain.values.errors import Refused

_FARTHEST: Millis = DAY + 2 * HOUR
"""No day takes longer, so that what comes daily is nearer."""
_FARTHEST_OF = {agenda.REVIEW: 32 * DAY, agenda.APPOINTMENTS: 400 * DAY}
"""How far ahead what comes more seldom is planned."""


def evaluate(desk: Desk, sign: SignOfLife | None = None) -> Result | None:
    """Record what time alone has brought. Any station can do it; the others then find nothing to do.

    `sign`: the evaluating station's own sign of life, because a station that looks is there, however old its last
    sign is.
    """

    def body(transaction: Transaction) -> Result | None:
        if sign is not None:
            stations.put(transaction.connection, sign, desk.clock.now())
        raised = crossings.note_crossings(transaction, transaction.now)
        cleared = crossings.note_ends(transaction, transaction.now)
        if not raised and not cleared:
            return None
        return Result(EscalationEvent.EVALUATE, facts={"crossings": f"raised {raised}, cleared {cleared}"})

    done = desk.do_if(body)
    return _come(desk) or pass_time(desk) or done


def _come(desk: Desk) -> Result | None:
    """Do what the agenda has; if all of it is far ahead, it may have been planned by a clock that was wrong."""
    planned, now = desk.read(agenda.next_one), desk.now()
    if planned is None or now < planned.at <= now + _FARTHEST_OF.get(planned.rule, _FARTHEST):
        return None
    from frontdesk.desk.agenda_rules import come  # noqa: PLC0415 - a few times a day, and a station opens without it

    return come(desk)


def tell(desk: Desk, number: int, operation: str | None = None, *, level: int | None = None) -> Result:
    """Record that the guard or the reception desk has told the person called last (Z5, Z6).

    `level`: the level whose person was told, if the chain may have gone on since. That is recorded, and the person of
    the present level still has to be told.
    """

    def body(transaction: Transaction) -> Result:
        escalation = open_one(transaction, number)
        if escalation.state is not State.RAISED:
            _refuse_handled(escalation)
        told = escalation.level if level is None else level
        if told == escalation.level:
            if escalation.is_told:
                raise Refused(
                    EscalationReason.ALREADY_HANDLED, who=escalation.told_by, at=escalation.told_at, number=number
                )
            # Also where the clock was set back since: told is told.
            told_at = max(transaction.now, escalation.called_at)
            values: Row = {"told_at": told_at, "told_by": transaction.actor.who}
            escalations.change(transaction, escalation, values)
        called = escalation.plan.stage(max(1, told)).decider
        role, person = duty.roster_of(transaction).to_fetch(called, transaction.now)
        detail = json.dumps({"person": person.name if person else ""}, ensure_ascii=False)
        record.add(transaction, number, LineKind.TOLD, told, role=role, detail=detail)
        return Result(EscalationEvent.TELL, escalation.plate, number=number)

    return desk.do(body, operation)


def see(desk: Desk, numbers: tuple[int, ...], operation: str | None = None) -> Result:
    """Someone has read what nobody takes on; it stands, and the others are called as before (Z4a).

    What is over by now is passed over. Refused where all of it is, or where this person has seen it before.
    """
    return desk.do(lambda transaction: _see(transaction, numbers), operation)


def _see(transaction: Transaction, numbers: tuple[int, ...]) -> Result:
    calls.advance(transaction, transaction.now)
    found = [escalations.get(transaction.connection, number) for number in numbers]
    standing = [escalation for escalation in found if escalation.is_open]
    if not standing:
        _refuse_closed(found[0])
    who = transaction.actor.who
    known = {(each.escalation, each.level) for each in record.seen(transaction.connection) if each.who == who}
    fresh = [escalation for escalation in standing if (escalation.id, escalation.level) not in known]
    if not fresh:
        lines = record.of(transaction.connection, standing[0].id)
        at = max(line.at for line in lines if line.kind is LineKind.SEEN and line.who == who)
        raise Refused(EscalationReason.ALREADY_HANDLED, who=who, at=at, number=standing[0].id)
    for escalation in fresh:
        record.add(transaction, escalation.id, LineKind.SEEN, escalation.level)
    return Result(EscalationEvent.SEE, fresh[0].plate, number=fresh[0].id)


def acknowledge(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Someone takes it on. Refused, with who was first, where someone has already.

    What nobody takes on is seen by that.
    """

    def body(transaction: Transaction) -> Result:
        escalation = open_one(transaction, number)
        if escalation.kind in ONLY_SEEN:
            return _see(transaction, (number,))
        if escalation.kind is Kind.INCIDENT:
            raise Refused(IncidentReason.BY_COMMAND, number=escalation.subject.number)
        if escalation.state is not State.RAISED:
            _refuse_handled(escalation)
        escalations.change(transaction, escalation, {"state": State.ACKNOWLEDGED, **acknowledged(transaction)})
        record.add(transaction, number, LineKind.ACKNOWLEDGED, escalation.level)
        return Result(EscalationEvent.ACKNOWLEDGE, escalation.plate, number=number)

    return desk.do(body, operation)


def explain(desk: Desk, number: int, why: Why, operation: str | None = None) -> Result:
    """Say why a crowding ended without anybody acting (Z7); it counts for all crossings of the same prompt."""

    def body(transaction: Transaction) -> Result:
        escalation = escalations.get(transaction.connection, number)
        if escalation.is_open:
            raise Refused(EscalationReason.STILL_STANDS, number=number)
        if escalation.why is not None:
            said = [step.at for step in record.of(transaction.connection, number) if step.kind is LineKind.EXPLAINED]
            raise Refused(
                EscalationReason.ALREADY_HANDLED, who=escalation.explained_by, at=max(said, default=None), number=number
            )
        if escalation.outcome is not Outcome.UNHANDLED:
            raise Refused(EscalationReason.NOTHING_TO_EXPLAIN, number=number)
        for each in escalations.series(transaction.connection, escalation):
            if each.is_unexplained:
                escalations.change(transaction, each, {"why": why, "explained_by": transaction.actor.who})
                record.add(transaction, each.id, LineKind.EXPLAINED, each.level, detail=json.dumps({"why": why}))
        return Result(EscalationEvent.EXPLAIN, escalation.plate, number=number, facts={"why": why})

    return desk.do(body, operation)


def open_one(transaction: Transaction, number: int) -> Escalation:
    """Return an open escalation, after making the calls due before now. Raises `Refused`, with who was first."""
    calls.advance(transaction, transaction.now, number)
    escalation = escalations.get(transaction.connection, number)
    if not escalation.is_open:
        _refuse_closed(escalation)
    return escalation


def _refuse_closed(escalation: Escalation) -> NoReturn:
    raise Refused(
        EscalationReason.ESCALATION_CLOSED, number=escalation.id, who=escalation.cleared_by, at=escalation.cleared_at
    )


def _refuse_handled(escalation: Escalation) -> None:
    acted = escalation.state is State.ACTED
    raise Refused(
        EscalationReason.ALREADY_HANDLED,
        who=escalation.acted_by if acted else escalation.acknowledged_by,
        at=escalation.acted_at if acted else escalation.acknowledged_at,
        number=escalation.id,
    )


def acknowledged(transaction: Transaction) -> Row:
    """Return the fields of an escalation that change when somebody takes it on."""
    return {"acknowledged_at": transaction.now, "acknowledged_by": transaction.actor.who}
