"""The proposal of a roster by OR-Tools CP-SAT, aim by aim; with the same task it is the same each time (S2).

Loaded in a process of its own alone: what OR-Tools loads is heavy.
"""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from frontdesk.domain.rosters.fairness import SHARED, Cost, Task, cost, counts, groups, is_stand_in, parts
from frontdesk.domain.rosters.greedy import greedy
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.proposal import Proposal, Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import MOST_RUNNING, NEAR, REST, rest_between
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.values.errors import Refused

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

LIBRARY = "ortools"
_SEED = 20_260_217
_EFFORT = 3.0
"""So much work, in the solver's own measure that is the same on every machine, goes into each aim of a part."""
_LONGEST_S = 18.0
"""On a machine that is far too slow all of it ends after this: what is found by then keeps every rule."""
_DAY = timedelta(days=1)

Say = Callable[[Step], None]


def is_there() -> bool:
    """Whether the extra is installed."""
    return find_spec(LIBRARY) is not None


def check_there() -> None:
    """Raise `Refused(PLANNING_EXTRA)` where the extra is not installed."""
    if not is_there():
        raise Refused(RosterReason.PLANNING_EXTRA)


def propose(task: Task, say: Say = lambda step: None) -> Proposal:
    """Return the best roster that keeps every rule, as far as it is found. Raises `Refused(PLANNING_EXTRA)`.

    A first one is there at once; then each part is made as good as can be, by itself.
    """
    check_there()
    began = time.monotonic()
    begun, every = greedy(task), parts(task)
    first = time.monotonic() - began
    turns: list[Turn] = []
    bound, missing = Cost(*[0] * len(Cost._fields)), cost(task, begun).missing
    say(Step(0, len(every), (), first, missing))
    from ortools.sat.python import cp_model  # noqa: PLC0415 - two seconds of work, and only here

    until = time.monotonic() + _LONGEST_S
    for number, part in enumerate(every, 1):
        posts = {need.post for need in part.needs}
        say(Step(number, len(every), tuple(sorted(posts)), time.monotonic() - began, missing))
        there = [turn for turn in begun if turn.post in posts]
        found, at_least = there, _fixed_cost(part)
        if time.monotonic() < until:
            found, at_least = _Model(part, cp_model).solve(there, until)
        missing += cost(part, found).missing - cost(part, there).missing
        turns += found
        bound = bound.plus(at_least)
    return Proposal(turns, cost(task, turns), bound, time.monotonic() - began, first)


def _fixed_cost(task: Task) -> Cost:
    """Return what the fixed turns cost at least that no proposal changes."""
    worked = [turn for turn in task.fixed if turn.is_worked]
    unmet = sum((turn.person, turn.day) in task.wishes for turn in worked)
    return Cost(0, 0, 0, 0, unmet, sum(is_stand_in(turn, task.terms) for turn in worked))


class _Model:
    """The rules and the aims as CP-SAT has them: a variable for each turn that could be proposed."""

    def __init__(self, task: Task, cp_model: Any) -> None:
        self._cp = cp_model
        self._model = cp_model.CpModel()
        self._task = task
        self._slots = task.slots
        self._turns = {turn: self._model.new_bool_var("") for turn in self._slots}
        self._on_day: dict[tuple[str, date], list[Turn]] = defaultdict(list)
        for turn in self._slots:
            self._on_day[turn.person, turn.day].append(turn)
        self._fixed = {(turn.person, turn.day): turn for turn in task.fixed if turn.is_worked}
        self._rules()
        self._aims = [
            self._missing(),
            *(self._uneven(kinds) for kinds in SHARED),
            self._sum(turn for turn in self._slots if (turn.person, turn.day) in task.wishes),
            self._sum(turn for turn in self._slots if is_stand_in(turn, task.terms)),
        ]

    def solve(self, begun: list[Turn], until: float) -> tuple[list[Turn], Cost]:
        """Meet one aim after the other, each as well as those before it allow; return the turns, and what binds.

        `begun`: turns that keep every rule; `until`: when it ends at the latest, by the machine's own clock.
        """
        found, fixed = begun, _fixed_cost(self._task)
        bounds = list(fixed)
        for number, aim in enumerate(self._aims):
            value = cost(self._task, found)[number] - fixed[number]
            if value and (left := until - time.monotonic()) > 0:
                self._hint(found)
                self._model.minimize(aim)
                solver = self._solver(left)
                # Where the machine is far too slow, what is found so far stays, and nothing is claimed of it.
                if solver.solve(self._model) in {self._cp.OPTIMAL, self._cp.FEASIBLE}:
                    found = [turn for turn, variable in self._turns.items() if solver.value(variable)]
                    value = round(solver.objective_value)
                    bounds[number] += max(0, math.ceil(solver.best_objective_bound - 1e-6))
            self._model.add(aim <= value)
        return found, Cost(*bounds)

    def _solver(self, seconds: float) -> "cp_model.CpSolver":
        solver: cp_model.CpSolver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = _SEED
        solver.parameters.max_deterministic_time = _EFFORT
        solver.parameters.max_time_in_seconds = seconds
        return solver

    def _hint(self, found: Sequence[Turn]) -> None:
        """Begin where the aim before ended."""
        self._model.clear_hints()  # type: ignore[no-untyped-call, unused-ignore]
        on = set(found)
        for turn, variable in self._turns.items():
            self._model.add_hint(variable, turn in on)

    def _rules(self) -> None:
        """One turn a day, rest, days running: beside each other, and beside what is fixed."""
        for turns in self._on_day.values():
            self._model.add_at_most_one(self._turns[turn] for turn in turns)
        for turn, variable in self._turns.items():
            for apart in range(1, NEAR + 1):
                for other in self._on_day.get((turn.person, turn.day + apart * _DAY), ()):
                    if rest_between(turn, other, self._task.terms.shifts) < REST:
                        self._model.add_at_most_one(variable, self._turns[other])
            for apart in range(-NEAR, NEAR + 1):
                fixed = self._fixed.get((turn.person, turn.day + apart * _DAY))
                if fixed is not None and rest_between(turn, fixed, self._task.terms.shifts) < REST:
                    self._model.add(variable == 0)
        self._days_running()

    def _days_running(self) -> None:
        days = [day for _, day in (*self._on_day, *self._fixed)]
        if not days:
            return
        first, last = min(days), max(days)
        for person in self._task.terms.workers:
            for begins in range((last - first).days - MOST_RUNNING + 1):
                window = [first + (begins + ahead) * _DAY for ahead in range(MOST_RUNNING + 1)]
                free = [self._turns[turn] for day in window for turn in self._on_day.get((person, day), ())]
                worked = sum((person, day) in self._fixed for day in window)
                if free and len({d for d in window if (person, d) in self._on_day}) + worked > MOST_RUNNING:
                    self._model.add(sum(free) <= max(0, MOST_RUNNING - worked))

    def _missing(self) -> Any:
        """Return how many people are missing; nobody is put down who is not needed."""
        by_key: dict[object, list[Turn]] = defaultdict(list)
        for turn in self._slots:
            by_key[turn.day, turn.shift, turn.post].append(turn)
        missing = []
        for key, least in self._task.least.items():
            there = sum((turn.day, turn.shift, turn.post) == key for turn in self._fixed.values())
            wanted = max(0, least - there)
            short = self._model.new_int_var(0, wanted, "")
            self._model.add(self._sum(by_key[key]) + short == wanted)
            missing.append(short)
        return sum(missing)

    def _uneven(self, kinds: Collection[DayKind]) -> Any:
        """Return how much further apart than one the shifts of a kind of days are, added up over the posts."""
        already = counts(self._task, self._fixed.values(), kinds)
        apart = []
        for names in groups(self._task, self._slots, kinds).values():
            most = max(already[name] for name in names) + len(self._task.days)
            high, low, over = (self._model.new_int_var(0, most, "") for _ in range(3))
            for name in names:
                of_them = (t for t in self._slots if t.person == name and self._task.kinds.get(t.day) in kinds)
                worked = self._sum(of_them) + already[name]
                self._model.add(high >= worked)
                self._model.add(low <= worked)
            self._model.add(over >= high - low - 1)
            apart.append(over)
        return sum(apart)

    def _sum(self, turns: Any) -> Any:
        return sum(self._turns[turn] for turn in turns)
