"""A store with people, and something that happens there for which people are counted."""

from collections.abc import Callable

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.runs.playbook import Playbook, Step

PEOPLE = {"张三": Post.GUARD, "赵敏": Post.ADVISOR, "李强": Post.SUPERVISOR, "王芳": Post.MANAGER, "许亮": Post.ADVISOR}
As = Callable[[str], Desk]


@pytest.fixture
def as_(desk: Desk) -> As:
    """The desk with somebody at it."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit


@pytest.fixture
def matter(as_: As) -> int:
    """The number of something that happens at the store."""
    desk = as_("王芳")
    playbooks.load(desk, Playbook("test", "试", "store", (Step("a", "做"),), ()))
    return starting.start(desk, "test", "zh").number
