"""A store with people, for tests of the weather."""

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post


@pytest.fixture(autouse=True)
def at_work(desk: Desk) -> None:
    staff.add(desk, "张三", Post.ADVISOR)
    staff.add(desk, "王芳", Post.MANAGER)
    staff.add(desk, "李建国", Post.DIRECTOR)
