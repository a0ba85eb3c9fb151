"""The rules and the cost beside an independent judge, on random rosters, with no solver (S2)."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import reduce

import rosters_by_hand as by_hand

from frontdesk.domain.rosters.fairness import Cost, Task, cost, parts
from frontdesk.domain.rosters.greedy import greedy
from frontdesk.domain.rosters.rules import breaches, why_not
from frontdesk.domain.rosters.turn import Turn


def filled(task: Task, draw: random.Random) -> list[Turn]:
    """Turns at random, some of which break a rule: whoever is fit or not, nobody twice in one shift."""
    keys = [key for key in task.least for _ in range(task.least[key])]
    return list({Turn(draw.choice(list(task.terms.workers)), *key) for key in keys if draw.random() < 0.5})


def test_a_rule_is_broken_where_the_judge_says_so(seeds: Callable[[int, int], Iterator[int]]) -> None:
    broken = 0
    for seed in seeds(150, 2000):
        draw = random.Random(seed)
        task = by_hand.task(seed, people=6, days=9, most=2, night=draw.random() < 0.5)
        turns = [*task.fixed, *filled(task, draw)]
        told, judged = list(breaches(turns, task.terms)), by_hand.faults(turns, task.terms)
        assert bool(told) is bool(judged), (seed, told[:2], judged[:2])
        broken += bool(judged)
        for turn in turns:
            theirs = [each for each in turns if each.person == turn.person and each is not turn]
            alone = not by_hand.faults([turn], task.terms)
            fits = alone and not by_hand.faults([turn, *theirs], task.terms)
            if fits:
                assert why_not(turn, theirs, task.terms) is None, seed
    assert broken > 100


def test_the_cost_is_what_counting_says(seeds: Callable[[int, int], Iterator[int]]) -> None:
    for seed in seeds(100, 2000):
        draw = random.Random(seed)
        task = by_hand.task(seed, people=5, days=6, most=2)
        turns = [turn for turn in filled(task, draw) if turn in set(task.slots)]
        every = [*task.fixed, *turns]
        there = [(turn.day, turn.shift, turn.post) for turn in every]
        missing = sum(max(0, least - there.count(key)) for key, least in task.least.items())
        unmet = sum((turn.person, turn.day) in task.wishes for turn in every)
        stand_ins = sum(task.terms.workers[turn.person].post is not turn.post for turn in every)
        uneven = by_hand.uneven(by_hand.counted(every, task), by_hand.shared(task), task)
        assert cost(task, turns) == Cost(missing, *uneven, unmet, stand_ins), seed
        # What can be made apart costs apart what it costs together.
        apart = [cost(part, [turn for turn in turns if turn.person in part.terms.workers]) for part in parts(task)]
        assert reduce(Cost.plus, apart, Cost(0, 0, 0, 0, 0)) == cost(task, turns), seed


def test_the_first_roster_keeps_every_rule(seeds: Callable[[int, int], Iterator[int]]) -> None:
    for seed in seeds(100, 2000):
        task = by_hand.task(seed, people=6, days=10, most=2, night=seed % 2 == 0)
        turns = greedy(task)
        assert by_hand.faults([*task.fixed, *turns], task.terms) == [], seed
        assert len(set(turns)) == len(turns), seed
        there = Counter((turn.day, turn.shift, turn.post) for turn in [*task.fixed, *turns])
        added = Counter((turn.day, turn.shift, turn.post) for turn in turns)
        assert all(there[key] <= task.least[key] for key in added), seed
