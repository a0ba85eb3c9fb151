"""A store with a May behind it."""

import pytest
from month_of_may import live_through

from frontdesk.domain.people.staff import Actor, Post


@pytest.fixture
def june(staffed, clock):
    """On 1 June: in May there were an over-count and an over-stay."""
    live_through(staffed, clock, {"李建国": Post.DIRECTOR, "赵敏": Post.ADVISOR})
    staffed.actor = Actor("manager", "王五")
    return staffed
