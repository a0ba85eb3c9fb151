"""Of very many matters a station reads no more than the first: they are those of the whole list, in its order."""

import random

import pytest

from data.matters import matters
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import HOUR, ManualClock

NAMES = ("measure_done", "measure_check", "approval", "step")
pytestmark = pytest.mark.forged


def put(desk: Desk, now: int, seed: int) -> dict[int, int | None]:
    """Put matters on record, past the commands; return when each that is open has something owed for the first time."""
    chance, first = random.Random(seed), dict[int, int | None]()
    instants = chance.sample(range(1, 10_000), 400)
    for number in range(1, 61):
        closed = chance.random() < 0.2
        desk.connection.execute(
            "insert into matters (id, kind, title, opened_at, opened_by, closed_at, outcome)"
            " values (?, 'measure', ?, ?, ?, ?, ?)",
            (number, f"车间 {number}", now, "王芳", now if closed else None, "done" if closed else ""),
        )
        running = []
        for name in NAMES[: chance.randrange(5)]:
            due_at, met = now + instants.pop() * HOUR, closed or chance.random() < 0.4
            running += [] if met else [due_at]
            desk.connection.execute(
                "insert into dues (matter_id, name, started_at, due_at, met_at) values (?, ?, ?, ?, ?)",
                (number, name, now, due_at, now if met else None),
            )
        if not closed:
            first[number] = min(running, default=None)
    return first


@pytest.mark.parametrize("seed", range(4))
def test_the_first_are_those_of_the_whole_list(desk: Desk, clock: ManualClock, seed: int) -> None:
    desk.snapshot()
    first = put(desk, clock.at, seed)
    never = 10**18
    expected = sorted(first, key=lambda number: (first[number] or never, number))
    for limit in (0, 1, 5, 20, 60):
        found = desk.read(lambda connection, many=limit: matters.first_owed(connection, many))
        whole = desk.read(lambda connection, many=limit: matters.open_ones(connection, many))
        assert [matter.id for matter in found] == [matter.id for matter in whole] == expected[:limit]
        for matter, complete in zip(found, whole, strict=True):
            assert (matter.next_due and matter.next_due.due_at) == first[matter.id]
            assert matter.next_due == complete.next_due
            assert set(matter.dues) <= set(complete.dues)


def test_what_cannot_be_read_is_noted_in_each_picture_and_hides_nothing_else(desk: Desk, clock: ManualClock) -> None:
    desk.snapshot()
    put(desk, clock.at, 1)
    before = [matter.id for matter in desk.snapshot().matters]
    desk.connection.execute("update matters set kind = 'sorcery' where id = ?", (before[2],))
    for _look in range(2):
        snapshot = desk.snapshot()
        assert [matter.id for matter in snapshot.matters] == [*before[:2], *before[3:]]
        assert [(each.table, each.key) for each in snapshot.unreadable] == [("matters", str(before[2]))]
