"""What is decided because of the weather: services stop or change for a time, and go on again (I7, I11)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.clock import DAY, MINUTE, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.reasons import DecisionReason

LONGEST: Millis = 31 * DAY
SIGN_WITHIN: Millis = 30 * MINUTE
"""So soon at least it is signed: before it begins, where that is later."""
PLACE_LIMIT = 60


class Choice(StrEnum):
    """What is decided."""

    STOP = "stop"
    CHANGE = "change"
    """Another place or another time (I11)."""


class Service(StrEnum):
    """What is served."""

    APPOINTMENTS = "appointments"
    """Customers who come."""
    DELIVERY = "delivery"
    """Cars that are brought to customers."""
    PICK_UP = "pick_up"
    """Cars that customers fetch."""
    RESCUE = "rescue"
    """Whatever the store goes out for: runs that are under way."""


class DecisionState(StrEnum):
    """How far a decision has come."""

    ASKED = "asked"
    """To be signed: nothing is in force yet."""
    IN_FORCE = "in_force"
    RESUMING = "resuming"
    """In force; that it goes on is to be signed."""
    OVER = "over"
    REJECTED = "rejected"


HOLDS = frozenset({DecisionState.IN_FORCE, DecisionState.RESUMING})
"""The states in which it is in force, until its time is over."""
STANDS = HOLDS | {DecisionState.ASKED}


class Decision(NamedTuple):
    """One decision."""

    id: int
    choice: Choice
    services: tuple[Service, ...]
    scope: str
    """Whom it is for; empty: the whole store."""
    starts_at: Millis
    ends_at: Millis | None
    """None: until it goes on."""
    place: str
    """What changes: where, or when."""
    why: str
    state: DecisionState
    resumes_at: Millis | None
    made_at: Millis
    made_by: str
    in_force_at: Millis | None = None
    over_at: Millis | None = None

    def has(self, at: Millis) -> bool:
        """Whether an instant is in its time; the end is not."""
        ends = [each for each in (self.ends_at, self.over_at) if each is not None]
        return self.starts_at <= at and (not ends or at < min(ends))

    def is_in_force(self, now: Millis) -> bool:
        """Whether it is signed, and its time is not over."""
        return self.state in HOLDS and (self.ends_at is None or now < self.ends_at)

    def stops(self, service: Service, at: Millis, now: Millis) -> bool:
        """Whether a service stops at an instant."""
        is_meant = self.choice is Choice.STOP and service in self.services
        return is_meant and self.is_in_force(now) and self.has(at)

    def overlaps(self, other: "NewDecision") -> bool:
        """Whether another one is about the same services at the same time."""
        if not set(self.services) & set(other.services):
            return False
        ends = [each for each in (self.ends_at, other.ends_at) if each is not None]
        return not ends or max(self.starts_at, other.starts_at) < min(ends)


class NewDecision(NamedTuple):
    """What somebody wants decided."""

    choice: Choice
    services: tuple[Service, ...]
    starts_at: Millis
    ends_at: Millis | None = None
    scope: str = ""
    place: str = ""
    why: str = ""


def check_decision(new: NewDecision, now: Millis) -> None:
    """Check what is to be decided.

    Raises `Refused`: NO_SERVICE_NAMED, ENDS_BEFORE, WINDOW_PAST, WINDOW_LONG, NO_CHANGE.
    """
    if not new.services:
        raise Refused(DecisionReason.NO_SERVICE_NAMED)
    if new.ends_at is not None and new.ends_at <= new.starts_at:
        raise Refused(DecisionReason.ENDS_BEFORE, begun=new.starts_at, when=new.ends_at)
    if new.ends_at is not None and new.ends_at <= now:
        raise Refused(DecisionReason.WINDOW_PAST, when=new.ends_at)
    if new.starts_at > now + LONGEST or (new.ends_at or now) - max(now, new.starts_at) > LONGEST:
        raise Refused(DecisionReason.WINDOW_LONG, days=LONGEST // DAY)
    if new.choice is Choice.CHANGE and not new.place:
        raise Refused(DecisionReason.NO_CHANGE)


def signers(author: str, staff: tuple[Person, ...]) -> tuple[Post, ...]:
    """Return who signs: manager and director; whoever of them decides it has said so, and the other signs."""
    posts = {person.post for person in staff if person.name == author}
    both = (Post.MANAGER, Post.DIRECTOR)
    left = tuple(post for post in both if post not in posts)
    return left or (Post.DIRECTOR,)
