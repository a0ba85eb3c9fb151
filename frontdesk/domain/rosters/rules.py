"""What no roster may ask of anybody: the one place that solver, hand edits and swaps go by (S2)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import A_DAY, Shift
from frontdesk.domain.rosters.turn import Turn, Worker, can_fill
from frontdesk.domain.values.errors import Reason, Refused

REST = 11 * 60
"""So many minutes lie between two shifts of a person, at least."""
MOST_RUNNING = 6
"""So many days in a row a person works, at most."""
_DAY = timedelta(days=1)
NEAR = 2
"""Shifts so many days apart may still leave too little rest: one may last for a day."""


class Terms(NamedTuple):
    """What the rules go by."""

    shifts: Mapping[str, Shift]
    workers: Mapping[str, Worker]
    absent: Mapping[tuple[str, date], str] = {}
    """Who is not there on a day, and why."""
    certificates: Mapping[tuple[date, str, Post], str] = {}
    """The certificate that whoever works a shift in a post on a day has to have."""


class Why(NamedTuple):
    """Why somebody cannot work a shift."""

    reason: Reason
    facts: Mapping[str, object] = {}

    @property
    def refusal(self) -> Refused:
        """The refusal that says so."""
        return Refused(self.reason, **self.facts)


def unfit(turn: Turn, terms: Terms) -> Why | None:
    """Return why somebody cannot work a turn, whatever else they work: absent, another post, no certificate (S12)."""
    worker = terms.workers.get(turn.person)
    if worker is None:
        return Why(PeopleReason.UNKNOWN_PERSON, {"name": turn.person})
    why = terms.absent.get((turn.person, turn.day))
    if why is not None:
        return Why(RosterReason.ABSENT, {"name": turn.person, "day": turn.day, "why": why})
    if not can_fill(worker.post, turn.post):
        return Why(RosterReason.NOT_THEIR_POST, {"name": turn.person, "post": worker.post, "role": turn.post})
    wanted = terms.certificates.get((turn.day, turn.shift, turn.post))
    return _uncertified(turn, worker, wanted, terms.shifts[turn.shift]) if wanted else None


def _uncertified(turn: Turn, worker: Worker, wanted: str, shift: Shift) -> Why | None:
    """Return why somebody's certificate does not do: they have none, or it ends before the shift does."""
    ends = worker.certificates.get(wanted)
    facts = {"name": turn.person, "certificate": wanted}
    if ends is None:
        return Why(RosterReason.NO_CERTIFICATE, facts)
    return Why(RosterReason.CERTIFICATE_ENDED, {**facts, "day": ends}) if ends < shift.last_day(turn.day) else None


def too_much(turn: Turn, others: Iterable[Turn], terms: Terms) -> Why | None:
    """Return why a turn is too much for somebody beside the others they work: two a day, rest, days running.

    `others`: turns of anybody; those that are not theirs, or not worked, do not matter.
    """
    theirs = {each.day: each for each in others if each.person == turn.person and each.is_worked and each != turn}
    if turn.day in theirs:
        return Why(RosterReason.TWO_SHIFTS, {"name": turn.person, "day": turn.day, "text": theirs[turn.day].shift})
    for apart in range(-NEAR, NEAR + 1):
        other = theirs.get(turn.day + apart * _DAY)
        if other is not None and (rest := rest_between(turn, other, terms.shifts)) < REST:
            facts = {"name": turn.person, "day": other.day, "rest": max(0, rest)}
            return Why(RosterReason.REST_TOO_SHORT, facts)
    running = _running(turn.day, theirs)
    if running > MOST_RUNNING:
        return Why(RosterReason.SEVENTH_DAY, {"name": turn.person, "days": running - 1, "day": turn.day})
    return None


def why_not(turn: Turn, others: Iterable[Turn], terms: Terms) -> Why | None:
    """Return why somebody cannot work a turn beside the others; None where nothing stands in the way."""
    return unfit(turn, terms) or too_much(turn, others, terms)


def check(turn: Turn, others: Iterable[Turn], terms: Terms) -> None:
    """Raise `Refused` where somebody cannot work a turn.

    UNKNOWN_PERSON, ABSENT, NOT_THEIR_POST, NO_CERTIFICATE, CERTIFICATE_ENDED, TWO_SHIFTS, REST_TOO_SHORT, SEVENTH_DAY.
    """
    why = why_not(turn, others, terms)
    if why is not None:
        raise why.refusal


def breaches(turns: Iterable[Turn], terms: Terms) -> Iterator[tuple[Turn, Why]]:
    """Give every turn that breaks a rule beside the others."""
    by_person: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        if turn.is_worked:
            by_person[turn.person].append(turn)
    for theirs in by_person.values():
        for place, turn in enumerate(theirs):
            why = why_not(turn, theirs[:place] + theirs[place + 1 :], terms)
            if why is not None:
                yield turn, why


def check_all(turns: Iterable[Turn], days: Collection[date], terms: Terms) -> None:
    """Raise `Refused(ROSTER_BREACH)` where somebody cannot work what they are put down for on one of these days."""
    for turn, why in breaches(turns, terms):
        if turn.day in days:
            raise Refused(RosterReason.ROSTER_BREACH, name=turn.person, day=turn.day, why=why.reason)


def rest_between(one: Turn, other: Turn, shifts: Mapping[str, Shift]) -> int:
    """Return how many minutes lie between two turns, by the clock on the wall; less than none where they overlap."""
    first, second = sorted((one, other), key=lambda turn: (turn.day, shifts[turn.shift].begins))
    return (second.day - first.day).days * A_DAY + shifts[second.shift].begins - shifts[first.shift].ends


def _running(day: date, worked: Collection[date]) -> int:
    """Return how many days in a row a day makes with those that are worked already."""
    first = last = day
    while first - _DAY in worked:
        first -= _DAY
    while last + _DAY in worked:
        last += _DAY
    return (last - first).days + 1
