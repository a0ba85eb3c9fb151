"""A time of day that lies far back may be this evening's, mistyped: it is asked about before it is put on record."""

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.reasons import ZoneReason
from screens.kit.feedback import SHOWN_FOR
from screens.kit.station import Station

_ASKED_FROM: Millis = 3 * HOUR
"""What lies no further back is taken as it is typed: 630 at 23:56 may be 18:30."""


class TimeAsked:
    """What was asked about at a station: the text in the box, by which key, and whether that time is meant."""

    def __init__(self) -> None:
        self._text = self._key = ""
        self._since: Millis = 0
        self._is_kept = False

    @property
    def key(self) -> str:
        """The key that asked and has no answer; empty for none."""
        return "" if self._is_kept else self._key

    def typed(self, text: str) -> None:
        """Forget the question with any other text."""
        if text != self._text:
            self._text = self._key = ""

    def is_kept(self, text: str, key: str, now: Millis) -> bool:
        """Whether the time is meant: the key came again once the question could be read, and while it could."""
        if (text, key) != (self._text, self._key):
            self._text, self._key, self._since, self._is_kept = text, key, now, False
        elif not self._is_kept and now - self._since >= SHOWN_FOR:
            self._since = now
        else:
            self._is_kept = self._is_kept or now - self._since >= IGNORES_KEYS_FOR
        return self._is_kept


def check_typed(station: Station, text: str, at: Millis, key: str) -> None:
    """Raise `Refused(TIME_LONG_AGO)` for a time far back, until the key is pressed again."""
    now = station.latest().now(station.clock.now())
    if now - at <= _ASKED_FROM:
        return
    if not station.keeps(TimeAsked).is_kept(text, key, station.clock.monotonic()):
        raise Refused(ZoneReason.TIME_LONG_AGO, at=at, now=now, key=key)
