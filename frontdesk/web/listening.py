"""Listening where the server is reached, and following how the machine is called there."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.web.reach import Reach

log = logging.getLogger(__name__)

_KEPT_ALIVE_S = 15.0
_SHUTS_WITHIN_S = 2.0


@asynccontextmanager
async def listening(application: web.Application, reach: Reach, looked_again_every_s: float) -> AsyncIterator[None]:
    """Answer requests as long as this goes on. Raises `OSError` if it cannot."""
    runner = web.AppRunner(
        application, access_log=None, logger=log, keepalive_timeout=_KEPT_ALIVE_S, shutdown_timeout=_SHUTS_WITHIN_S
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, reach.host, reach.port, ssl_context=reach.context, reuse_address=True).start()
        looking = asyncio.create_task(_look_again(reach, looked_again_every_s))
        try:
            yield
        finally:
            looking.cancel()
    finally:
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
