"""The status line of every station, and the line that says what was done last."""

from zoneinfo import ZoneInfo

from rich.cells import cell_len

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.escalations.progress import who_has_the_crowd
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time, duration, end_time, short_time
from screens.kit.lines import Line, Span, ends, shortened, width_of
from screens.kit.live_lines import LiveLines
from screens.kit.notices import no_data, pace_name, sound_off
from screens.kit.store_zone import store_zone

_NAME = 8
"""How many cells of the operator's name are shown however little room there is."""
_WIDE = 100
"""From this many cells on, the station's name is shown too."""


class StatusLine(LiveLines):
    """Zone 3/4 · oldest · prompts · next due · live or stale since · operator · demo."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="status")
        self._station = station

    def build(self, width: int) -> list[Line]:
        """Return one line with the zone on the left, the operator and the time on the right."""
        snapshot = self.snapshot
        if snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        right = [*self._silence(zone), *self._pace(snapshot), Span(f"{clock_time(self.now, zone)} ", "head")]
        who = self._who(width)
        room = width - width_of(right) - 2
        spans: list[Span] = []
        if self.live.stale_since is not None:
            spans.append(no_data(self.live.stale_since, zone, outdated=self.live.outdated))
        elif not self.live.watched:
            spans.append(Span(" " + _("NOBODY IS WATCHING") + " ", "prompt"))
        crowd = [Span(f" · {who}", "over") for who in (who_has_the_crowd(snapshot),) if who]
        told = (
            self._count(snapshot),
            crowd,
            self._oldest(snapshot),
            self._prompts(snapshot),
            self._next_due(snapshot, zone),
        )
        for part in told:
            if width_of([*spans, *part]) + min(_NAME, cell_len(who)) > room:
                break
            spans += part
        named = Span(f" {shortened(who, max(_NAME, room - width_of(spans)))} ")
        return [ends(spans, [named, *right], width)]

    def _silence(self, zone: ZoneInfo) -> list[Span]:
        if self.now >= self.live.silent_until:
            return []
        return [sound_off(self.live.silent_until, zone), Span(" ")]

    def _count(self, snapshot: Snapshot) -> list[Span]:
        count, limit = snapshot.floor.count, snapshot.policy.over_count
        tone, said = "ok", ""
        if count >= limit:
            tone, said = "over", " " + _("over-count")
        elif count >= snapshot.policy.over_count_warning:
            tone, said = "warn", " " + _("filling up")
        return [Span(f" {_('zone')} {count}/{limit}{said}", tone)]

    def _oldest(self, snapshot: Snapshot) -> list[Span]:
        times = [car.zone_time(self.now) for car in snapshot.floor.in_zone]
        if not times:
            return []
        over = snapshot.policy.is_over_stay(max(times))
        warned = snapshot.policy.asks_for_attention(max(times))
        tone = "over" if over else "warn" if warned else "plain"
        return [Span(" · ", "dim"), Span(_("oldest {time}").format(time=duration(max(times))), tone)]

    def _prompts(self, snapshot: Snapshot) -> list[Span]:
        mine = snapshot.count_asked(self._station, self.now, self.who)
        text = _("prompts {count}").format(count=mine)
        return [Span(" · ", "dim"), Span(text, "over" if mine else "plain")]

    def _next_due(self, snapshot: Snapshot, zone: ZoneInfo) -> list[Span]:
        if self._station is StationKind.GUARD:
            return []
        due = next((case.next_due for case in snapshot.complaints if case.next_due), None)
        if due is None:
            return []
        text = _("due {time}").format(time=end_time(due.due_at, lambda at: short_time(at, zone, self.now)))
        return [Span(" · ", "dim"), Span(text, "over" if self.now > due.due_at else "plain")]

    def _who(self, width: int) -> str:
        who = self.live.actor.who if self.live.actor and self.live.actor.who else _("nobody signed in")
        return f"{word(self._station)} {who}" if width >= _WIDE else who

    def _pace(self, snapshot: Snapshot) -> list[Span]:
        if snapshot.pace is None:
            return []
        speed = _("paused") if snapshot.pace.rate == 0 else f"×{snapshot.pace.rate:g}"
        return [Span(f" {pace_name(snapshot.pace)} {speed} ", "prompt"), Span(" ")]
