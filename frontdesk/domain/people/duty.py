"""Who is on duty as manager and as deputy, and until when (Z1, S2)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import HEADS, POSTS, Rank, Role, first_of
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason

ROSTERED = (Role.MANAGER, Role.DEPUTY)
"""The roles that are handed over; the other roles go with the post."""

DECIDERS = (Role.MANAGER, Role.DEPUTY, Role.DIRECTOR)
"""The roles that decide on a crowding."""

MAY_STAND_IN = (Post.MANAGER, Post.SUPERVISOR, Post.DIRECTOR, Post.ADVISOR)
"""The posts whose people can be on duty as manager or deputy, who usually is it first."""

LONGEST: Millis = 31 * 24 * HOUR
"""A duty that is set for longer was mistyped."""
FARTHEST_AHEAD: Millis = 366 * 24 * HOUR
"""Nobody plans a duty further ahead: it was mistyped."""


class Duty(NamedTuple):
    """A person's duty: from `starts_at` on, until just before `ends_at`."""

    id: int
    role: Role
    name: str
    starts_at: Millis
    ends_at: Millis

    def covers(self, at: Millis) -> bool:
        """Whether an instant falls into it."""
        return self.starts_at <= at < self.ends_at


class Rostered(NamedTuple):
    """A shift that the published roster has somebody work in a post, from `starts_at` until just before `ends_at`."""

    name: str
    post: Post
    starts_at: Millis
    ends_at: Millis


class Roster(NamedTuple):
    """The staff list, the duties set and the published roster, which tell who has a role at any time."""

    staff: tuple[Person, ...]
    shifts: tuple[Duty, ...]
    command: Person | None = None
    """Who leads the command of the emergency organisation (S6); None where the store has not said."""
    rostered: tuple[Rostered, ...] = ()
    """Who works about now."""

    def on_duty(self, role: Role, at: Millis) -> Person | None:
        """Return who has a role at an instant: the duty set last, else who is rostered, else the first of the post."""
        if role is Role.COMMAND and self.command is not None:
            return self.command
        shift = self.shift(role, at)
        if shift is not None:
            return next(person for person in self.staff if person.name == shift.name)
        return self._rostered(POSTS[role], at) or first_of(POSTS[role], self.staff)

    def _rostered(self, post: Post, at: Millis) -> Person | None:
        """Return who is rostered in a post at an instant; of several who was put on the staff list first."""
        names = {turn.name for turn in self.rostered if turn.post is post and turn.starts_at <= at < turn.ends_at}
        found = (person for person in self.staff if person.name in names)
        return min(found, key=lambda person: person.id, default=None)

    def shift(self, role: Role, at: Millis) -> Duty | None:
        """Return the duty that is in force for a role; a person no longer on the staff list has none."""
        names = {person.name for person in self.staff}
        found = [s for s in self.shifts if s.role is role and s.covers(at) and s.name in names]
        return max(found, key=lambda shift: shift.id, default=None)

    def to_fetch(self, called: Role, at: Millis) -> tuple[Role, Person | None]:
        """Return whom to fetch when a role is called: its holder, else the manager, else the director (Z5, Z6)."""
        for role in (called, Role.MANAGER, Role.DIRECTOR):
            person = self.on_duty(role, at)
            if person is not None:
                return role, person
        return Role.MANAGER, None

    def rank(self, name: str, at: Millis) -> Rank:
        """Return how far a person may decide on a case: director, general manager always, others on duty (C2, Q4)."""
        if any(person.name == name and person.post in HEADS for person in self.staff):
            return Rank.DIRECTOR
        return Rank.MANAGER if self.may_decide(name, at) else Rank.DESK

    def manages(self, name: str, at: Millis) -> bool:
        """Whether a person runs the store's service: a service manager on duty or not, the deputy, a director."""
        is_manager = any(person.name == name and person.post is Post.MANAGER for person in self.staff)
        return is_manager or self.rank(name, at) >= Rank.MANAGER

    def may_decide(self, name: str, at: Millis) -> bool:
        """Whether a person is the manager on duty, the deputy or the director, who alone decide at a desk (Z1)."""
        return name in {person.name for role in DECIDERS if (person := self.on_duty(role, at))}


def check_shift(
    role: Role, name: str, starts_at: Millis, ends_at: Millis, *, staff: Iterable[Person], now: Millis
) -> None:
    """A duty is of somebody of the service, ends after it starts, and begins about now. Raises `Refused`."""
    if role not in ROSTERED:
        raise Refused(ValueReason.UNKNOWN_CHOICE, text=role.value, choices=tuple(each.value for each in ROSTERED))
    person = next((person for person in staff if person.name == name), None)
    if person is None:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    if person.post not in MAY_STAND_IN:
        raise Refused(PeopleReason.NOT_FOR_POST, name=name, post=person.post, role=role)
    if not starts_at < ends_at <= starts_at + LONGEST:
        raise Refused(PeopleReason.BAD_SHIFT, at=starts_at, until=ends_at)
    if not now - LONGEST <= starts_at <= now + FARTHEST_AHEAD:
        raise Refused(PeopleReason.SHIFT_FAR, at=starts_at, now=now)
