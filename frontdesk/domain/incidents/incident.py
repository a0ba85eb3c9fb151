"""An incident: something goes wrong, and somebody has the command until it is over (I1–I17)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.escalations.limits import Breach
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Chain, Kind
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.register.areas import OUTSIDE
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import NO_PLATE

WORDS_LIMIT = 500
"""So long one line about an incident may be: whoever writes more is at the wrong place."""
MOST_HURT = 999


class IncidentKind(StrEnum):
    """The kinds of incident (I5), in the order of the keys that report them; a hazard has not happened yet (I1)."""

    FIRE = "fire"
    INJURY = "injury"
    TRAFFIC = "traffic"
    DISASTER = "disaster"
    POWER_FAILURE = "power_failure"
    EQUIPMENT = "equipment"
    SUPPLY = "supply"
    EPIDEMIC = "epidemic"
    DELIVERY = "delivery"
    """I6: a delivery vehicle broke down."""
    WEATHER = "weather"
    HAZARD = "hazard"


class Level(StrEnum):
    """How grave it is (I2), the least first."""

    SLIGHT = "slight"
    ORDINARY = "ordinary"
    MAJOR = "major"

    @property
    def rank(self) -> int:
        """Where it stands among the levels."""
        return list(Level).index(self)


class Fact(StrEnum):
    """What makes an incident major, beside how many are hurt."""

    DEATH = "death"
    EXPLOSION = "explosion"
    SPREADING = "spreading"
    MEDIA = "media"
    """Reporters ask, or it stands on the net."""


class EndObstacle(StrEnum):
    """What stands in the way of the command's word that it is over (I4, I12)."""

    ROLL_CALL = "roll_call"
    """Somebody is missing, or was not counted."""
    AREA_CHECK = "area_check"
    """The place was not looked through yet."""


CHAINS = {
    Level.SLIGHT: Chain.INCIDENT_SLIGHT,
    Level.ORDINARY: Chain.INCIDENT_ORDINARY,
    Level.MAJOR: Chain.INCIDENT_MAJOR,
}
"""Who is called at each level."""


class EntryKind(StrEnum):
    """What a line of an incident's record tells."""

    REPORTED = "reported"
    ALSO_REPORTED = "also_reported"
    """Somebody else saw the same."""
    SAID = "said"
    HURT = "hurt"
    FACT = "fact"
    LEVEL = "level"
    COMMAND = "command"
    CONTAINED = "contained"
    ENDED = "ended"
    MISTAKE = "mistake"
    RATED = "rated"
    ACTED = "acted"
    """A hazard was dealt with."""
    BECAME = "became"
    """A hazard has happened; the value is the number of the incident."""
    AUTHORITY = "authority"
    INSURER = "insurer"
    NEWS = "news"
    INVESTIGATED = "investigated"
    ASSESSED = "assessed"
    STOPPED = "stopped"
    """A drill, by a real incident."""


class Entry(NamedTuple):
    """A line of an incident's record. `at`: when it was entered; `occurred_at`: when it happened."""

    at: Millis
    occurred_at: Millis
    station: str
    who: str
    entry: EntryKind
    value: str
    words: str


class Incident(NamedTuple):
    """One incident as it stands."""

    id: int
    kind: IncidentKind
    place: str
    """The key of an area of the store, or `OUTSIDE`."""
    place_name: str
    """The store's own name of it; empty where it is called as it was shipped."""
    level: Level
    reported_at: Millis
    reported_by: str
    is_drill: bool
    occurred_at: Millis
    hurt: int | None
    """How many people are hurt; None: nobody knows yet."""
    facts: tuple[Fact, ...]
    words: str
    """The first line that was said of it."""
    command: str
    """Who has the command; empty: nobody."""
    commanded_at: Millis | None
    contained_at: Millis | None
    contained_by: str
    ended_at: Millis | None
    ended_by: str
    closed_at: Millis | None = None
    outcome: Outcome | None = None
    """How it ended where it was no incident after all: a mistake, a drill that was stopped."""

    @property
    def is_open(self) -> bool:
        """Whether the command has not said yet that it is over."""
        return self.ended_at is None and self.closed_at is None

    @property
    def goes_on(self) -> bool:
        """Whether something is going wrong right now: a hazard has not happened yet."""
        return self.is_open and self.kind is not IncidentKind.HAZARD

    @property
    def title(self) -> str:
        """The title of its matter."""
        return title_of(self.kind, self.place_name or self.place)

    @property
    def calls(self) -> bool:
        """Whether somebody is called for it: from the report until it is contained; for a hazard nobody is."""
        return self.goes_on and self.contained_at is None

    def is_same(self, kind: IncidentKind, place: str, *, is_drill: bool, since: Millis) -> bool:
        """Whether a report of this tells of the same: of somewhere outside nobody knows whether it is."""
        can_be = place != OUTSIDE and kind is not IncidentKind.HAZARD
        is_there = (self.kind, self.place, self.is_drill) == (kind, place, is_drill)
        return can_be and is_there and self.is_open and self.reported_at >= since


def asks_to_follow(incident: Incident) -> bool:
    """Whether customers are asked to follow the staff: there is a fire, or a disaster, and it is not rehearsed."""
    is_grave = incident.kind in {IncidentKind.FIRE, IncidentKind.DISASTER} and incident.place != OUTSIDE
    return is_grave and incident.is_open and not incident.is_drill


def title_of(kind: str, place: str) -> str:
    """Return the title of an incident's matter: its kind, then its place by its key or the store's own name."""
    return f"{kind} {place}"


def incident_breaches(incidents: Iterable[Incident]) -> tuple[Breach, ...]:
    """Return the incidents for which somebody is called."""
    return tuple(
        Breach(Kind.INCIDENT, Subject.of_incident(each.id), NO_PLATE, each.reported_at, CHAINS[each.level])
        for each in incidents
        if each.calls
    )
