"""Nobody looks for a while, or the clock is set: what was missed is called once, late, and nothing twice (Z5, Z6)."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from attended import hire, sign
from rounds import Rounds
from store_checks import assert_whole

from data.escalations import record as steps
from data.stations import SignOfLife, put
from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.escalations import record as escalation_record
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.terms import Action, LineKind, State
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

START = 1_780_020_000_000
S, M, H, D = 1_000, 60_000, 3_600_000, 86_400_000
CALLS = {LineKind.CALLED, LineKind.NOT_ACTED, LineKind.NOT_SOLVED}
LOOK_EVERY = 20 * S

Call = tuple[int, LineKind, int, str]
"""An escalation's number, why it called, at which level, whom."""


@dataclass
class Story:
    """What people do in a store that is looked at, or is not for a while, and how long the whole of it lasts."""

    deeds: list[tuple[int, Callable[[Desk], object]]]
    down_from: int
    down_until: int
    until: int
    attended: bool
    """Whether the stations are there; where not, calls are made in vain, and nobody calls twice."""


def story(chance: random.Random) -> Story:
    """A crowding, an over-stay and a late reception; somebody takes one on or decides before nobody looks any more."""
    deeds: list[tuple[int, Callable[[Desk], object]]] = []
    cars = [f"苏A0000{number}" for number in range(1, chance.choice([2, 4, 5]))]
    for number, plate in enumerate(cars):
        at = chance.randrange(0, 5 * M) if number < 3 else chance.randrange(5 * M, 8 * M)
        deeds.append((at, lambda desk, plate=plate: zone.arrive(desk, plate)))
        if chance.random() < 0.7:
            deeds.append((at + chance.randrange(1, 4 * M), lambda desk, plate=plate: zone.receive(desk, plate)))
    if chance.random() < 0.5:
        deeds.append((chance.randrange(8 * M, 25 * M), _acknowledge))
    if chance.random() < 0.5:
        deeds.append((chance.randrange(8 * M, 25 * M), _decide))
    busy = max(at for at, _ in deeds) + 1
    lasts = chance.choice([S, 30 * S, M, 3 * M, 10 * M, H, 8 * H, D, 7 * D])
    down_from = busy + chance.randrange(0, 22 * M)
    down_until = down_from + chance.randrange(max(S, lasts // 3), lasts + 1)
    return Story(
        sorted(deeds, key=lambda deed: deed[0]), down_from, down_until, down_until + 10 * M, chance.random() < 0.7
    )


def _acknowledge(desk: Desk) -> None:
    for escalation in [e for e in desk.snapshot().escalations if e.state is State.RAISED][:1]:
        handling.acknowledge(desk, escalation.id)


def _decide(desk: Desk) -> None:
    for escalation in [e for e in desk.snapshot().escalations if e.is_crowding][:1]:
        plate = escalation.plate or desk.snapshot().floor.in_zone[0].plate
        decisions.act(desk, escalation.id, Action.DIVERT, (plate,), seen=escalation.acted_at)


@contextmanager
def a_store(template: Path, path: Path) -> Iterator[tuple[Desk, ManualClock]]:
    shutil.copy(template, path)
    clock = ManualClock(START)
    with Desk.open(path, Actor("guard", "张三"), clock) as desk:
        yield desk, clock


def lived(template: Path, folder: Path, told: Story) -> tuple[tuple[RecordLine, ...], tuple[RecordLine, ...]]:
    """Live through it twice, looked at all the time, and not in the down time; until then it is the same day."""
    begun = folder / "begun.db"
    with a_store(template, begun) as (desk, clock):
        hire(desk)
        if told.attended:
            _sign_for_good(desk, START + told.until)
        run(desk, clock, told, [at for at in _instants(told) if at <= told.down_from])
    later = [at for at in _instants(told) if at > told.down_from]
    records = []
    for instants in (later, [at for at in later if at >= told.down_until]):
        with a_store(begun, folder / "store.db") as (desk, clock):
            run(desk, clock, told, instants)
            records.append(desk.read(lambda connection: steps.after(connection, 0))[1])
    return records[0], records[1]


def run(desk: Desk, clock: ManualClock, told: Story, instants: list[int]) -> None:
    """Look at each of these instants, and do what is done then."""
    snapshot = desk.snapshot()
    for at in instants:
        clock.at = START + at
        if snapshot.has_news(clock.at):
            handling.evaluate(desk)
            snapshot = desk.snapshot()
        for do in [do for when, do in told.deeds if when == at]:
            do(desk)
            snapshot = desk.snapshot()


def _sign_for_good(desk: Desk, until: int) -> None:
    signs = [SignOfLife(kind, Actor(kind, ""), None, 1, None) for kind in ("guard", "reception", "manager")]
    for one in signs:
        put(desk.connection, one, until)


def _instants(told: Story) -> list[int]:
    """Every twenty seconds, and when somebody does something. Hours later nothing new is called, only repeats."""
    quiet = max(told.deeds[-1][0] + 45 * M, told.down_from)
    every = [*range(0, min(quiet, told.until), LOOK_EVERY), *range(told.down_until, told.until, LOOK_EVERY)]
    return sorted({*every, *(at for at, _ in told.deeds), told.down_from, told.down_until})


def calls(record: tuple[RecordLine, ...]) -> list[Call]:
    return [(s.escalation, s.kind, s.level, s.role) for s in record if s.kind in CALLS]


@pytest.mark.parametrize("seed", range(6))
def test_down_times(template: Path, tmp_path: Path, seed: int, rounds: Rounds) -> None:
    """Down times of a second to a week, each beside the same day looked at all the time."""
    missed = 0
    for number in rounds(4, 350):
        told = story(random.Random(seed * 1000 + number))
        always, resumed = lived(template, tmp_path, told)
        assert_same_calls(always, resumed, told)
        assert_no_burst(resumed)
        missed += sum(step.kind in CALLS and step.at == START + told.down_until for step in resumed)
    print(f"{missed} calls were missed and made late")
    assert missed


def by_escalation(record: tuple[RecordLine, ...]) -> dict[int, list[Call]]:
    found: dict[int, list[Call]] = {}
    for call in calls(record):
        found.setdefault(call[0], []).append(call)
    return found


def assert_same_calls(always: tuple[RecordLine, ...], resumed: tuple[RecordLine, ...], told: Story) -> None:
    """The same calls, each once, in the same order; those of the down time when the store is looked at again."""
    names = {"always": _of_subject(always), "resumed": _of_subject(resumed)}
    assert names["resumed"] == names["always"], told
    assert max(Counter((s.escalation, s.kind, s.level, s.due_at, s.role) for s in resumed if s.role).values()) == 1
    first, until = START + told.down_from, START + told.down_until
    for step in resumed:
        if step.kind in CALLS and first < step.due_at < until:
            assert step.at == until, step
            assert step.late == step.at - step.due_at
        assert step.at >= step.due_at


def _of_subject(record: tuple[RecordLine, ...]) -> list[list[tuple[LineKind, int, str]]]:
    return sorted([call[1:] for call in found] for found in by_escalation(record).values())


def assert_no_burst(record: tuple[RecordLine, ...]) -> None:
    """At one instant an escalation calls each stage at most once, and says nothing again beside a stage."""
    at_once: dict[tuple[int, int], list[RecordLine]] = {}
    for step in record:
        if step.role:
            at_once.setdefault((step.escalation, step.at), []).append(step)
    for together in at_once.values():
        assert max(Counter((step.level, step.role) for step in together).values()) == 1, together
        kinds = {step.kind for step in together}
        assert LineKind.REPEATED not in kinds or len(kinds) == 1, together


def test_the_burst_is_looked_for() -> None:
    def step(kind: LineKind, level: int) -> RecordLine:
        return RecordLine(1, kind, level, 0, 5, role="deputy")

    for wrong in ([LineKind.CALLED, LineKind.CALLED], [LineKind.REPEATED, LineKind.CALLED]):
        with pytest.raises(AssertionError):
            assert_no_burst(
                tuple(step(kind, number if len(set(wrong)) > 1 else 1) for number, kind in enumerate(wrong))
            )


def test_what_a_down_time_missed_is_called_stage_by_stage_and_late(desk: Desk, clock: ManualClock) -> None:
    hire(desk)
    sign(desk, clock.at)
    for number in range(4):
        zone.arrive(desk, Plate(f"苏A0000{number}"))
        zone.receive(desk, Plate(f"苏A0000{number}"))
    crossed = clock.at
    clock.at += 2 * H
    sign(desk, clock.at)
    handling.evaluate(desk)
    (over,) = (e for e in desk.snapshot().escalations if e.kind == "over_count")
    record = escalation_record.page(desk, over.id).steps
    assert [(s.kind.value, s.role, s.due_at - crossed, s.late) for s in record] == [
        ("called", "guard", 0, 0),
        ("called", "manager", 0, 0),
        ("called", "deputy", 180 * S, 2 * H - 180 * S),
        ("called", "director", 300 * S, 2 * H - 300 * S),
    ]
    clock.at += 59_999
    assert handling.evaluate(desk) is None
    clock.at += 1
    assert handling.evaluate(desk) is not None
    assert escalation_record.page(desk, over.id).steps[-1].kind is LineKind.REPEATED


@pytest.mark.parametrize("seed", range(10))
def test_the_clock_is_set_forwards_and_backwards(template: Path, tmp_path: Path, seed: int, rounds: Rounds) -> None:
    """A second to a day, at random moments, between random commands: nothing negative, nothing twice, no exception."""
    for number in rounds(1, 60):
        chance = random.Random(seed * 1000 + number)
        with a_store(template, tmp_path / f"{number}.db") as (desk, clock):
            hire(desk)
            for _ in range(60):
                clock.at += chance.choice([S, 30 * S, M, 4 * M])
                if chance.random() < 0.15:
                    clock.at += chance.choice([-1, 1]) * chance.choice([S, M, H, chance.randrange(S, D)])
                if chance.random() < 0.5:
                    sign(desk, clock.at, chance.sample(["guard", "reception", "manager"], chance.randrange(4)))
                _something(desk, chance)
                handling.evaluate(desk)
                assert handling.evaluate(desk) is None
                assert not desk.snapshot().has_news(clock.at)
            assert_whole(desk.connection)
            assert_nothing_negative(desk)


def _something(desk: Desk, chance: random.Random) -> None:
    seen, plate = desk.snapshot(), Plate(f"苏A0000{chance.randrange(6)}")
    deeds: list[Callable[[], object]] = [
        lambda: zone.arrive(desk, plate),
        lambda: zone.receive(desk, plate),
        lambda: zone.make_work_order(desk, plate),
        lambda: zone.move(desk, plate, chance.choice(["lane", "bay1", "temporary", "repair"])),
        lambda: zone.leave(desk, plate),
        lambda: undo.undo(desk),
    ]
    if seen.escalations:
        one = chance.choice(seen.escalations)
        deeds += [
            lambda: handling.acknowledge(desk, one.id),
            lambda: handling.tell(desk, one.id),
            lambda: decisions.act(desk, one.id, chance.choice(list(Action)), (plate,), seen=one.acted_at),
        ]
    deeds += [lambda task=task: tasks.done(desk, task.id) for task in seen.tasks]
    deeds += [lambda ticket=ticket: lounge.call(desk, ticket.number) for ticket in seen.tickets]
    try:
        chance.choice(deeds)()
    except Refused:
        return


def assert_nothing_negative(desk: Desk) -> None:
    now, snapshot = desk.now(), desk.snapshot()
    for car in snapshot.floor.cars:
        assert car.zone_time(now) >= 0
        assert car.customer_wait(now) >= 0
    for escalation in escalation_record.lately(desk, 1000):
        assert escalation.raised_at >= escalation.crossed_at
        assert escalation.cleared_at is None or escalation.cleared_at >= escalation.crossed_at
        record = escalation_record.page(desk, escalation.id).steps
        assert all(step.late >= 0 for step in record)
        called = [step for step in record if step.role]
        assert len({(s.kind, s.level, s.due_at, s.role) for s in called}) == len(called)
        first = [step for step in called if step.kind is LineKind.CALLED]
        assert all(one.level <= after.level for one, after in pairwise(first))
