"""A store with people, whose checks are still off."""

from collections.abc import Callable

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post

PEOPLE = {"王芳": Post.MANAGER, "张三": Post.GUARD, "赵敏": Post.ADVISOR, "李建国": Post.DIRECTOR}


@pytest.fixture
def as_(desk: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit
