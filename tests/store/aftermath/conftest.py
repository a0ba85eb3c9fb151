"""A store with people, and incidents that are over."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, reporting, steps
from frontdesk.desk.people import staff
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor, Post

PEOPLE = {"张三": Post.GUARD, "赵敏": Post.ADVISOR, "李强": Post.SUPERVISOR, "王芳": Post.MANAGER}
As = Callable[[str], Desk]
Report = Callable[..., int]


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
def report(as_: As, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Report something of which the manager takes command; the store has no playbook for it."""
    monkeypatch.setattr(steps, "playbook_of", lambda *_: None)

    def one(
        kind: IncidentKind = IncidentKind.SUPPLY, place: str = "workshop", *, is_over: bool = False, **more: Any
    ) -> int:
        desk = as_("王芳")
        number = reporting.report(desk, kind, place, **more).number
        if kind is not IncidentKind.HAZARD:
            commanding.take(desk, number)
        if is_over:
            commanding.end(desk, number)
        return number

    return one
