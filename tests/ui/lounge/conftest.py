"""Customers who wait in the lounge."""

import pytest
from waiting import divert

from frontdesk.domain.values.plates import Plate

PLATES = (Plate("苏A12345"), Plate("苏BD88321"), Plate("沪C77A01"))


@pytest.fixture
def waiting(staffed, clock):
    """Three customers in the lounge; every bay is free."""
    divert(staffed, clock, *PLATES)
