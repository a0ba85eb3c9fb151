"""A store with an over-full zone and a complaint, and whoever sits at its desk."""

from collections.abc import Callable

import pytest
from crowded import crowd

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor


@pytest.fixture
def crowded(desk: Desk) -> Desk:
    crowd(desk)
    return desk


@pytest.fixture
def as_(crowded: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""

    def sit(who: str) -> Desk:
        crowded.actor = Actor("manager", who)
        return crowded

    return sit
