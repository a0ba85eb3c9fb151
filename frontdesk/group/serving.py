"""Runs head office's door until it is told to end."""

import asyncio
from collections.abc import Callable

from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.browsers import Browsers
from frontdesk.group.door import Door
from frontdesk.group.tables import tables
from frontdesk.web.limits import Limits
from frontdesk.web.listening import listening
from frontdesk.web.reach import Reach

_LIMITS = Limits(of_a_kind=4)


async def serve(
    address: str, reach: Reach, end: asyncio.Event, ready: Callable[[], None], limits: Limits = _LIMITS
) -> None:
    """Answer stores and browsers until told to end; call `ready` when they are. Raises `OSError` if it cannot."""
    tables()  # what a store keeps is learned once, before the first one asks
    clock = SystemClock()
    door, browsers = Door(address, clock), Browsers(address, reach, clock, limits)
    door.open()
    try:
        async with listening(door.application(browsers), reach, limits.looked_again_every_s):
            ready()
            minding = asyncio.create_task(browsers.mind())
            ending = asyncio.create_task(end.wait())
            await asyncio.wait((minding, ending), return_when=asyncio.FIRST_COMPLETED)
            ending.cancel()
            if not minding.cancel():
                minding.result()
    finally:
        await browsers.close()
        door.close()
