"""People who can have a duty."""

import pytest

from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post


@pytest.fixture
def people(staffed):
    """A supervisor and a director beside the guard, the advisor and the manager."""
    staff.add(staffed, "孙磊", Post.SUPERVISOR, "13800010021")
    staff.add(staffed, "李建国", Post.DIRECTOR, "13800010041")
    return staffed
