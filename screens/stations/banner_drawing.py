"""Draws the lasting warnings that everybody must see. Pure: values in, lines out."""

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis, is_same_day
from frontdesk.domain.values.text import clean_line
from frontdesk.words.clock_set import clock_was_wrong
from frontdesk.words.i18n import _
from frontdesk.words.unreadable import not_shown
from screens.kit.live import Live
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.store_zone import store_zone

BANNER_ROWS = 2
"""How many rows the warnings take at most."""
_NAMED = 5


def draw_banner(live: Live, width: int) -> list[Line]:
    """Return each warning in as many lines as it takes; none where there is nothing to say."""
    said = [*_warnings(live.snapshot, live.now), *_of_copies(live)] if live.snapshot else []
    return [line(Span(f" {row}", "warn")) for each in said for row in wrap(f"! {each}", width - 1)]


def _warnings(snapshot: Snapshot, now: Millis) -> list[str]:
    said = []
    if snapshot.passed_over:
        names = _(", ").join(map(clean_line, snapshot.passed_over[:_NAMED]))
        unknown = _("The policy says what this version does not understand ({names}). Update Frontdesk.")
        said.append(unknown.format(names=names))
    zone, found = store_zone(snapshot), snapshot.clock_set
    if found is not None and is_same_day(found.at, now, zone):
        said.append(clock_was_wrong(found, zone, now))
    if snapshot.unreadable:
        said.append(not_shown(snapshot.unreadable))
    return said


def _of_copies(live: Live) -> list[str]:
    """Return what the service manager has to be told of the copies first."""
    snapshot = live.snapshot
    if snapshot is None or snapshot.copying is None or live.actor is None or live.actor.station != StationKind.MANAGER:
        return []
    if not (snapshot.copying.is_late(live.now) or snapshot.copying.lacks_drill(live.now)):
        return []
    from frontdesk.words.copies import warnings  # noqa: PLC0415 - seldom anything to say, and a station opens without it

    return warnings(snapshot.copying, store_zone(snapshot), live.now)[:1]
