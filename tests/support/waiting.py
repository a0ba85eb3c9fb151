"""Customers in the lounge, brought there as the desk does it: four cars in the zone, one diverted, its car parked."""

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, tasks
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

FILLERS = (Plate("苏Z00001"), Plate("苏Z00002"), Plate("苏Z00003"))
MINUTE = 60_000


def divert(desk: Desk, clock: ManualClock, *plates: Plate) -> None:
    """Let each car arrive at a full zone and be diverted, a minute apart; then the bays are free again."""
    for filler in FILLERS:
        zone.arrive(desk, filler)
    for plate in plates:
        zone.arrive(desk, plate)
        crowding = next(e for e in desk.snapshot().escalations if e.kind is Kind.OVER_COUNT)
        decisions.act(desk, crowding.id, Action.DIVERT, (plate,), seen=crowding.acted_at)
        for task in desk.snapshot().tasks:
            tasks.done(desk, task.id)
        clock.at += MINUTE
    for filler in FILLERS:
        zone.leave(desk, filler)
