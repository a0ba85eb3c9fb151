"""A store with people for three signatures, and whoever sits at its desk."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.plans import plans, publishing
from frontdesk.desk.plans.plans import Draft
from frontdesk.domain.people.staff import Actor, Post

PEOPLE = {"王芳": Post.MANAGER, "李建国": Post.DIRECTOR, "张总": Post.GENERAL_MANAGER, "赵敏": Post.ADVISOR}


@pytest.fixture
def as_(desk: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit


@pytest.fixture
def written(as_: Callable[[str], Desk]) -> Callable[..., int]:
    """Writes a version of the zone's plan; returns its number."""

    def write(by: str = "王芳", key: str = "zone", *, numbers: dict[str, Any] | None = None, **said: str) -> int:
        desk = as_(by)
        policy = None if numbers is None else replace(plans.base(desk), **numbers)
        known = {plan.plan.key for plan in plans.listed(desk)}
        title = "" if key in known else "预检区应急预案"
        words = {"text": "一、先疏导。", "after": "五台为超量", "why": "车多", **said}
        return plans.write(desk, key, Draft(title, policy=policy, **words)).number

    return write


@pytest.fixture
def in_force(as_: Callable[[str], Desk], written: Callable[..., int]) -> Callable[..., int]:
    """Writes a version, has it signed, and puts it in force; returns its number."""

    def publish(by: str = "王芳", key: str = "zone", *, numbers: dict[str, Any] | None = None, **said: str) -> int:
        number = written(by, key, numbers=numbers, **said)
        plans.submit(as_(by), key)
        approvals.sign(as_("李建国"), number)
        approvals.sign(as_("张总"), number)
        publishing.publish(as_(by), key)
        return number

    return publish
