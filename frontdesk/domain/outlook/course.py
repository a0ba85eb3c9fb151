"""How likely the zone reaches its limit: the count of its cars followed step by step, exactly and by no chance.

Three numbers of cars are followed together: of those that were there at the beginning, of those that came since, of
those that are booked and still to come. How each of them changes from step to step is taken from how many of it are
expected then, so that each is right by itself at every step.
"""

import math
from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

_State = tuple[int, int]
"""How many are still to come, and how many are still there of those at the beginning."""
_Table = dict[_State, list[float]]
"""For each state the likelihood that 0, 1, 2 … cars have come since and are there."""
_ABOVE = 3
"""So many cars above the limit are told apart before what is asked for begins."""
_TOLD_APART = 8
"""Up to this limit the cars at the beginning are told apart from those that came since."""
_FOLLOWED = 60
"""Up to this limit the count is followed; above it, only how it is spread at each step is looked at."""
_RARE = 1e-4


class Cars(NamedTuple):
    """What is known of the cars. Those that come in a step come in its middle; who leaves, between two middles."""

    staying: Sequence[Sequence[float]]
    """Of each car there: how likely it is there still, at the beginning and in the middle of each step."""
    to_come: Sequence[Sequence[float]]
    """Of each booked one: how likely it is still to come or never comes, at the beginning and after each step."""
    walk_ins: Sequence[float]
    """How many are expected to come in each step without a booking."""
    fresh: Sequence[float]
    """Which share of those that come is still there one step later, two steps, three …"""


class _Step(NamedTuple):
    """What changes in a step."""

    goes: Sequence[float]
    """How likely one leaves of 0, 1, 2 … that are still there of those at the beginning."""
    stays: Sequence[Sequence[float]]
    """Of 0, 1, 2 … that came since: how likely 0, 1, 2 … are still there."""
    comes: Sequence[float]
    """How likely one comes of 0, 1, 2 … booked ones that are still to come."""
    walk_in: Sequence[float]
    """How likely 0, 1, 2 … come without a booking."""


class Course:
    """The steps to come, for any limit up to the highest that is asked for."""

    def __init__(self, cars: Cars, highest: int) -> None:
        self._cars, self._highest = cars, highest
        there = len(cars.staying)
        apart = highest <= _TOLD_APART
        self._begins: _Table = {(len(cars.to_come), there if apart else 0): [0.0] * (0 if apart else there) + [1.0]}
        self._steps = list(_steps(cars, highest + _ABOVE, apart=apart)) if highest <= _FOLLOWED else []

    def reaches(self, limit: int, first: int = 0) -> float:
        """Return how likely the zone holds `limit` cars or more at any time from step `first` on."""
        if self._highest > _FOLLOWED:
            return _at_once(limit, self._cars, first)
        top = limit + _ABOVE if first else limit
        table = {state: list(row) for state, row in self._begins.items()}
        reached = 0.0
        for number, step in enumerate(self._steps):
            if number == first:
                table, reached, top = *_below(table, limit), limit
            table = _gone(table, step.goes)
            _left(table, step.stays)
            table, booked = _come(table, step.comes, top)
            walked = _walked_in(table, step.walk_in, top)
            if number >= first:
                reached += booked + walked
        return min(1.0, reached)


def _steps(cars: Cars, most: int, *, apart: bool) -> Iterator[_Step]:
    steps = len(cars.walk_ins)
    goes, comes = _drops(cars.staying if apart else (), steps), _drops(cars.to_come, steps)
    counts = _expected(cars, () if apart else cars.staying)
    before = 0.0 if apart else float(len(cars.staying))
    for gone, come, expected, (there, came) in zip(goes, comes, cars.walk_ins, counts, strict=True):
        kept = min(1.0, there / before) if before else 1.0
        yield _Step(gone, _thinned(kept, most), come, _poisson(expected))
        before = there + came


def _expected(cars: Cars, staying: Sequence[Sequence[float]]) -> Iterator[tuple[float, float]]:
    """Give for each step how many are expected in its middle of those there and of all that came, and how many come."""
    came = [
        walked + sum(each[step] - each[step + 1] for each in cars.to_come) for step, walked in enumerate(cars.walk_ins)
    ]
    latest_first, steps = came[::-1], len(came)
    for step in range(steps):
        since = sum(map(mul, cars.fresh, latest_first[steps - step :]))
        yield since + sum(each[step + 1] for each in staying), came[step]


def _poisson(expected: float) -> list[float]:
    """Return how likely 0, 1, 2 … come; the last is as many or more."""
    found, likely, rest = [], math.exp(-expected), 1.0
    while rest > _RARE:
        found.append(likely)
        rest -= likely
        likely *= expected / len(found)
    return [*found, max(0.0, rest)]


def _at_once(limit: int, cars: Cars, first: int) -> float:
    """Return how likely it is at the step at which that is likeliest, the count being spread as a bell."""
    found = 0.0
    for step, (there, came) in enumerate(_expected(cars, cars.staying)):
        spread = there + came - sum(each[step + 1] ** 2 for each in cars.staying)
        if step >= first and spread > 0:
            found = max(found, math.erfc((limit - 0.5 - there - came) / math.sqrt(2 * spread)) / 2)
    return found


def _thinned(kept: float, most: int) -> list[list[float]]:
    """Return how likely 0, 1, 2 … are left of each number of cars, each of which is kept as likely as the other."""
    found = [[1.0]]
    for number in range(1, most):
        before = found[-1]
        found.append(
            [
                (before[left] * (1 - kept) if left < number else 0.0) + (before[left - 1] * kept if left else 0.0)
                for left in range(number + 1)
            ]
        )
    return found


def _drops(likely: Sequence[Sequence[float]], steps: int) -> list[list[float]]:
    """Return for each step how likely one of 0, 1, 2 … that remain goes in it."""
    found, before = [], _counts(likely, 0)
    for step in range(1, steps + 1):
        after = _counts(likely, step)
        drops = [0.0] * len(before)
        more = 0.0
        for number in range(len(before) - 1, 0, -1):
            more += before[number] - after[number]
            drops[number] = min(1.0, max(0.0, more / before[number])) if before[number] > 1e-12 else 0.0
        found.append(drops)
        before = after
    return found


def _counts(likely: Sequence[Sequence[float]], step: int) -> list[float]:
    """Return how likely 0, 1, 2 … of them remain at a step."""
    counts = [1.0]
    for each in likely:
        here = each[step]
        counts = [
            (counts[number - 1] * here if number else 0.0)
            + (counts[number] * (1 - here) if number < len(counts) else 0.0)
            for number in range(len(counts) + 1)
        ]
    return counts


def _below(table: _Table, limit: int) -> tuple[_Table, float]:
    """Return what is below the limit, and how likely it is not."""
    found = {state: row[: max(0, limit - state[1])] for state, row in table.items()}
    return found, 1 - sum(map(sum, found.values()))


def _gone(table: _Table, goes: Sequence[float]) -> _Table:
    """Let cars leave that were there at the beginning, one at most."""
    if len(goes) == 1:
        return table
    found: _Table = {}
    for (due, there), row in table.items():
        if goes[there] < 1:
            _add(found, (due, there), row, 1 - goes[there])
        if goes[there]:
            _add(found, (due, there - 1), row, goes[there])
    return found


def _come(table: _Table, comes: Sequence[float], top: int) -> tuple[_Table, float]:
    """Let booked cars come, one at most; return also how likely it is one too many."""
    if len(comes) == 1:
        return table, 0.0
    found: _Table = {}
    over = 0.0
    for (due, there), row in table.items():
        if comes[due] < 1:
            _add(found, (due, there), row, 1 - comes[due])
        if comes[due]:
            room = max(0, top - there - 1)
            _add(found, (due - 1, there), [0.0, *row[:room]], comes[due])
            over += comes[due] * sum(row[room:])
    return found, over


def _walked_in(table: _Table, walk_in: Sequence[float], top: int) -> float:
    """Let cars come without a booking; return how likely it is one too many."""
    over = 0.0
    for (_due, there), row in table.items():
        grown = [0.0] * (len(row) + len(walk_in) - 1)
        for more, share in enumerate(walk_in):
            for number, likely in enumerate(row, more):
                grown[number] += share * likely
        room = top - there
        over += sum(grown[room:])
        row[:] = grown[:room]
    return over


def _left(table: _Table, stays: Sequence[Sequence[float]]) -> None:
    """Let those leave that came since."""
    for row in table.values():
        row[:] = [
            sum(row[number] * stays[number][left] for number in range(left, len(row))) for left in range(len(row))
        ]


def _add(table: _Table, state: _State, row: Sequence[float], share: float) -> None:
    into = table.setdefault(state, [])
    into += [0.0] * (len(row) - len(into))
    for at, likely in enumerate(row):
        into[at] += likely * share
