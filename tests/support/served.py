"""Head office's door, open in the test's own loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from frontdesk.group.serving import serve
from frontdesk.web.reach import Reach


@asynccontextmanager
async def opened(office: str) -> AsyncIterator[int]:
    """Give the port on which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    end, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(serve(office, Reach(port), end, ready.set))
    try:
        await asyncio.wait_for(ready.wait(), 30)
        yield port
    finally:
        end.set()
        await running
