"""A store with people of every rank, and each of them at a desk."""

from collections.abc import Callable

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post

PEOPLE = {
    "张三": ("guard", Post.GUARD),
    "李四": ("reception", Post.ADVISOR),
    "王五": ("manager", Post.MANAGER),
    "赵六": ("manager", Post.DIRECTOR),
}


@pytest.fixture
def at(open_desk: Callable[..., Desk]) -> Callable[[str], Desk]:
    """The desk of somebody of the staff."""
    first = open_desk("manager", "王五")
    for name, (_station, post) in PEOPLE.items():
        staff.add(first, name, post)
    desks = {name: open_desk(station, name) for name, (station, _post) in PEOPLE.items()}
    desks[""] = open_desk("guard", "")
    return desks.__getitem__
