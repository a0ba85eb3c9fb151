"""The status line of every station, and the line that says what was done last."""

from zoneinfo import ZoneInfo

from rich.cells import cell_len
from textual.reactive import var

from frontdesk.domain.escalations.prompts import is_answered
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.store_time import Pace
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import clock_time, duration, short_time
from frontdesk.words.zone import place_at
from screens.kit.lines import Line, Span, ends, line, shortened, width_of, wrap
from screens.kit.live_lines import Picture

_NAME = 8
"""How many cells of the operator's name are shown however little room there is."""
_WIDE = 100
"""From this many cells on, the station's name is shown too."""


def store_zone(snapshot: Snapshot) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(snapshot.policy.time_zone)


def no_data(stale_since: Millis, zone: ZoneInfo, *, outdated: bool = False) -> Span:
    """Return that the picture is old, and since when; or that this program is older than the store, and what to do."""
    if outdated:
        return Span(" " + _("NEW VERSION: close this, open it again") + " ", "prompt")
    return Span(" " + _("NO DATA since {since}").format(since=clock_time(stale_since, zone)) + " ", "prompt")


def sound_off(until: Millis, zone: ZoneInfo) -> Span:
    """Return that the sound is paused, and until when."""
    return Span(" " + _("sound off until {time}").format(time=short_time(until, zone)) + " ", "warn")


def pace_name(pace: Pace) -> str:
    """Return what it is whose time does not run with the clock: a demo, a replay."""
    return {"demo": _("DEMO"), "replay": _("REPLAY")}.get(pace.label, pace.label)


class StatusLine(Picture):
    """Zone 3/4 · oldest · prompts · next due · live or stale since · operator · demo."""

    actor: var[Actor | None] = var(None)
    stale_since: var[Millis | None] = var(None)
    outdated: var[bool] = var(False)
    watched: var[bool] = var(True)
    silent_until: var[Millis] = var(0)

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="status")
        self._station = station

    def build(self, width: int) -> list[Line]:
        """Return the one line: what stands in the zone on the left, who and when on the right."""
        shot = self.snapshot
        if shot is None:
            return [()]
        zone = store_zone(shot)
        right = [*self._silence(zone), *self._pace(shot), Span(f"{clock_time(self.now, zone)} ", "head")]
        who = self._who(width)
        room = width - width_of(right) - 2
        spans: list[Span] = []
        if self.stale_since is not None:
            spans.append(no_data(self.stale_since, zone, outdated=self.outdated))
        elif not self.watched:
            spans.append(Span(" " + _("NOBODY IS WATCHING") + " ", "prompt"))
        for part in (self._count(shot), self._oldest(shot), self._prompts(shot), self._next_due(shot, zone)):
            if width_of([*spans, *part]) + min(_NAME, cell_len(who)) > room:
                break
            spans += part
        named = Span(f" {shortened(who, max(_NAME, room - width_of(spans)))} ")
        return [ends(spans, [named, *right], width)]

    def watch_actor(self) -> None:
        """Someone else works here now."""
        self.redraw()

    def watch_stale_since(self) -> None:
        """The picture stopped, or is live again."""
        self.redraw()

    def watch_outdated(self) -> None:
        """A newer version has changed the store, or no longer."""
        self.redraw()

    def watch_watched(self) -> None:
        """Somebody watches again, or nobody does."""
        self.redraw()

    def watch_silent_until(self) -> None:
        """The sound is paused, or is on again."""
        self.redraw()

    def _silence(self, zone: ZoneInfo) -> list[Span]:
        if self.now >= self.silent_until:
            return []
        return [sound_off(self.silent_until, zone), Span(" ")]

    def _count(self, shot: Snapshot) -> list[Span]:
        count, limit = shot.floor.count, shot.policy.over_count
        tone, said = "ok", ""
        if count >= limit:
            tone, said = "over", " " + _("over-count")
        elif count >= shot.policy.over_count_warning:
            tone, said = "warn", " " + _("filling up")
        return [Span(f" {_('zone')} {count}/{limit}{said}", tone)]

    def _oldest(self, shot: Snapshot) -> list[Span]:
        times = [car.zone_time(self.now) for car in shot.floor.in_zone]
        if not times:
            return []
        over = max(times) > shot.policy.over_stay
        warned = max(times) > shot.policy.over_stay_warning_s * SECOND
        tone = "over" if over else "warn" if warned else "plain"
        return [Span(" · ", "dim"), Span(_("oldest {time}").format(time=duration(max(times))), tone)]

    def _prompts(self, shot: Snapshot) -> list[Span]:
        prompts = [prompt for prompt in shot.prompts(self._station, self.now) if not is_answered(prompt)]
        mine = len(prompts) + len(shot.tasks_at(self._station)) + shot.unshown_at(self._station)
        text = _("prompts {count}").format(count=mine)
        return [Span(" · ", "dim"), Span(text, "over" if mine else "plain")]

    def _next_due(self, shot: Snapshot, zone: ZoneInfo) -> list[Span]:
        if self._station is StationKind.GUARD:
            return []
        due = next((case.next_due for case in shot.complaints if case.next_due), None)
        if due is None:
            return []
        text = _("due {time}").format(time=short_time(due.due_at, zone, self.now))
        return [Span(" · ", "dim"), Span(text, "over" if self.now > due.due_at else "plain")]

    def _who(self, width: int) -> str:
        who = self.actor.who if self.actor and self.actor.who else _("nobody signed in")
        return f"{word(self._station)} {who}" if width >= _WIDE else who

    def _pace(self, shot: Snapshot) -> list[Span]:
        if shot.pace is None:
            return []
        speed = _("paused") if shot.pace.rate == 0 else f"×{shot.pace.rate:g}"
        return [Span(f" {pace_name(shot.pace)} {speed} ", "prompt"), Span(" ")]


class Feedback(Picture):
    """What this station did last and how long it can be undone, or why something was not done."""

    trouble: var[str] = var("")
    told: var[tuple[int, str]] = var((0, ""))
    """What is to be said besides of an event: its number in the log, and the words."""

    done: var[str] = var("")
    """What was done and what it leaves to do, where the words of the log would not say it."""

    actor: var[Actor | None] = var(None)

    def __init__(self) -> None:
        super().__init__(id="feedback")

    def build(self, width: int) -> list[Line]:
        """Return one line; a long sentence takes more."""
        if self.trouble:
            return [line(Span(f" {row}", "over")) for row in wrap(f"✗ {self.trouble}", width - 1)]
        if self.done:
            return [line(Span(f" {row}", "plain")) for row in wrap(f"✓ {self.done}", width - 1)]
        last = self._last()
        if self.snapshot is None or last is None:
            return [line(Span(" " + _("Type part of a plate, then press a key."), "dim"))]
        seq, more = self.told
        told = f" · {more}" if seq == last.seq else ""
        said = Span(f" ✓ {describe(last, self.snapshot)}{told}", "plain")
        left = last.at + self.snapshot.policy.undo_s * SECOND - self.now
        if not last.undoable or left < 0:
            return [line(said)]
        return [ends([said], [Span(f" F9 {_('undo')} {duration(left)} ", "key")], width)]

    def watch_told(self) -> None:
        """There is more to say."""
        self.redraw()

    def watch_done(self) -> None:
        """Something was done that the log does not say."""
        self.redraw()

    def watch_trouble(self) -> None:
        """Something was not done."""
        self.redraw()

    def _last(self) -> Happened | None:
        recent = self.snapshot.recent if self.snapshot else ()
        me = self.actor
        return next((e for e in recent if me and (e.station, e.who) == (me.station, me.who)), None)


_GO_SOMEWHERE = frozenset({"arrive", "move", "hand_over", "act", "done", "ticket_call", "ticket_return"})


def describe(entry: Happened, shot: Snapshot) -> str:
    """Return one line of the log: 10:42 苏A·12345 arrived → bay 2."""
    at = short_time(entry.occurred_at, store_zone(shot))
    place = place_at(entry.place, shot.floor.places)
    done = word(Action(entry.detail)) if entry.kind == "act" else event_word(entry.kind)
    if entry.kind == "done":
        done = labelled(event_word("done"), word(Errand(entry.detail)))
    if entry.kind.startswith("ticket_"):
        done = f"{entry.detail} {done}"
    if entry.kind == "undo":
        done = labelled(event_word("undo"), event_word(entry.detail))
    arrow = f" → {place}" if place and entry.kind in _GO_SOMEWHERE else ""
    return " ".join(part for part in (at, show_plate(entry.plate), done) if part) + arrow
