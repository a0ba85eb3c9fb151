"""Runs the server: listens, minds its sessions, and leaves no station behind when it ends."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from frontdesk.web.limits import Limits
from frontdesk.web.listening import listening
from frontdesk.web.reach import Reach
from frontdesk.web.server import Server


async def serve(store: Path, reach: Reach, limits: Limits, end: asyncio.Event, ready: Callable[[], None]) -> None:
    """Serve stations until told to end; call `ready` when browsers are answered. Raises `OSError` if it cannot."""
    server = Server(store, reach, limits)
    async with listening(server.application(), reach, limits.looked_again_every_s):
        try:
            ready()
            minding = asyncio.create_task(server.mind())
            ending = asyncio.create_task(end.wait())
            await asyncio.wait((minding, ending), return_when=asyncio.FIRST_COMPLETED)
            ending.cancel()
            if minding.cancel():
                return
            minding.result()
        finally:
            await server.sessions.end_all()
            await server.gates.close()
