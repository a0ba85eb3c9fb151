"""Four cars in the zone, and whoever receives them."""

import pytest
from deciding import FOUR

from frontdesk.desk import zone


@pytest.fixture
def reception_desk(open_desk):
    return open_desk("reception", "李四")


@pytest.fixture
def full(arrive, reception_desk):
    """Four cars: the first received and with its work order, the second received, the others not."""
    arrive(*FOUR)
    zone.receive(reception_desk, FOUR[0])
    zone.make_work_order(reception_desk, FOUR[0])
    zone.receive(reception_desk, FOUR[1])
