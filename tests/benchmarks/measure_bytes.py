"""What a visit takes on the disk, with its events and its share of the indexes: beside what its plain rows take.

Five commands a visit, from the arrival to the leaving, of cars that are new and of cars that come again.
"""

import json
from collections.abc import Iterable

from figures import Row, scratch

from data.engine.connection import Connection
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

VISITS, CARS = 600, 400


def visit(desk: Desk, clock: ManualClock, number: int) -> None:
    """Let a car come and go, before any limit is crossed."""
    plate = Plate(f"苏A{number % CARS:05d}")
    for command in (zone.arrive, zone.receive, zone.make_work_order, zone.hand_over, zone.leave):
        command(desk, plate)
        clock.at += MINUTE // 2 if command is zone.arrive else 2 * MINUTE


def rows() -> Iterable[Row]:
    """Kilobytes a visit."""
    clock = ManualClock(1_780_020_000_000)
    with scratch() as folder, Desk.open(folder / "store.db", Actor("guard", "张三"), clock) as desk:
        for number in range(VISITS):
            visit(desk, clock, number)
        before, _ = _sizes(desk.connection)
        for number in range(VISITS, 3 * VISITS):
            visit(desk, clock, number)
        after, plain = _sizes(desk.connection)
    yield Row("a visit on the disk, everything in", (after - before) / 2 / VISITS / 1000, "kB",
              plain / 3 / VISITS / 1000, "≤ 2.0 kB")  # fmt: skip


def _sizes(connection: Connection) -> tuple[int, int]:
    """Return how many bytes the store takes, and how many the rows of its visits and stays would take as JSON."""
    connection.execute("VACUUM")
    (pages,), (size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    plain = 0
    for table in ("visits", "stays"):
        plain += sum(len(json.dumps(row)) for row in connection.execute(f"select * from {table}"))
    return pages * size, plain
