"""What a station in a browser and the server send each other through pipes: a letter, a length, and so many bytes."""

import json
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

DRAWN = TYPED = b"D"
"""What a terminal draws, and what is typed at it."""
MESSAGE = b"M"
"""Something else that one tells the other: a JSON object with its kind as `t`."""
PAPER = b"P"
"""Something to be printed: a message with its name and kind, and behind a line's end what stands in it."""

_HEAD = struct.Struct(">cI")


class Packet(NamedTuple):
    """One packet, whole."""

    kind: bytes
    payload: bytes

    @property
    def message(self) -> dict[str, Any]:
        """What a message says."""
        said: dict[str, Any] = json.loads(self.payload)
        return said


def packed(kind: bytes, payload: bytes) -> bytes:
    """Return a packet as it is sent."""
    return _HEAD.pack(kind, len(payload)) + payload


def told(what: str, **facts: object) -> bytes:
    """Return a message as it is sent."""
    return packed(MESSAGE, json.dumps({"t": what, **facts}).encode())


class Unpacking:
    """Cuts a stream of bytes into packets; what is not whole yet is kept."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def feed(self, sent: bytes) -> Iterator[Packet]:
        """Give the packets that are whole now."""
        self._kept += sent
        while len(self._kept) >= _HEAD.size:
            kind, size = _HEAD.unpack_from(self._kept)
            end = _HEAD.size + size
            if len(self._kept) < end:
                return
            packet = Packet(kind, bytes(self._kept[_HEAD.size : end]))
            del self._kept[:end]
            yield packet
