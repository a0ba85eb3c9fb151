"""A store with people, open from 8:30 to 18:00 each day. It is the 29th of May, 2026."""

from collections.abc import Callable

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post

PEOPLE = {
    "王芳": Post.MANAGER, "李强": Post.SUPERVISOR, "赵敏": Post.ADVISOR, "小钱": Post.PARTS, "张三": Post.GUARD,
    "老周": Post.DRIVER,
}  # fmt: skip


@pytest.fixture
def as_(desk: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    sit("王芳")
    return sit
