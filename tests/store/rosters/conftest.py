"""A store whose people are put down for the first week of June."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import planning, publishing
from frontdesk.domain.people.staff import Post

FIRST = date(2026, 6, 1)
"""A Monday; it is Friday 29 May."""


def day(ahead: int) -> date:
    return FIRST + timedelta(days=ahead)


@pytest.fixture
def draft(manager: Desk) -> int:
    """A week in which two advisors take turns, and a guard; nothing is proposed."""
    for name, post in (("赵敏", Post.ADVISOR), ("周敏", Post.ADVISOR), ("张三", Post.GUARD), ("小陈", Post.GUARD)):
        staff.add(manager, name, post)
    number = planning.begin(manager, FIRST, day(6)).number
    for ahead in range(6):
        early, late = ("李四", "赵敏") if ahead % 2 else ("赵敏", "李四")
        if ahead % 2:
            early, late = late, early
        planning.set_turn(manager, number, day(ahead), early, "early")
        planning.set_turn(manager, number, day(ahead), late, "late")
        planning.set_turn(manager, number, day(ahead), "张三", "early")
        planning.set_turn(manager, number, day(ahead), "王五", "early")
    return number


@pytest.fixture
def published(draft: int, manager: Desk) -> int:
    """The same, published by the manager's own signature."""
    publishing.submit(manager, draft)
    approvals.sign(manager, draft)
    return draft


@pytest.fixture
def desk_of(open_desk: Callable[..., Desk]) -> Any:
    """A desk with somebody at it."""
    return lambda who: open_desk("reception", who)
