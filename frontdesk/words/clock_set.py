"""That the machine's clock was wrong, and which times may be off for it."""

from datetime import tzinfo

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.running_time import ClockSet
from frontdesk.words.i18n import _
from frontdesk.words.times import duration, short_time


def clock_was_wrong(found: ClockSet, zone: tzinfo, now: Millis) -> str:
    """Return from when to when it was wrong, as far as that is known, and by how much."""
    at, by = short_time(found.at, zone, now), duration(abs(found.by))
    if found.since is not None:
        since = short_time(found.since, zone, now)
        return _("The clock was wrong {since}–{at}, by {by}: times noted then may be off.").format(
            since=since, at=at, by=by
        )
    if found.by < 0:
        return _("The clock was set back at {at}, by {by}: times noted before may be off.").format(at=at, by=by)
    return _("The clock was set forward at {at}, by {by}: times noted before may be off.").format(at=at, by=by)
