"""The pipes between a station in a browser and its server, on the station's side."""

import json
import os
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from queue import SimpleQueue

from frontdesk.web.packets import DRAWN, PAPER, Packet, Unpacking, packed, told
from frontdesk.web.papers import Paper

_AT_ONCE = 65536
_PLAIN_DIGITS = str.maketrans("①②③④⑤⑥⑦⑧⑨", "123456789")
"""A browser cuts digits in circles in half."""
_BLOCKS = re.compile("█+")
"""A browser leaves gaps between them, but none between blanks in reversed colours."""


class Pipe:
    """Carries packets on the standard streams, which nothing else in this process reads or writes any more."""

    def __init__(self) -> None:
        self._in, self._out = os.dup(0), os.dup(1)
        self._turn = threading.Lock()
        # A stray print would break up the packets.
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1):
            os.dup2(nothing, number)
        os.close(nothing)
        self._came: SimpleQueue[Packet | None] = SimpleQueue()
        self._is_heard = False
        threading.Thread(target=self._read, name="page", daemon=True).start()

    def draw(self, drawn: str) -> None:
        """Send what a terminal draws."""
        self._send(packed(DRAWN, _as_pages_show(drawn).encode(errors="replace")))

    def tell(self, what: str, **facts: object) -> None:
        """Send a message."""
        self._send(told(what, **facts))

    def hand_out(self, paper: Paper) -> None:
        """Send something to be printed where the page is."""
        about = json.dumps({"name": paper.name, "kind": paper.kind}).encode()
        self._send(packed(PAPER, about + b"\n" + paper.content))

    def packets(self) -> Iterator[Packet]:
        """Give what the server sends until it is gone."""
        self._is_heard = True
        while (packet := self._came.get()) is not None:
            yield packet

    def _read(self) -> None:
        unpacking = Unpacking()
        with suppress(OSError):
            while sent := os.read(self._in, _AT_ONCE):
                for packet in unpacking.feed(sent):
                    self._came.put(packet)
        self._came.put(None)
        if not self._is_heard:
            # Nobody waits any more for a station that is still loading, and it has begun nothing.
            os._exit(0)

    def _send(self, sent: bytes) -> None:
        left = memoryview(sent)
        # Where the server is gone, what it sent has ended too, and with that the station does.
        with self._turn, suppress(OSError):
            while left:
                left = left[os.write(self._out, left) :]


def _as_pages_show(drawn: str) -> str:
    return _BLOCKS.sub(lambda run: f"\x1b[7m{' ' * len(run[0])}\x1b[27m", drawn.translate(_PLAIN_DIGITS))
