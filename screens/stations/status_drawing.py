"""Draws the first line of every station: where one is, who works here, whether the picture is live, and the time.

Pure: values in, lines out.
"""

from zoneinfo import ZoneInfo

from rich.cells import cell_len

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time
from frontdesk.words.weather.days import day_word, in_short, severe_word
from screens.kit.live import Live
from screens.kit.notices import no_data, pace_name, sound_off
from screens.kit.spans import Line, Span, ends, line, shortened, width_of
from screens.kit.store_zone import store_zone

_NAME = 8
"""How many cells of the operator's name, and of the store's, are shown however little room there is."""


def draw_status(live: Live, station: StationKind, width: int) -> list[Line]:
    """Return one line; where it is narrow the post goes first, then the end of a name."""
    snapshot = live.snapshot
    if snapshot is None:
        return [()]
    zone = store_zone(snapshot)
    right = [*_freshness(live, zone), *_silence(live, zone), *_pace(snapshot)]
    right.append(Span(f"{clock_time(live.now, zone)} ", "head"))
    named, store = word(station), snapshot.policy.store_name
    who, post = _who(live, snapshot)
    right = [*_severe(snapshot, live.now, zone), *right]
    room = width - width_of(right) - cell_len(named) - 4
    if cell_len(who) + cell_len(post) + min(_NAME, cell_len(store)) + 3 > room:
        post = ""
    who = shortened(who, max(_NAME, room - min(_NAME, cell_len(store)) - 3 - cell_len(post)))
    left = room - cell_len(who) - cell_len(post) - 3
    if cell_len(store) <= left:
        # The day's weather stands where nothing else wants the room.
        right = [*_calm(snapshot, live.now, zone, left - cell_len(store)), *right]
    where = [Span(f"{shortened(store, left)} · ")] if store and left >= _NAME else []
    works = line(Span(f" {who}", "head"), Span(f" {post} " if post else " "))
    return [ends([Span(" "), *where, Span(named, "head")], [*works, *right], width)]


def _severe(snapshot: Snapshot, now: Millis, zone: ZoneInfo) -> Line:
    """Return the first severe day that is not over, on every station (I7)."""
    today = to_datetime(now, zone).date()
    found = snapshot.weather.severe(today)
    if found is None:
        return ()
    return line(Span(f" {day_word(found.day, today)} {severe_word(found.weather)} ", "prompt"), " ")


def _calm(snapshot: Snapshot, now: Millis, zone: ZoneInfo, room: int) -> Line:
    """Return today's weather where there is room for it, and nothing severe has taken it."""
    today = to_datetime(now, zone).date()
    found = snapshot.weather.of(today)
    if found is None or snapshot.weather.severe(today) is not None:
        return ()
    said = f"{in_short(found.weather)}  "
    return line(Span(said, "dim")) if cell_len(said) < room else ()


def _freshness(live: Live, zone: ZoneInfo) -> Line:
    if live.stale_since is not None:
        return line(no_data(live.stale_since, zone, outdated=live.outdated), " ")
    if not live.watched:
        return line(Span(" " + _("NOBODY IS WATCHING") + " ", "prompt"), " ")
    return line(Span(f"● {_('live')} ", "ok"))


def _silence(live: Live, zone: ZoneInfo) -> Line:
    if live.now >= live.silent_until:
        return ()
    return line(sound_off(live.silent_until, zone), " ")


def _who(live: Live, snapshot: Snapshot) -> tuple[str, str]:
    """Return who works here, and their post."""
    if not live.who:
        return _("nobody signed in"), ""
    person = next((each for each in snapshot.staff if each.name == live.who), None)
    return live.who, word(person.post) if person else ""


def _pace(snapshot: Snapshot) -> Line:
    if snapshot.pace is None:
        return ()
    speed = _("paused") if snapshot.pace.rate == 0 else f"×{snapshot.pace.rate:g}"
    return line(Span(f" {pace_name(snapshot.pace)} {speed} ", "task"), " ")
