"""A store with everybody a rescue needs."""

from collections.abc import Callable

import pytest
from rescue_team import PEOPLE, Team

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff


@pytest.fixture
def team(open_desk: Callable[..., Desk]) -> Team:
    desk = open_desk("manager", "王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "13800010061" if name == "刘军" else "")
    return Team(desk)
