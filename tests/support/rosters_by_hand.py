"""Rosters judged and made without the program's rules: plain minutes, plain counting, every roster there is."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise, product

from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.fairness import Cost, Task
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.need import Need
from frontdesk.domain.rosters.rules import Terms
from frontdesk.domain.rosters.shift import Shift
from frontdesk.domain.rosters.turn import Turn, Worker

EARLY, LATE, NIGHT = (
    Shift(1, "early", "早", 480, 990),
    Shift(2, "late", "晚", 660, 1170),
    Shift(3, "night", "夜", 1200, 1860),
)
MONDAY = date(2026, 2, 2)
Counted = Mapping[tuple[str, DayKind], int]
Spent = tuple[int, int, int]
"""People missing, wishes not met, turns in a post that is not their own."""
BASE = 64
"""More than the days of any roster that is made by hand."""
STANDS_IN = {Post.MANAGER: {Post.MANAGER, Post.SUPERVISOR, Post.DIRECTOR}}


def task(seed: int, people: int, days: int, *, most: int = 1, night: bool = False) -> Task:
    """Return a store at random: who is away, what is needed, what is set already, what each did in past festivals."""
    draw = random.Random(seed)
    posts = [draw.choice((Post.ADVISOR, Post.ADVISOR, Post.MANAGER, Post.SUPERVISOR)) for _ in range(people)]
    first = MONDAY + timedelta(days=draw.randint(0, 6))
    listed = [first + timedelta(days=ahead) for ahead in range(days)]
    # Some have none, some one that ends before the roster does.
    held: list[dict[str, date]] = [
        {"first_aid": first + timedelta(days=draw.randint(-1, days))} if draw.random() < 0.6 else {} for _ in posts
    ]
    workers = {f"p{n}": Worker(f"p{n}", post, held[n], n) for n, post in enumerate(posts)}
    shifts = [EARLY, draw.choice((LATE, NIGHT)) if not night else NIGHT]
    absent = {(draw.choice(list(workers)), draw.choice(listed)): "年假" for _ in range(draw.randint(0, people))}
    needs = [
        Need(day, shift.key, post, draw.randint(0, most), certificate="first_aid" if draw.random() < 0.2 else "")
        for day in listed
        for shift in shifts
        for post in (Post.ADVISOR, Post.MANAGER)
        if draw.random() < 0.8
    ]
    certificates = {(need.day, need.shift, need.post): need.certificate for need in needs if need.certificate}
    terms = Terms({shift.key: shift for shift in shifts}, workers, absent, certificates)
    before = [listed[0] - timedelta(days=back) for back in range(1, 7)]
    fixed = [
        Turn(name, day, draw.choice(shifts).key, worker.post, set_by="王芳")
        for name, worker in workers.items()
        for day in before[: draw.choice((0, 0, 1, 5, 6))]
    ]
    kinds = {day: draw.choice(list(DayKind)) for day in (*listed, *before)}
    wishes = frozenset((draw.choice(list(workers)), draw.choice(listed)) for _ in range(2))
    free = frozenset({(draw.choice(list(workers)), draw.choice(listed))}) if draw.random() < 0.3 else frozenset()
    served = {name: draw.randint(0, 2) for name in workers}
    kept = [turn for turn in fixed if not faults([*(t for t in fixed if t.person == turn.person)], terms)]
    return Task(listed, terms, needs, kinds, wishes, kept, free, served)


def faults(turns: Iterable[Turn], terms: Terms) -> list[str]:
    """Return everything that no roster may ask of anybody, told by minutes since a day long ago."""
    found = []
    listed = [turn for turn in turns if turn.is_worked]
    for turn in listed:
        worker = terms.workers[turn.person]
        if (turn.person, turn.day) in terms.absent:
            found.append(f"{turn.person} is away on {turn.day}")
        if worker.post not in STANDS_IN.get(turn.post, {turn.post}):
            found.append(f"{turn.person} is no {turn.post}")
        wanted = terms.certificates.get((turn.day, turn.shift, turn.post))
        until = worker.certificates.get(wanted or "", date.min).toordinal() + 1
        if wanted and _span(turn, terms)[1] > until * 1440:
            found.append(f"{turn.person} lacks {wanted}")
    for person in {turn.person for turn in listed}:
        spans = sorted(_span(turn, terms) for turn in listed if turn.person == person)
        found += [f"{person} rests {b[0] - a[1]} min" for a, b in pairwise(spans) if b[0] - a[1] < 660]
        days = [turn.day.toordinal() for turn in listed if turn.person == person]
        if len(days) != len(set(days)):
            found.append(f"{person} has two shifts a day")
        found += [f"{person} works seven days" for day in days if set(range(day, day + 7)) <= set(days)]
    return found


def _span(turn: Turn, terms: Terms) -> tuple[int, int]:
    midnight = turn.day.toordinal() * 1440
    return midnight + terms.shifts[turn.shift].begins, midnight + terms.shifts[turn.shift].ends


def best(made_for: Task) -> Cost:
    """Return what the best roster costs: every one is made, day by day; alike ones are gone on with once.

    Alike are those after which everybody may do the same next, and has done as many shifts of each kind of day.
    """
    names = sorted(made_for.terms.workers)
    least = {(need.day, need.shift, need.post): need.least for need in made_for.needs if need.least}
    fixed = list(made_for.fixed)
    places = {(name, kind): BASE**n for n, (name, kind) in enumerate(product(names, DayKind))}
    # What still matters for the rules: one way to get there, and by how often who worked when, the least it cost.
    begun: dict[object, tuple[tuple[Turn, ...], dict[int, Spent]]] = {(): ((), {0: (0, 0, 0)})}
    for day in made_for.days:
        keys = [key for key in least if key[0] == day]
        following: dict[object, tuple[tuple[Turn, ...], dict[int, Spent]]] = {}
        for turns, spent in begun.values():
            for chosen in _choices(keys, least, made_for, names, [*fixed, *turns]):
                now = (*turns, *chosen)
                _, further = following.setdefault(_matters(now, day, made_for, names), (now, {}))
                short = sum(least[key] for key in keys) - len(chosen)
                wished = sum((turn.person, turn.day) in made_for.wishes for turn in chosen)
                stood = sum(made_for.terms.workers[t.person].post is not t.post for t in chosen)
                more = sum(places[turn.person, made_for.kinds[turn.day]] for turn in chosen)
                for worked, (missing, unmet, stand_ins) in spent.items():
                    cost = (missing + short, unmet + wished, stand_ins + stood)
                    known = further.get(worked + more)
                    if known is None or cost < known:
                        further[worked + more] = cost
        begun = following
    already = sum((turn.person, turn.day) in made_for.wishes for turn in fixed)
    stood_in = sum(made_for.terms.workers[turn.person].post is not turn.post for turn in fixed)
    every = {(worked, cost) for _turns, spent in begun.values() for worked, cost in spent.items()}
    fewest = min(missing for _worked, (missing, *_) in every)
    share, before = shared(made_for), counted(fixed, made_for)
    return min(
        Cost(missing, *uneven(_read(worked, places, before), share, made_for), unmet + already, stand_ins + stood_in)
        for worked, (missing, unmet, stand_ins) in every
        if missing == fewest
    )


def _read(worked: int, places: dict[tuple[str, DayKind], int], before: Counter[tuple[str, DayKind]]) -> Counted:
    return {key: worked // place % BASE + before[key] for key, place in places.items()}


def _choices(
    keys: list[tuple[date, str, Post]], least: dict[tuple[date, str, Post], int], made_for: Task, names: list[str],
    so_far: list[Turn],
) -> Iterator[tuple[Turn, ...]]:  # fmt: skip
    """Give everything that can be done with the shifts of a day."""
    if not keys:
        yield ()
        return
    key, *others = keys
    may = [
        turn
        for name in names
        if (name, key[0]) not in made_for.free
        and not faults([*(t for t in so_far if t.person == name), turn := Turn(name, *key)], made_for.terms)
    ]
    for count in range(least[key] + 1):
        for chosen in combinations(may, count):
            for rest in _choices(others, least, made_for, names, [*so_far, *chosen]):
                yield (*chosen, *rest)


def _matters(turns: tuple[Turn, ...], day: date, made_for: Task, names: list[str]) -> object:
    """Return what of these turns bears on the days to come: the last two days, and how many each worked in a row."""
    lately = tuple((turn.person, turn.day, turn.shift) for turn in sorted(turns) if (day - turn.day).days < 2)
    days = (tuple(sorted(t.day for t in turns if t.person == name)) for name in names)
    return lately, tuple(_run(worked, day, made_for, name) for worked, name in zip(days, names, strict=True))


def _run(worked: tuple[date, ...], day: date, made_for: Task, name: str) -> int:
    """Return how many days in a row somebody has worked up to a day."""
    every = {*worked, *(turn.day for turn in made_for.fixed if turn.person == name)}
    run = 0
    while day - timedelta(days=run) in every:
        run += 1
    return run


def shared(made_for: Task) -> list[tuple[set[DayKind], set[str]]]:
    """Return for each kind of day that is shared evenly who could have a shift then."""
    least = {(need.day, need.shift, need.post) for need in made_for.needs if need.least}
    taken = {(turn.person, turn.day) for turn in made_for.fixed}
    found = []
    for kinds in ({DayKind.HOLIDAY}, {DayKind.WEEKEND}, set(DayKind)):
        could = {turn.person for turn in made_for.fixed if made_for.kinds[turn.day] in kinds}
        for day, shift, post in least:
            for name in made_for.terms.workers:
                away = (name, day) in made_for.free or (name, day) in taken
                if (
                    made_for.kinds[day] in kinds
                    and not away
                    and not faults([Turn(name, day, shift, post)], made_for.terms)
                ):
                    could.add(name)
        found.append((kinds, could))
    return found


def counted(turns: Iterable[Turn], made_for: Task) -> Counter[tuple[str, DayKind]]:
    """Return how often each worked on each kind of day."""
    return Counter((turn.person, made_for.kinds[turn.day]) for turn in turns)


def uneven(number: Counted, share: Iterable[tuple[set[DayKind], set[str]]], made_for: Task) -> tuple[int, int, int]:
    """Return how much further apart than one whoever of a post has most and least shifts are, for each kind of day."""
    found = []
    for kinds, could in share:
        of_each = {name: sum(number.get((name, kind), 0) for kind in kinds) for name in could}
        if kinds == {DayKind.HOLIDAY}:
            of_each = {name: count + made_for.served.get(name, 0) for name, count in of_each.items()}
        apart = 0
        for post in Post:
            have = [count for name, count in of_each.items() if made_for.terms.workers[name].post is post]
            apart += max(0, max(have) - min(have) - 1) if have else 0
        found.append(apart)
    return found[0], found[1], found[2]
