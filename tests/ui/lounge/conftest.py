"""Customers who wait in the lounge."""

import pytest
from waiting import divert

PLATES = ("苏A12345", "苏BD88321", "沪C77A01")


@pytest.fixture
def waiting(staffed, clock):
    """Three customers in the lounge; every bay is free."""
    divert(staffed, clock, *PLATES)
