"""A store that follows each car in repair, and whoever works there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")
PEOPLE = {"王芳": Post.MANAGER, "赵敏": Post.SUPERVISOR, "陈静": Post.ADVISOR, "李建国": Post.DIRECTOR}


@pytest.fixture
def shop(desk: Desk) -> Desk:
    """The desk of a store whose cars are followed from the work order on."""
    desk.actor = Actor("manager", "王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "")
    policy.load(desk, replace(Policy(), progress="all"))
    return desk


@pytest.fixture
def as_(shop: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""

    def sit(who: str) -> Desk:
        shop.actor = Actor("reception", who)
        return shop

    return sit


@pytest.fixture
def in_repair(as_: Callable[[str], Desk], clock: ManualClock) -> Callable[[str], Desk]:
    """A car the workshop has; its customer was received by 陈静 two minutes before noon in the store."""
    desk = as_("陈静")
    zone.arrive(desk, CAR)
    zone.receive(desk, CAR)
    zone.make_work_order(desk, CAR)
    zone.hand_over(desk, CAR)
    return as_
