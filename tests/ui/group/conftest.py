"""Somebody at head office's dashboard."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from office_person import NOW, ZONE, Group, Person

from frontdesk.app.office import HeadOffice
from frontdesk.domain.values.clock import ManualClock


@pytest.fixture
def at_office() -> Callable[..., Any]:
    """Open the dashboard: `async with at_office(group) as person`."""

    @asynccontextmanager
    async def opened(group: Group, *, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Person]:
        clock = ManualClock(NOW)
        app = HeadOffice(group, ZONE, clock=clock)
        async with app.run_test(size=size) as pilot:
            try:
                yield Person(app, pilot, clock, group)
            finally:
                group.answers.set()

    return opened
