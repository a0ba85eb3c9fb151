"""Terminal input as text: invalid bytes are replaced, and a paste that never ends is ended."""

import time
from codecs import getincrementaldecoder

PASTE_RESTS_S = 2.0
"""A paste without input for this long counts as over, because its end was lost."""
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
