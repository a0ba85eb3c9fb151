"""A store with a month behind it, and whoever sits at its desk."""

from collections.abc import Callable

import pytest
from month_of_may import live_through

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock


@pytest.fixture
def as_(desk: Desk, clock: ManualClock) -> Callable[[str], Desk]:
    """The desk with somebody at it, on 1 June."""
    live_through(desk, clock)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit
