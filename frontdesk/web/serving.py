"""Runs the server: listens, minds its sessions, and leaves no station behind when it ends."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.web.limits import Limits
from frontdesk.web.reach import Reach
from frontdesk.web.server import Server

log = logging.getLogger(__name__)

_KEPT_ALIVE_S = 15.0
_SHUTS_WITHIN_S = 2.0


async def serve(store: Path, reach: Reach, limits: Limits, end: asyncio.Event, ready: Callable[[], None]) -> None:
    """Serve stations until told to end; call `ready` when browsers are answered. Raises `OSError` if it cannot."""
    server = Server(store, reach, limits)
    runner = web.AppRunner(
        server.application(),
        access_log=None,
        logger=log,
        keepalive_timeout=_KEPT_ALIVE_S,
        shutdown_timeout=_SHUTS_WITHIN_S,
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, reach.host, reach.port, ssl_context=reach.context, reuse_address=True).start()
        ready()
        looking = asyncio.create_task(_look_again(reach, limits.looked_again_every_s))
        minding = asyncio.create_task(server.mind())
        ending = asyncio.create_task(end.wait())
        await asyncio.wait((minding, ending), return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        looking.cancel()
        if minding.cancel():
            return
        minding.result()
    finally:
        await server.sessions.end_all()
        await server.gates.close()
        await runner.cleanup()


async def _look_again(reach: Reach, every_s: float) -> None:
    """Follow the machine's addresses: a service may be there before its network is."""
    while True:
        await asyncio.sleep(every_s)
        before = reach.names
        try:
            await asyncio.to_thread(reach.look_again)
        except (FrontdeskError, OSError) as error:
            log.warning("the machine's names and certificate stay as they were: %s", error)
        if reach.names != before:
            log.info("called %s now", ", ".join(sorted(reach.names.hosts)))
