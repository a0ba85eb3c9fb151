"""Cameras at the gate: put in with a token of their own, and what becomes of what they report (Z4)."""

import secrets
from collections.abc import Callable
from hashlib import blake2b

from data import gates
from data.engine.connection import Connection, errors_as_sentences
from data.engine.transaction import Transaction
from data.engine.turns import writing
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.gates import Direction, Gate, GateEvent, GateReason, Outcome, Read, passed_just_now
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT, Actor, Proof
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line
from frontdesk.domain.zone.reasons import ZoneReason

_BYTES = 16
_ON_RECORD = frozenset({ZoneReason.ALREADY_HERE, ZoneReason.NOT_HERE})


def add(desk: Desk, name: str, direction: Direction, operation: str | None = None) -> tuple[Result, str]:
    """Put in a gate; return its token, which is told once: "" where the operation id is known.

    Raises `Refused`: GATE_NAME, ALREADY_GATE.
    """
    name, token, told = whole_line(name, NAME_LIMIT), secrets.token_urlsafe(_BYTES), ""
    if not name:
        raise Refused(GateReason.GATE_NAME)

    def body(transaction: Transaction) -> Result:
        nonlocal told
        told = token
        return Result(GateEvent.ADD, number=gates.add(transaction, name, direction, _kept(token)), facts={"name": name})

    return desk.do(body, operation), told


def remove(desk: Desk, name: str, operation: str | None = None) -> Result:
    """Take a gate out. Raises `Refused(NO_GATE)`."""
    name = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        return Result(GateEvent.REMOVE, number=gates.remove(transaction, name), facts={"name": name})

    return desk.do(body, operation)


def everyone(desk: Desk) -> tuple[Gate, ...]:
    """Return the gates."""
    return desk.read(gates.everyone)


def of_token(desk: Desk, token: str) -> Gate | None:
    """Return the gate with this token; None for none."""
    return desk.read(lambda connection: gates.of_token(connection, _kept(token)))


def take(desk: Desk, gate: Gate, read: Read) -> Outcome:
    """Register what a camera saw, or show it to a guard; what is on record already is left alone.

    Sending the same once more does nothing more. A stored read that comes late is back-dated.
    """
    desk.actor = Actor("gate", gate.name, Proof.GATE)
    now, policy = desk.now(), desk.snapshot().policy
    plate = read.plate(policy.province)
    if not plate or not read.is_credible(now) or not read.is_sure(policy.camera_sure_percent):
        return _show(desk, gate, read, now)
    at = read.happened(now)
    came, is_here = desk.read(lambda connection: _lately(connection, plate, now if at is None else at))
    if came:
        return Outcome.AGAIN
    pass_gate: Callable[..., Result] = zone.leave if _goes_out(gate, read, is_here=is_here) else zone.arrive
    try:
        pass_gate(desk, plate, at=at, operation=read.operation(gate, now))
    except Refused as refusal:
        return Outcome.AGAIN if refusal.reason in _ON_RECORD else _show(desk, gate, read, now)
    return Outcome.DONE


def looked_at(desk: Desk, number: int) -> bool:
    """Forget what a guard has looked at; return False where another guard was first."""
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        is_first = gates.looked_at(connection, number)
    desk.poke()
    return is_first


def _show(desk: Desk, gate: Gate, read: Read, now: Millis) -> Outcome:
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        gates.note(connection, gate, read.shown, now)
    desk.poke()
    return Outcome.UNSURE


def _lately(connection: Connection, plate: Plate, at: Millis) -> tuple[bool, bool]:
    """Return whether a car passed about then, and whether it is here."""
    car = floors.floor(connection).find(plate)
    came = None if car is None else car.arrived_at
    return passed_just_now((came, visits.last_departure(connection, plate)), at), car is not None


def _goes_out(gate: Gate, read: Read, *, is_here: bool) -> bool:
    direction = read.direction if gate.direction is Direction.BOTH else gate.direction
    return is_here if direction in {None, Direction.BOTH} else direction is Direction.OUT


def _kept(token: str) -> str:
    return blake2b(token.encode(), digest_size=16).hexdigest()
