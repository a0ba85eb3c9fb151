"""A first roster that keeps every rule, shift by shift: what the search for the best one begins with (S2)."""

from collections import Counter, defaultdict

from frontdesk.domain.rosters.fairness import Key, Task, is_stand_in
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.rules import too_much
from frontdesk.domain.rosters.turn import Turn


def greedy(task: Task) -> list[Turn]:
    """Return turns for every shift somebody is left for: whoever has the fewest of such shifts so far comes first."""
    could: dict[Key, list[Turn]] = defaultdict(list)
    for turn in task.slots:
        could[turn.day, turn.shift, turn.post].append(turn)
    theirs: dict[str, list[Turn]] = defaultdict(list)
    there, worked = Counter[Key](), Counter[tuple[str, DayKind | None]]()
    for name, count in task.served.items():
        worked[name, DayKind.HOLIDAY] += count
    chosen: list[Turn] = []

    def put(turn: Turn) -> None:
        theirs[turn.person].append(turn)
        there[turn.day, turn.shift, turn.post] += 1
        worked[turn.person, task.kinds.get(turn.day)] += 1

    for turn in task.fixed:
        if turn.is_worked:
            put(turn)
    for key in sorted(task.least, key=lambda key: (key[0], task.terms.shifts[key[1]].begins, len(could[key]))):
        kind = task.kinds.get(key[0])
        for turn in sorted(could[key], key=lambda turn: _last(turn, kind, worked, task)):
            if there[key] >= task.least[key]:
                break
            if too_much(turn, theirs[turn.person], task.terms) is None:
                put(turn)
                chosen.append(turn)
    return chosen


def _last(
    turn: Turn, kind: DayKind | None, worked: Counter[tuple[str, DayKind | None]], task: Task
) -> tuple[bool, bool, int, int]:
    """Return how late somebody is thought of for a shift."""
    of_all = sum(worked[turn.person, each] for each in DayKind)
    wishes = (turn.person, turn.day) in task.wishes
    return is_stand_in(turn, task.terms), wishes, worked[turn.person, kind], of_all
