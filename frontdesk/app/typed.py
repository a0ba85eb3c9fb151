"""Terminal input as text and keys: invalid bytes are replaced, and a paste that never ends is ended."""

import time
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from frontdesk.app.escapes import ESC, Escapes

PASTE_RESTS_S = 2.0
"""A paste without input for this long counts as over, because its end was lost."""
_AT_ONCE = 256
"""More signs than this in one piece nobody typed: key by key the keyboard would be deaf for minutes."""
_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"


class Typed:
    """Decodes bytes to text; a character or a mark that comes in two parts is kept until it is complete."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._tail = ""
        self._pasting_since: float | None = None

    def read(self, sent: bytes) -> str:
        """Return the text of these bytes."""
        text = self._decoder.decode(sent)
        seen = self._tail + text
        begins, ends = seen.rfind(_BEGINS), seen.rfind(_ENDS)
        if begins > ends:
            self._pasting_since = time.monotonic()
        elif ends > begins:
            self._pasting_since = None
        elif self._pasting_since is not None and sent:
            self._pasting_since = time.monotonic()
        self._tail = seen[-len(_BEGINS) + 1 :]
        return text

    def rest(self) -> str:
        """Return the end mark of a paste that has lost its own, if nothing was sent for a while; else nothing."""
        if self._pasting_since is None or time.monotonic() - self._pasting_since < PASTE_RESTS_S:
            return ""
        self._pasting_since = None
        return _ENDS


class Keyboard:
    """Turns the bytes that a terminal sends into keys, pastes and touches."""

    def __init__(self, *, debug: bool = False) -> None:
        self._parser, self._typed, self._escapes = XTermParser(debug), Typed(), Escapes()

    def read(self, sent: bytes) -> Iterator[Message]:
        """Give what these bytes mean; without any, what was kept because more might have followed."""
        yield from self._meant(self._escapes.read(self._typed.read(sent) or self._typed.rest()))
        yield from self._parser.tick()

    def read_whole(self, sent: bytes) -> Iterator[Message]:
        """Give what bytes mean that are not the beginning of more: Esc alone is that key, and nobody has to wait."""
        text = self._typed.read(sent)
        is_esc = text == ESC and not self._escapes.is_pasted
        yield from [Key("escape", ESC)] if is_esc else self._meant(self._escapes.read(text))

    def _meant(self, pieces: Iterable[str]) -> Iterator[Message]:
        for piece in pieces:
            if piece == ESC:
                yield Key("escape", ESC)
            elif len(piece) > _AT_ONCE and piece.isprintable() and not self._escapes.is_pasted:
                yield Paste(piece)
            else:
                yield from self._parser.feed(piece)
