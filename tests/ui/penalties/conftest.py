"""A store with a complaint about a car that waited, and a penalty for it."""

import pytest
from crowded import complain, crowd

from frontdesk.desk import penalties
from frontdesk.domain.people.staff import Actor, Post


@pytest.fixture
def crowded(staffed):
    """Four cars in the zone, and a complaint about the first of them, No. 1."""
    desk = staffed
    crowd(desk, {"李建国": Post.DIRECTOR, "赵敏": Post.ADVISOR})
    desk.actor = Actor("manager", "王五")
    complain(desk)
    return desk


@pytest.fixture
def proposed(crowded):
    """A penalty of 张三, proposed by 王五."""
    penalties.propose(crowded, 1, "张三", words="没有及时报告")
    return crowded
