"""The notices of the first line: an old picture, no sound, or a time that is not the clock's."""

from zoneinfo import ZoneInfo

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.store_time import StoreTime
from frontdesk.words.i18n import _
from frontdesk.words.times import clock_time, short_time
from screens.kit.spans import Span


def no_data(stale_since: Millis, zone: ZoneInfo, *, outdated: bool = False) -> Span:
    """Return that the picture is old, and since when; or that this program is older than the store, and what to do."""
    if outdated:
        return Span(" " + _("NEW VERSION: close this, open it again") + " ", "prompt")
    return Span(" " + _("NO DATA since {since}").format(since=clock_time(stale_since, zone)) + " ", "prompt")


def sound_off(until: Millis, zone: ZoneInfo) -> Span:
    """Return that the sound is paused, and until when."""
    return Span(" " + _("sound off until {time}").format(time=short_time(until, zone)) + " ", "warn")


def pace_name(pace: StoreTime) -> str:
    """Return the name of the mode whose time differs from the clock: a demo, a replay."""
    return {"demo": _("DEMO"), "replay": _("REPLAY")}.get(pace.label, pace.label)
