"""Whoever comes too late is told who was first, and when: two stations may want the same at the same instant."""

from collections.abc import Generator
from contextlib import contextmanager

from data import journal
from data.engine.connection import Connection
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.lounge import LoungeReason, TicketEvent
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.reasons import ZoneReason

_GONE = (ZoneEvent.LEAVE, ZoneEvent.TURN_AWAY)
_PUT_THERE = (
    ZoneEvent.ARRIVE, ZoneEvent.MOVE, ZoneEvent.SWAP, ZoneEvent.HAND_OVER, EscalationEvent.DONE,
    TicketEvent.RETURN,
)  # fmt: skip

_DONE_BEFORE: dict[Reason, tuple[Event, ...]] = {
    ZoneReason.ALREADY_HERE: (ZoneEvent.ARRIVE,),
    ZoneReason.SAME_PLACE: _PUT_THERE,
    ZoneReason.PLACE_FULL: _PUT_THERE,
    ZoneReason.NOT_IN_LANE: _PUT_THERE,
    ZoneReason.ALREADY_WORK_ORDER: (ZoneEvent.WORK_ORDER,),
    ZoneReason.NOT_HERE: _GONE,
    LoungeReason.CALLED_TWICE: (TicketEvent.CALL,),
    LoungeReason.TICKET_NO_SHOW: (TicketEvent.NO_SHOW,),
    LoungeReason.NO_NO_SHOW: (TicketEvent.RESTORE,),
    LoungeReason.NO_TICKET: (*_PUT_THERE, *_GONE),
}
"""What was done before, where something is refused because of it."""


@contextmanager
def named(connection: Connection, now: Millis) -> Generator[None, None, None]:
    """Add to a refusal the entry that came before."""
    try:
        yield
    except Refused as refusal:
        plate, done = _about(refusal), _DONE_BEFORE.get(refusal.reason)
        first = journal.last_about(connection, plate, done) if plate and done else None
        if first is None or not first.who:
            raise
        raise Refused(refusal.reason, **{"now": now, **refusal.facts, "first": first}) from refusal


def _about(refusal: Refused) -> Plate | None:
    """Return the plate of the car that what was done before is about."""
    cars = refusal.facts.get("cars")
    plate = getattr(cars[0], "plate", None) if isinstance(cars, tuple) and len(cars) == 1 else None
    found = plate or refusal.facts.get("plate")
    return Plate(str(found)) if found else None
