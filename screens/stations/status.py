"""The first line of every station: where one is, who works here, whether the picture is live, and the time."""

from zoneinfo import ZoneInfo

from rich.cells import cell_len

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time
from screens.kit.live_lines import LiveLines
from screens.kit.notices import no_data, pace_name, sound_off
from screens.kit.spans import Line, Span, ends, line, shortened, width_of
from screens.kit.store_zone import store_zone

_NAME = 8
"""How many cells of the operator's name, and of the store's, are shown however little room there is."""


class StatusLine(LiveLines):
    """Store · station, and at the right end operator and post · live or since when old · time."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="status")
        self._station = station

    def build(self, width: int) -> list[Line]:
        """Return one line; where it is narrow the post goes first, then the end of a name."""
        snapshot = self.snapshot
        if snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        right = [*self._freshness(zone), *self._silence(zone), *self._pace(snapshot)]
        right.append(Span(f"{clock_time(self.now, zone)} ", "head"))
        station, store = word(self._station), snapshot.policy.store_name
        who, post = self._who(snapshot)
        room = width - width_of(right) - cell_len(station) - 4
        if cell_len(who) + cell_len(post) + min(_NAME, cell_len(store)) + 3 > room:
            post = ""
        who = shortened(who, max(_NAME, room - min(_NAME, cell_len(store)) - 3 - cell_len(post)))
        left = room - cell_len(who) - cell_len(post) - 3
        where = [Span(f"{shortened(store, left)} · ")] if store and left >= _NAME else []
        named = line(Span(f" {who}", "head"), Span(f" {post} " if post else " "))
        return [ends([Span(" "), *where, Span(station, "head")], [*named, *right], width)]

    def _freshness(self, zone: ZoneInfo) -> Line:
        if self.live.stale_since is not None:
            return line(no_data(self.live.stale_since, zone, outdated=self.live.outdated), " ")
        if not self.live.watched:
            return line(Span(" " + _("NOBODY IS WATCHING") + " ", "prompt"), " ")
        return line(Span(f"● {_('live')} ", "ok"))

    def _silence(self, zone: ZoneInfo) -> Line:
        if self.now >= self.live.silent_until:
            return ()
        return line(sound_off(self.live.silent_until, zone), " ")

    def _who(self, snapshot: Snapshot) -> tuple[str, str]:
        """Return who works here, and their post."""
        if not self.who:
            return _("nobody signed in"), ""
        person = next((each for each in snapshot.staff if each.name == self.who), None)
        return self.who, word(person.post) if person else ""

    def _pace(self, snapshot: Snapshot) -> Line:
        if snapshot.pace is None:
            return ()
        speed = _("paused") if snapshot.pace.rate == 0 else f"×{snapshot.pace.rate:g}"
        return line(Span(f" {pace_name(snapshot.pace)} {speed} ", "task"), " ")
