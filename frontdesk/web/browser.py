"""One page in a browser that shows a station: what waits to be sent to it, and whether it still answers."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from aiohttp import WSCloseCode
from aiohttp.web import WebSocketResponse

from frontdesk.web.limits import Limits

_TOLD_AT_MOST = 256
"""A page that takes nothing while this many messages wait for it is given up."""
_LAST_WORDS_S = 2.0


class Browser:
    """The connection of a page. A slow one never holds a station up: it misses pictures, and gets a whole one later."""

    def __init__(
        self, socket: WebSocketResponse, limits: Limits, *, repaint: Callable[[], None], abort: Callable[[], None]
    ) -> None:
        """`repaint` has the station draw everything; `abort` cuts the connection at once."""
        self._socket = socket
        self._abort = abort
        self._limits = limits
        self._repaint = repaint
        self._drawn: deque[bytes] = deque()
        self._told: deque[str] = deque()
        self._waiting = 0
        self._is_behind = False
        self._is_over = False
        self._comes = asyncio.Event()
        self._answered_at = asyncio.get_running_loop().time()
        self._tasks = [asyncio.create_task(self._send()), asyncio.create_task(self._ask())]

    def draw(self, drawn: bytes) -> None:
        """Show what a station draws, unless too much waits already."""
        if self._is_behind:
            return
        if self._waiting + len(drawn) > self._limits.behind:
            self._is_behind = True
            self._drawn.clear()
            self._waiting = 0
        else:
            self._drawn.append(drawn)
            self._waiting += len(drawn)
        self._comes.set()

    def tell(self, what: str, **facts: object) -> None:
        """Tell the page something else."""
        if len(self._told) < _TOLD_AT_MOST:
            self._told.append(json.dumps({"t": what, **facts}))
            self._comes.set()
        else:
            self.close()

    def answered(self) -> None:
        """Note that the page is there."""
        self._answered_at = asyncio.get_running_loop().time()

    def bye(self, why: str, said: str = "") -> None:
        """Tell the page why it shows nothing any more, then let it go."""
        self.tell("bye", why=why, said=said)
        self.close()

    def close(self) -> None:
        """Send what waits, then close the connection; a page that takes nothing is not waited for."""
        self._is_over = True
        self._comes.set()

    async def end(self) -> None:
        """Stop sending."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _send(self) -> None:
        with suppress(ConnectionError):
            while not self._is_over:
                await self._comes.wait()
                self._comes.clear()
                if self._is_over:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._send_waiting(), _LAST_WORDS_S)
                else:
                    await self._send_waiting()
        await self._hang_up()

    async def _send_waiting(self) -> None:
        while self._told or self._drawn or self._is_behind:
            while self._told:
                await self._socket.send_str(self._told.popleft())
            drawn = b"".join(self._drawn)
            self._drawn.clear()
            if drawn:
                await self._socket.send_bytes(drawn)
                self._waiting = sum(map(len, self._drawn))
            elif self._is_behind:
                self._is_behind = False
                self._repaint()

    async def _ask(self) -> None:
        """Ask now and then whether the page is there; close the connection of one that does not answer."""
        loop = asyncio.get_running_loop()
        while loop.time() - self._answered_at <= self._limits.answers_within_s:
            # To one that takes nothing not even that can be sent.
            with suppress(ConnectionError, TimeoutError):
                await asyncio.wait_for(self._socket.ping(), self._limits.answers_within_s)
            await asyncio.sleep(self._limits.asked_every_s)
        await self._hang_up()

    async def _hang_up(self) -> None:
        try:
            await asyncio.wait_for(self._socket.close(code=WSCloseCode.OK), _LAST_WORDS_S)
        except (ConnectionError, TimeoutError):
            self._abort()
