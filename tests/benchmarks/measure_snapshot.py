"""Reading the whole picture, with 3 cars and with 50: beside reading the same cars' rows with one plain statement.

And with 3 cars, 500 open matters and the 2,000 dues that run for them: beside the same store without.
"""

import time
from collections.abc import Callable, Iterable

from figures import Row, scratch, share

from data import policy
from data.engine.connection import Connection
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import MATTERS_SHOWN
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.values.plates import Plate

TIMES, MATTERS = 400, 500
_OWED = ("measure_done", "measure_check", "approval", "step")


def taken(question: Callable[[], object]) -> float:
    """Return the median time a question takes, in milliseconds."""
    each = []
    for _ in range(TIMES):
        began = time.perf_counter()
        question()
        each.append(time.perf_counter() - began)
    return share(each, 0.5) * 1000


def put_matters(connection: Connection, now: Millis) -> None:
    """Put open matters on record, past the commands, each with four dues within the next thousand hours."""
    connection.execute("begin immediate")
    for number in range(1, MATTERS + 1):
        connection.execute(
            "insert into matters (id, kind, title, opened_at, opened_by) values (?, 'measure', ?, ?, '王芳')",
            (number, f"车间 {number}", now),
        )
        for turn, name in enumerate(_OWED):
            due_at = now + HOUR * ((number * 7_919 + turn * 104_729) % 1_000 + 1)
            connection.execute(
                "insert into dues (matter_id, name, started_at, due_at) values (?, ?, ?, ?)",
                (number, name, now, due_at),
            )
    connection.execute("commit")


def beside_matters(many: Desk, none: Desk) -> Iterable[Row]:
    """The picture with very many matters, and without."""
    for desk in (many, none):
        for number in range(3):
            zone.arrive(desk, Plate(f"苏A{number:05d}"))
    put_matters(many.connection, many.now())
    assert len(many.snapshot().matters) == MATTERS_SHOWN
    figure = f"snapshot of {MATTERS} matters, {MATTERS * len(_OWED):,} dues"
    yield Row(figure, taken(many.snapshot), "ms", taken(none.snapshot), "≤ 1.3 ×")


def rows() -> Iterable[Row]:
    """The picture with 3 and with 50 cars, and what it is made of when turned into plain values."""
    with scratch() as folder, Desk.open(folder / "store.db", Actor("benchmark", "")) as desk:
        desk.read(lambda _: None)
        policy.put(desk.connection, Policy(temporary_capacity=100), at=0, who="")
        here = 0
        for cars in (3, 50):
            for number in range(here, cars):
                zone.arrive(desk, Plate(f"苏A{number:05d}"), place="temporary" if number > 2 else None)
            here = cars
            plain = taken(lambda: desk.connection.execute("select * from visits where left_at is null").fetchall())
            yield Row(f"snapshot of {cars} cars", taken(desk.snapshot), "ms", plain)
        assert len(desk.snapshot().floor.cars) == 50
    with (
        scratch() as folder,
        Desk.open(folder / "many.db", Actor("benchmark", "")) as many,
        Desk.open(folder / "none.db", Actor("benchmark", "")) as none,
    ):
        yield from beside_matters(many, none)
