"""Esc and the key behind it, where both come in one piece: a terminal sends the same for Alt and that key.

With Alt no key means anything here, but for Backspace and Delete, which delete a word; and Esc with Tab is what a
console sends for Shift+Tab. Any other was a hurried Esc, and both keys count. Only Alt+F4 goes on doing nothing: it is
what closes a window elsewhere, and no car leaves by that.
"""

import re
import time
from collections.abc import Iterator

from textual.constants import ESCAPE_DELAY

ESC = "\x1b"
_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
_SIGN = re.compile(
    r"""
    (?P<paste>\x1b\[20[01]~)
  | \x1b\[1;3(?P<letter>[A-DFHPQR])      # Alt and an arrow, Home, End, F1 to F3
  | \x1b\[(?P<number>(?!3;|14;)\d+);3~   # Alt and another key that has a number, but for Delete and F4
  | \x1b(?:\[|O[A-Za-z]|[\t\x7f])        # what any other key sends
  | (?P<alone>\x1b)
    """,
    re.VERBOSE,
)
_UNFINISHED = re.compile(r"\x1b(?:O|\[[\d;]*)?\Z")


class Escapes:
    """Cuts what was typed at each Esc that begins no other key; what may go on is kept until it does."""

    def __init__(self) -> None:
        self._kept = ""
        self._kept_at = 0.0
        self.is_pasted = False
        """Whether what comes stands between the marks of a paste."""

    def read(self, typed: str) -> list[str]:
        """Return the pieces of what was typed, each Esc as one of its own."""
        text = self._kept + typed
        unfinished = _UNFINISHED.search(text)
        if unfinished and not typed:
            return self._rest()
        whole = text[: unfinished.start()] if unfinished else text
        self._kept, self._kept_at = text[len(whole) :], time.monotonic()
        return [piece for piece in self._pieces(whole) if piece]

    def _rest(self) -> list[str]:
        """Return what was kept, once nothing has followed it for as long as a terminal takes for one key."""
        if time.monotonic() - self._kept_at < ESCAPE_DELAY:
            return []
        kept, self._kept = self._kept, ""
        is_alone = not self.is_pasted and not kept.startswith("\x1b[")
        return [piece for piece in ((ESC, kept[1:]) if is_alone else (kept,)) if piece]

    def _pieces(self, text: str) -> Iterator[str]:
        piece, at = "", 0
        for sign in _SIGN.finditer(text):
            piece += text[at : sign.start()]
            at = sign.end()
            if sign["paste"]:
                self.is_pasted = sign["paste"] == _BEGINS
            key = None if self.is_pasted else _behind_esc(sign)
            if key is None:
                piece += sign[0]
                continue
            yield piece
            yield ESC
            piece = key
        yield piece + text[at:]


def _behind_esc(sign: re.Match[str]) -> str | None:
    """Return the key that was sent as one with Esc; "" where Esc stands alone, None where it is part of another key."""
    if sign["letter"]:
        return f"\x1bO{sign['letter']}"
    if sign["number"]:
        return f"\x1b[{sign['number']}~"
    return "" if sign["alone"] else None
