"""What the tests of the zone share."""

import pytest
from crowded import crowd

from frontdesk.desk.desk import Desk


@pytest.fixture
def crowded(desk: Desk) -> Desk:
    """Four cars, of which visit No. 1 is on record with the wrong plate."""
    crowd(desk)
    return desk
