"""Draws the lasting warnings that everybody must see. Pure: values in, lines out."""

from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.picture.shown import ENDED_SHOWN
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis, is_same_day
from frontdesk.domain.values.text import clean_line
from frontdesk.words.clock_set import clock_was_wrong
from frontdesk.words.i18n import _
from frontdesk.words.unreadable import not_shown
from screens.kit.live import Live
from screens.kit.spans import Line, Span, fit, line, shortened, wrap
from screens.kit.store_zone import store_zone

BANNER_ROWS = 2
"""How many rows the warnings take at most."""
_NAMED = 5


def draw_banner(live: Live, width: int) -> list[Line]:
    """Return each warning in as many lines as it takes; none where there is nothing to say."""
    if live.snapshot is None:
        return []
    said = [*_warnings(live.snapshot, live.now), *_of_copies(live)]
    wrong = _incidents(live.snapshot, live.now, width) if live.snapshot.incidents else []
    return [*wrong, *(line(Span(f" {row}", "warn")) for each in said for row in wrap(f"! {each}", width - 1))]


def _incidents(snapshot: Snapshot, now: Millis, width: int) -> list[Line]:
    """Return what goes wrong, in red until it is over, then for a moment how it ended; the gravest first."""
    from frontdesk.words.incidents import banner  # noqa: PLC0415 - a station opens without it

    lately = (each for each in snapshot.incidents if each.is_open or now - (each.ended_at or now) < ENDED_SHOWN)
    # A hazard has not happened: it is a matter of somebody's, not of every station's for days.
    found = [each for each in lately if each.kind is not IncidentKind.HAZARD]
    found.sort(key=lambda each: (not each.is_open, each.is_drill, -each.level.rank, -each.id))
    shown = found if len(found) <= BANNER_ROWS else found[: BANNER_ROWS - 1]
    lines = [_incident(f" {banner(each, now)} ", width, is_open=each.is_open) for each in shown]
    if len(shown) < len(found):
        more = _("and {count} more: Ctrl+X").format(count=len(found) - len(shown))
        lines.append(_incident(f" {more}", width, is_open=True))
    return lines


def _incident(said: str, width: int, *, is_open: bool) -> Line:
    tone = "prompt" if is_open else "ok"
    return fit([Span(shortened(said, width), tone)], width, tone)


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
