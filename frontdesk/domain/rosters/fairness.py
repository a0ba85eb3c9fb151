"""What makes one roster better than another, in this order: cover, holidays, weekends and shifts even, wishes (S2)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.need import Need
from frontdesk.domain.rosters.rules import Terms, unfit
from frontdesk.domain.rosters.turn import Turn

Key = tuple[date, str, Post]
"""A shift in a post on a day."""


class Cost(NamedTuple):
    """What a roster costs; the first number that differs decides."""

    missing: int
    """People who are missing, over all needs."""
    holidays: int
    """How much further apart than one whoever has most and least holiday shifts are, added up over the posts."""
    weekends: int
    shifts: int
    wishes: int
    """Wishes for a free day that are not met."""
    stand_ins: int = 0
    """Turns in a post that is not their own."""

    def plus(self, other: "Cost") -> "Cost":
        """Return what two parts cost together."""
        return Cost(*map(sum, zip(self, other, strict=True)))


class Task(NamedTuple):
    """What a roster is to be made for."""

    days: Sequence[date]
    terms: Terms
    needs: Sequence[Need]
    kinds: Mapping[date, DayKind]
    wishes: frozenset[tuple[str, date]] = frozenset()
    fixed: Sequence[Turn] = ()
    """The turns that stay as they are: those set by hand, and those of the days before and after."""
    free: frozenset[tuple[str, date]] = frozenset()
    """Whom whoever plans wants free on a day."""
    served: Mapping[str, int] = {}
    """How many holiday shifts each worked in the last Spring Festivals."""

    @property
    def least(self) -> dict[Key, int]:
        """How many people each shift needs in each post."""
        return {(need.day, need.shift, need.post): need.least for need in self.needs if need.least}

    @property
    def slots(self) -> list[Turn]:
        """Every turn that could be proposed, whatever else is: needed, not set by hand, and somebody fit for it."""
        taken = {(turn.person, turn.day) for turn in self.fixed if turn.is_worked}
        listed = sorted(self.terms.workers.values(), key=lambda worker: (worker.since, worker.name))
        found = [
            Turn(worker.name, day, shift, post)
            for day, shift, post in sorted(self.least)
            for worker in listed
            if (worker.name, day) not in taken and (worker.name, day) not in self.free
        ]
        return [turn for turn in found if unfit(turn, self.terms) is None]


def parts(task: Task) -> list[Task]:
    """Return what can be made apart: the people of posts that never work in one another's; costs just add up."""
    workers = task.terms.workers
    together: list[frozenset[Post]] = [frozenset({need.post}) for need in task.needs]
    for turn in (*task.slots, *task.fixed):
        own = {workers[turn.person].post} if turn.person in workers else set()
        together.append(frozenset({turn.post, *own}))
    joined: list[frozenset[Post]] = []
    for posts in dict.fromkeys(together):
        touched = [each for each in joined if each & posts]
        joined = [each for each in joined if not each & posts] + [posts.union(*touched)]
    return [_part(task, posts) for posts in joined]


def _part(task: Task, posts: Collection[Post]) -> Task:
    workers = {name: worker for name, worker in task.terms.workers.items() if worker.post in posts}
    return task._replace(
        terms=task.terms._replace(workers=workers),
        needs=[need for need in task.needs if need.post in posts],
        fixed=[turn for turn in task.fixed if turn.post in posts],
    )


def is_stand_in(turn: Turn, terms: Terms) -> bool:
    """Whether somebody works in a post that is not their own."""
    worker = terms.workers.get(turn.person)
    return worker is not None and worker.post is not turn.post


def groups(task: Task, slots: Iterable[Turn], kinds: Collection[DayKind]) -> dict[Post, tuple[str, ...]]:
    """Return among whom the shifts of these kinds of days are shared: whoever of a post can have one of them."""
    found: dict[Post, set[str]] = defaultdict(set)
    for turn in (*slots, *task.fixed):
        if task.kinds.get(turn.day) in kinds and turn.is_worked and turn.person in task.terms.workers:
            found[task.terms.workers[turn.person].post].add(turn.person)
    return {post: tuple(sorted(names)) for post, names in sorted(found.items())}


SHARED: tuple[tuple[DayKind, ...], ...] = ((DayKind.HOLIDAY,), (DayKind.WEEKEND,), tuple(DayKind))
"""The kinds of days whose shifts are shared evenly, in the order in which that counts."""


def counts(task: Task, turns: Iterable[Turn], kinds: Collection[DayKind]) -> Counter[str]:
    """Return how many shifts each has on these kinds of days; of holidays with those of the last Spring Festivals."""
    found = Counter(turn.person for turn in turns if turn.is_worked and task.kinds.get(turn.day) in kinds)
    if tuple(kinds) == SHARED[0]:
        found.update(task.served)
    return found


def cost(task: Task, proposed: Iterable[Turn]) -> Cost:
    """Return what a roster costs that consists of these turns and of those that are fixed."""
    turns = [turn for turn in (*task.fixed, *proposed) if turn.is_worked]
    there = Counter((turn.day, turn.shift, turn.post) for turn in turns)
    missing = sum(max(0, least - there[key]) for key, least in task.least.items())
    uneven = []
    slots = task.slots
    for kinds in SHARED:
        of_each = counts(task, turns, kinds)
        apart = (
            max(of_each[name] for name in names) - min(of_each[name] for name in names)
            for names in groups(task, slots, kinds).values()
        )
        uneven.append(sum(max(0, each - 1) for each in apart))
    unmet = sum((turn.person, turn.day) in task.wishes for turn in turns)
    holidays, weekends, shifts = uneven
    stand_ins = sum(is_stand_in(turn, task.terms) for turn in turns)
    return Cost(missing, holidays, weekends, shifts, unmet, stand_ins)
