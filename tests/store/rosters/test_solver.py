"""The proposed roster beside every roster there is, and its rules beside an independent judge (S2)."""

from collections.abc import Callable, Iterator

import pytest
import rosters_by_hand as by_hand

from frontdesk.desk.rosters import solver
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.fairness import Task, cost
from frontdesk.domain.rosters.proposal import Proposal, Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import breaches
from frontdesk.domain.values.errors import Refused

needs_solver = pytest.mark.skipif(not solver.is_there(), reason="the extra `planning` (ortools) is not installed")


def proposed(task: Task) -> Proposal:
    """A proposal that keeps every rule, as an independent judge says."""
    found = solver.propose(task)
    turns = [*task.fixed, *found.turns]
    assert by_hand.faults(turns, task.terms) == []
    assert list(breaches(turns, task.terms)) == []
    assert found.cost == cost(task, found.turns)
    there = [(turn.day, turn.shift, turn.post) for turn in found.turns]
    assert all(there.count(key) <= task.least[key] for key in set(there))
    return found


@needs_solver
def test_no_roster_is_better(seeds: Callable[[int, int], Iterator[int]]) -> None:
    """On every size up to five people, five days and two shifts."""
    for seed in seeds(25, 4000):
        task = by_hand.task(seed, people=1 + seed % 5, days=1 + seed // 5 % 5, most=1 + seed % 3 // 2)
        found = proposed(task)
        assert found.is_best, seed
        assert found.cost == by_hand.best(task), seed


@needs_solver
def test_the_rules_are_kept_in_larger_stores(seeds: Callable[[int, int], Iterator[int]]) -> None:
    for seed in seeds(4, 2000):
        proposed(by_hand.task(1000 + seed, people=8, days=14, most=2, night=seed % 2 == 0))


@needs_solver
def test_it_is_the_same_each_time_and_says_how_far_it_is() -> None:
    said: list[Step] = []
    task = by_hand.task(7, people=5, days=7, most=2)
    assert solver.propose(task, said.append).turns == solver.propose(task).turns
    assert [step.part for step in said] == list(range(said[0].of + 1))
    # Advisors apart; the supervisor stands in for the manager.
    assert [post for step in said for post in step.posts] == [Post.ADVISOR, Post.MANAGER]


def test_without_the_extra_one_line_says_what_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "LIBRARY", "ortools_that_is_not_there")
    with pytest.raises(Refused) as refused:
        solver.propose(by_hand.task(1, people=2, days=2))
    assert refused.value.reason is RosterReason.PLANNING_EXTRA
