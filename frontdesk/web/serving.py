"""Runs the server: listens, minds its sessions, and leaves no station behind when it ends."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from frontdesk.web.checks import Names
from frontdesk.web.limits import Limits
from frontdesk.web.server import Server

log = logging.getLogger(__name__)

_LOOPBACK = "127.0.0.1"
_KEPT_ALIVE_S = 15.0
_SHUTS_WITHIN_S = 2.0


async def serve(store: Path, names: Names, limits: Limits, end: asyncio.Event, ready: Callable[[], None]) -> None:
    """Serve stations until told to end; call `ready` when browsers are answered. Raises `OSError` if it cannot."""
    server = Server(store, names, limits)
    runner = web.AppRunner(
        server.application(),
        access_log=None,
        logger=log,
        keepalive_timeout=_KEPT_ALIVE_S,
        shutdown_timeout=_SHUTS_WITHIN_S,
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, _LOOPBACK, names.port, reuse_address=True).start()
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
        await runner.cleanup()
