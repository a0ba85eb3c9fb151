"""A page in a browser, as the server sees it: aiohttp's own client, and a terminal that shows what comes."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import aiohttp
import pyte
from rich.cells import cell_len

from frontdesk import __version__

PATIENCE_S = 20.0


def children() -> set[int]:
    """The stations that this process has started."""
    found = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(number) for each in found for number in each.read_text().split() if _is_station(number)}


def _is_station(number: str) -> bool:
    """Whether a process is a station; other tests may have left helpers of their own to the end."""
    try:
        return b"frontdesk.web.child" in Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return False


class Page:
    """The page of a station: connects, shows what is drawn, types."""

    def __init__(self, client: aiohttp.ClientSession, address: str, kind: str) -> None:
        self.client = client
        self._address = address
        self._kind = kind
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self.session = ""
        self.told: list[dict[str, Any]] = []
        self.typed = 0
        self.answers = True
        self._open_terminal()

    def _open_terminal(self) -> None:
        self._screen = pyte.Screen(100, 30)
        self._stream = pyte.ByteStream(self._screen)

    async def open(self, **more: str) -> Self:
        """Connect; what was shown before is gone, as it is in a page."""
        self._open_terminal()
        asked = {
            "columns": "100",
            "rows": "30",
            "theme": "dark",
            "version": __version__,
            "session": self.session,
            **more,
        }
        self._socket = await self.client.ws_connect(
            f"{self._address}/ws/{self._kind}",
            params=asked,
            headers={"Origin": self._address},
            autoping=False,
            max_msg_size=0,
        )
        return self

    @property
    def socket(self) -> aiohttp.ClientWebSocketResponse:
        assert self._socket is not None
        return self._socket

    @property
    def text(self) -> str:
        return "\n".join(
            "".join(self._screen.buffer[y][x].data for x in range(self._screen.columns))
            for y in range(self._screen.lines)
        )

    async def read(self) -> aiohttp.WSMessage:
        """Take what comes next."""
        message = await self.socket.receive(PATIENCE_S)
        if message.type is aiohttp.WSMsgType.BINARY:
            self._stream.feed(message.data.replace(b"\x1b[?1049h", b"\x1b[2J"))
        elif message.type is aiohttp.WSMsgType.TEXT:
            self.told.append(message.json())
            self.session = self.told[-1].get("session", self.session)
        elif message.type is aiohttp.WSMsgType.PING and self.answers:
            await self.socket.pong(message.data)
        return message

    async def until(self, so: Callable[[], Any]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while not so():
            assert time.monotonic() < ends, f"{self.told}\n{self.text}"
            message = await self.read()
            closed = message.type in {aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.ERROR}
            assert not closed or so(), f"closed: {self.told}\n{self.text}"

    async def reads(self, *texts: str) -> None:
        """Wait until all of these stand in the terminal at once."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def sits_down(self) -> None:
        """Wait until the station asks who works there, and say it; a second "1" does not stay in the entry box."""
        await self.reads("Who is on shift")
        await self.insists("1\x7f", lambda: "nobody signed in" not in self.text)

    async def hears(self, what: str) -> dict[str, Any]:
        """Wait until the server tells this; return it."""
        await self.until(lambda: any(told["t"] == what for told in self.told))
        return next(told for told in self.told if told["t"] == what)

    async def type(self, *typed: str) -> None:
        for each in typed:
            self.typed += 1
            await self.socket.send_bytes(each.encode())

    async def touch(self, text: str) -> None:
        """Touch what stands there."""
        rows = self.text.splitlines()
        y = next(y for y, row in enumerate(rows, 1) if text in row)
        x = 1 + cell_len(rows[y - 1].partition(text)[0])
        await self.type(f"\x1b[<0;{x};{y}M", f"\x1b[<0;{x};{y}m")

    async def insists(self, key: str, so: Callable[[], Any]) -> None:
        """Press a key once a second until something is so: a dialog that has only just come up takes none."""
        ends, pressed = time.monotonic() + PATIENCE_S, 0.0
        while not so():
            assert time.monotonic() < ends, f"{self.told}\n{self.text}"
            if time.monotonic() - pressed > 1:
                pressed = time.monotonic()
                await self.type(key)
            await self.read()

    async def cut(self) -> None:
        """Cut the connection without a word, as a network that fails does."""
        connection = self.socket._response.connection
        assert connection is not None
        assert connection.transport is not None
        connection.transport.abort()
        await asyncio.sleep(0)
