"""Head office's door, open in the test's own loop, in a thread beside it, or as a process."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from queue import Queue
from threading import Thread

from frontdesk.group.serving import serve
from frontdesk.web.limits import Limits
from frontdesk.web.reach import Reach


@asynccontextmanager
async def opened(office: str, limits: Limits | None = None) -> AsyncIterator[int]:
    """Give the port on which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    end, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(serve(office, Reach(port), end, ready.set, *([limits] if limits else [])))
    try:
        await asyncio.wait_for(ready.wait(), 30)
        yield port
    finally:
        end.set()
        await running


@contextmanager
def beside(office: str) -> Iterator[str]:
    """Head office's door for commands that have a loop of their own; gives its address."""
    address: Queue[str | None] = Queue()

    async def answer(end: asyncio.Event) -> None:
        async with opened(office) as port:
            address.put(f"http://127.0.0.1:{port}")
            await end.wait()

    def run() -> None:
        try:
            loop.run_until_complete(answer(end))
        finally:
            address.put(None)

    loop, end = asyncio.new_event_loop(), asyncio.Event()
    thread = Thread(target=run)
    thread.start()
    try:
        found = address.get(timeout=30)
        assert found is not None
        yield found
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
        loop.close()


@contextmanager
def process(office: str) -> Iterator[str]:
    """Head office's door in a process of its own; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "frontdesk", "group", "serve", "--port", str(port), "--json"]
    running = subprocess.Popen([*command, "--group-database", office], stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        assert json.loads(running.stdout.readline())
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()
