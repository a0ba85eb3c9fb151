"""A store with people, and runs begun from playbooks made for the test."""

from collections.abc import Callable
from typing import Any

import pytest
from run_model import PEOPLE

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.runs.playbook import Fact, Playbook, Step


@pytest.fixture
def as_(desk: Desk) -> Callable[[str], Desk]:
    """The desk with somebody at it."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, Post(post))

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit


@pytest.fixture
def begun(as_: Callable[[str], Desk]) -> Callable[..., int]:
    """Loads a playbook of these steps and begins it as the manager; returns the matter's number."""

    def begin(*steps: dict[str, Any], key: str = "test", facts: tuple[str, ...] = ()) -> int:
        made = tuple(Step(**{"title": step["key"], **step}) for step in steps)
        told = {step.when for step in made if step.when}
        playbook = Playbook(key, "试", "store", made, tuple(Fact(fact, f"若 {fact}") for fact in sorted(told)))
        desk = as_("王芳")
        playbooks.load(desk, playbook)
        return starting.start(desk, key, "zh", facts=facts).number

    return begin
