"""Runs head office's door until it is told to end."""

import asyncio
from collections.abc import Callable

from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.door import Door
from frontdesk.group.tables import tables
from frontdesk.web.listening import listening
from frontdesk.web.reach import Reach

_LOOKED_AGAIN_EVERY_S = 60.0


async def serve(address: str, reach: Reach, end: asyncio.Event, ready: Callable[[], None]) -> None:
    """Answer stores until told to end; call `ready` when they are answered. Raises `OSError` if it cannot."""
    tables()  # what a store keeps is learned once, before the first one asks
    door = Door(address, SystemClock())
    door.open()
    try:
        async with listening(door.application(), reach, _LOOKED_AGAIN_EVERY_S):
            ready()
            await end.wait()
    finally:
        door.close()
