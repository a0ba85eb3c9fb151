"""A store in which the plan of the Dragon Boat Festival, 19 to 21 June 2026, is open. It is Saturday 30 May."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from frontdesk.desk import calendar
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.holidays import reading
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import planning
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import DAY, ManualClock


@pytest.fixture
def published(manager: Desk) -> None:
    """The Dragon Boat Festival is published as three free days; the store has a roster, so it plans holidays too."""
    planning.begin(manager, date(2026, 7, 1), date(2026, 7, 2))
    calendar.load(manager, PublishedYear(2026, {date(2026, 6, day): False for day in (19, 20, 21)}))


@pytest.fixture
def plan(published: None, manager: Desk, clock: ManualClock) -> int:
    """The plan that the agenda opened by itself; everybody has a number."""
    for name, post, phone in (("赵敏", Post.ADVISOR, "13800138003"), ("老周", Post.DRIVER, "13800138004")):
        staff.add(manager, name, post, phone)
    for place, person in enumerate(staff.everyone(manager)):
        if not person.phone:
            staff.change(manager, person.name, phone=f"1390000{place:04}")
    clock.at += DAY
    handling.evaluate(manager)
    (found,) = [number for _holiday, number in reading.ahead(manager).holidays if number]
    return found


@pytest.fixture
def desk_of(open_desk: Callable[..., Desk]) -> Any:
    """A desk with somebody at it."""
    return lambda who: open_desk("reception", who)
