"""A guided demo: where it waits for the visitor, for how long, and what the people of the demo leave to the visitor."""

from dataclasses import dataclass, replace
from enum import StrEnum

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.panel import answered_next
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.lounge import latest_calls
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from frontdesk.domain.zone.offers import Offer

HELD_FOR: Millis = 30 * SECOND
"""How long the demo waits for a key; all these are by the machine's running time."""
HELD_AT_MOST: Millis = 3 * MINUTE
"""How long it waits while a dialog is up: the visitor is at it, or has left it so."""
LINGERS: Millis = 2 * SECOND
"""How long it waits on after an answer, so that what was done can be read."""
TIME_TO_ANSWER: Millis = 15 * SECOND
"""How long the people of the demo leave a prompt to a visitor who sits at its station."""


class What(StrEnum):
    """What the demo waits at."""

    DECIDE = "decide"
    TELL = "tell"
    LATE = "late"
    DUE = "due"
    EXPIRED = "expired"
    TASK = "task"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to wait: what came up first at a station, and what tells it from what comes after it."""

    what: What
    key: tuple[object, ...] = ()
    kind: Kind | None = None
    """What is the matter; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the visitor has before them at one moment."""

    station: StationKind
    first: Stop | None
    """What waits for an answer there."""
    running: Millis
    is_held: bool
    """Whether the demo waits: the visitor may have let it go on."""
    has_dialog: bool


@dataclass(frozen=True, slots=True)
class Tour:
    """How far a visitor has come, and what the demo waits at now, if it does."""

    seen: frozenset[StationKind] = frozenset()
    """The stations at which it has waited."""
    stop: Stop | None = None
    station: StationKind | None = None
    since: Millis = 0
    answered_at: Millis | None = None
    """Since when what it waits at is answered, and nothing lies over the station."""
    has_dialog: bool = False
    """Whether the visitor has a dialog up."""

    def left(self, running: Millis) -> Millis:
        """Return how long it still waits for a key."""
        if self.answered_at is not None:
            return max(0, self.answered_at + LINGERS - running)
        return max(0, self.since + (HELD_AT_MOST if self.has_dialog else HELD_FOR) - running)


def first_stop(snapshot: Snapshot, station: StationKind, who: str, now: Millis) -> Stop | None:
    """Return what waits for an answer at a station; in the lounge, who is called."""
    if station is StationKind.LOUNGE:
        calls = latest_calls(snapshot.tickets)
        return Stop(What.CALL, (calls[0].id, calls[0].calls)) if calls else None
    row = answered_next(snapshot.rows(station, now, who))
    if row is None or not row.asks or isinstance(row.first, Offer):
        return None
    prompt = next(iter(row.prompts), None)
    if prompt is None:
        return Stop(What.TASK, row.key)
    return Stop(_what(prompt, decides=snapshot.decides(station, who, now)), row.key, prompt.kind)


def go_along(tour: Tour, moment: Moment) -> Tour:
    """Return how the tour goes on: it waits at the first prompt of each station, until that is answered or left."""
    if tour.stop is not None and not _is_over(tour, moment):
        if moment.first == tour.stop or moment.has_dialog:
            return replace(tour, answered_at=None, has_dialog=moment.has_dialog)
        return tour if tour.answered_at is not None else replace(tour, answered_at=moment.running, has_dialog=False)
    if moment.first is not None and moment.station not in tour.seen:
        return Tour(tour.seen | {moment.station}, moment.first, moment.station, moment.running)
    return Tour(tour.seen)


def is_left(came_up_at: Millis, sat_down_at: Millis, now: Millis, rate: float) -> bool:
    """Whether something is still left to a visitor: it came up, or they came, only just, as time runs in the demo."""
    return now - max(came_up_at, sat_down_at) < TIME_TO_ANSWER * rate


def _is_over(tour: Tour, moment: Moment) -> bool:
    if moment.station is not tour.station or not moment.is_held:
        return True
    if tour.answered_at is not None and not moment.has_dialog and moment.first != tour.stop:
        return moment.running - tour.answered_at >= LINGERS
    return moment.running - tour.since >= (HELD_AT_MOST if moment.has_dialog else HELD_FOR)


def _what(prompt: Escalation, *, decides: bool) -> What:
    if prompt.is_crowding:
        return What.DECIDE if decides else What.TELL
    return {Kind.LATE_RECEPTION: What.LATE, Kind.DIVERSION_EXPIRED: What.EXPIRED}.get(prompt.kind, What.DUE)
