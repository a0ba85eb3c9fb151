"""How soon a roster of 20 people and 31 days is there, and how soon the best one, each in a process of its own."""

import asyncio
import statistics
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from figures import Row, scratch

from frontdesk.desk import in_child
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import absences, needs_by_hand, planning, shifts, solver
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.rosters.proposal import Proposal
from frontdesk.domain.values.clock import ManualClock

AT = 1_796_000_000_000
"""A day in November 2026."""
FIRST, LAST = date(2027, 1, 1), date(2027, 1, 31)
TEAM = {Post.MANAGER: 2, Post.SUPERVISOR: 2, Post.ADVISOR: 7, Post.GUARD: 5, Post.TECHNICIAN: 4}
NEEDS = {("early", Post.ADVISOR): 3, ("late", Post.ADVISOR): 2, ("night", Post.GUARD): 1, ("early", Post.TECHNICIAN): 2}


def rows() -> Iterable[Row]:
    """Propose it for three stores of which people are away on other days."""
    if not solver.is_there():
        yield Row("roster 20 × 31: ortools is not installed", 0, "")
        return
    found = [_proposed(seed) for seed in range(3)]
    yield Row("roster 20 × 31: first that keeps every rule", max(first for first, _, _ in found), "s", goal="≤ 2 s")
    yield Row("roster 20 × 31: the best, median", statistics.median(whole for _, whole, _ in found), "s", goal="≤ 20 s")
    yield Row("roster 20 × 31: the best, slowest", max(whole for _, whole, _ in found), "s", goal="≤ 20 s")
    yield Row("roster 20 × 31: proved to be the best, of 3", sum(each.is_best for _, _, each in found), "")


def _proposed(seed: int) -> tuple[float, float, Proposal]:
    """Return after how long there was a first one and the best one, the start of the process counted in."""
    with scratch() as folder:
        path = Path(folder) / "store.db"
        with Desk.open(path, Actor("manager", "M0"), ManualClock(AT)) as desk:
            number = _planned(desk, seed)
        began = time.monotonic()
        steps: list[float] = []
        found = asyncio.run(
            in_child.follow(path, AT, lambda step: steps.append(time.monotonic() - began), planning.proposed, number)
        )
        return steps[0], time.monotonic() - began, found


def _planned(desk: Desk, seed: int) -> int:
    names = []
    for post, count in TEAM.items():
        for place in range(count):
            names.append(f"{post.name[0]}{place}")
            staff.add(desk, names[-1], post)
    shifts.add(desk, "early", "", "08:00", "16:30")
    shifts.add(desk, "late", "", "11:00", "19:30")
    shifts.add(desk, "night", "", "20:00", "07:00")
    number = planning.begin(desk, FIRST, LAST).number
    days = [date(2027, 1, day) for day in range(1, 32)]
    typed = [
        needs_by_hand.Typed(day, shift, post, least, "benchmark")
        for day in days
        for (shift, post), least in NEEDS.items()
    ]
    needs_by_hand.set_needs(desk, number, typed)
    for place, name in enumerate(names):
        first = days[(place * 7 + seed * 3) % 26]
        absences.add(desk, name, first, first.replace(day=first.day + place % 4), "holiday")
        wish = days[(place * 5 + seed * 11) % 31]
        absences.add(desk, name, wish, wish, "wish", is_wish=True)
    return number
