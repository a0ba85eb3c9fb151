"""The proposal of a roster by OR-Tools CP-SAT, aim by aim; with the same task it is the same each time (S2).

Loaded in a process of its own alone: what OR-Tools loads is heavy.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from frontdesk.domain.rosters.fairness import SHARED, Cost, Task, cost, counts, groups, is_stand_in
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.proposal import Proposal, Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import MOST_RUNNING, NEAR, REST, rest_between
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.values.errors import Refused

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

LIBRARY = "ortools"
AIMS = len(Cost._fields)
_SEED = 20_260_217
_EFFORT = 3.0
"""So much work, in the solver's own measure that is the same on every machine, goes into each aim."""
_LONGEST_S = 60.0
"""On a machine that is far too slow an aim ends after this."""
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
    """Return the best roster that keeps every rule, as far as it is found. Raises `Refused(PLANNING_EXTRA)`."""
    check_there()
    return _Model(task, say).solve()


class _Model:
    """The rules and the aims as CP-SAT has them: a variable for each turn that could be proposed."""

    def __init__(self, task: Task, say: Say) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - 0.5 seconds, and only here

        self._cp = cp_model
        self._model = cp_model.CpModel()
        self._task, self._say = task, say
        self._began, self._first = time.monotonic(), 0.0
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

    def solve(self) -> Proposal:
        """Meet one aim after the other, each as well as those before it allow."""
        found: dict[Turn, bool] = dict.fromkeys(self._slots, False)
        bounds = [0] * AIMS
        missing: int | None = None
        for number, aim in enumerate(self._aims):
            self._say(Step(number + 1, AIMS, time.monotonic() - self._began, missing))
            solver = self._solver()
            self._model.minimize(aim)
            status = solver.solve(self._model)
            if status not in {self._cp.OPTIMAL, self._cp.FEASIBLE}:
                # The machine is far too slow: what is found so far keeps every rule, and nothing is claimed of it.
                break
            if missing is None:
                self._first, missing = time.monotonic() - self._began, round(solver.objective_value)
            found = {turn: bool(solver.value(variable)) for turn, variable in self._turns.items()}
            bounds[number] = round(solver.best_objective_bound)
            self._model.add(aim <= round(solver.objective_value))
            self._hint(solver)
        turns = [turn for turn, on in found.items() if on]
        seconds = time.monotonic() - self._began
        fixed = self._fixed_costs()
        bound = Cost(*(at_least + more for at_least, more in zip(bounds, fixed, strict=True)))
        return Proposal(turns, cost(self._task, turns), bound, seconds, self._first)

    def _fixed_costs(self) -> tuple[int, ...]:
        """Return what the fixed turns cost that no proposal changes."""
        unmet = sum((turn.person, turn.day) in self._task.wishes for turn in self._fixed.values())
        stand_ins = sum(is_stand_in(turn, self._task.terms) for turn in self._fixed.values())
        return (0, 0, 0, 0, unmet, stand_ins)

    def _solver(self) -> "cp_model.CpSolver":
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = _SEED
        solver.parameters.max_deterministic_time = _EFFORT
        solver.parameters.max_time_in_seconds = _LONGEST_S
        return solver

    def _hint(self, solver: "cp_model.CpSolver") -> None:
        """Begin the next aim where this one ended."""
        self._model.clear_hints()  # type: ignore[no-untyped-call, unused-ignore]
        for index in range(len(self._model.proto.variables)):
            variable = self._model.get_int_var_from_proto_index(index)
            self._model.add_hint(variable, solver.value(variable))

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
