"""A store with a month of crowding behind it, and whoever sits at its desk."""

from collections.abc import Callable

import pytest
from crowded import CARS, crowd

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

JUNE = 3 * DAY
"""From Friday 29 May to Monday 1 June."""


@pytest.fixture
def as_(desk: Desk, clock: ManualClock) -> Callable[[str], Desk]:
    """The desk with somebody at it, on 1 June: in May there was an over-count of twelve minutes, and an over-stay."""
    crowd(desk)
    clock.at += 12 * MINUTE
    for car in CARS[1:]:
        zone.leave(desk, Plate(car))
    clock.at += 10 * MINUTE
    zone.leave(desk, Plate(CARS[0]))
    clock.at += JUNE

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit
