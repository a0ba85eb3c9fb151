"""Papers that stations have made for their pages: each is fetched once, by its own device, within ten minutes."""

import secrets
import time
from typing import NamedTuple

_KEPT_S = 600.0
_AT_MOST = 64


class Paper(NamedTuple):
    """A document or a ticket, as a browser shows it."""

    name: str
    kind: str
    """Its MIME type."""
    content: bytes


class Papers:
    """Keeps papers until they are fetched; they are never written to a disk."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, float, Paper]] = {}

    def offer(self, device: int, paper: Paper) -> str:
        """Keep a paper for a device; return the key that it is fetched with."""
        now = time.monotonic()
        self._kept = {key: kept for key, kept in self._kept.items() if now - kept[1] < _KEPT_S}
        while len(self._kept) >= _AT_MOST:
            del self._kept[next(iter(self._kept))]
        key = secrets.token_urlsafe(16)
        self._kept[key] = (device, now, paper)
        return key

    def take(self, key: str, device: int) -> Paper | None:
        """Return a paper that was kept for this device, once."""
        owner, since, paper = self._kept.get(key, (None, 0.0, None))
        if owner != device:
            return None
        del self._kept[key]
        return paper if time.monotonic() - since < _KEPT_S else None
