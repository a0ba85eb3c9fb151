"""Reading the whole picture, with 3 cars and with 50: beside reading the same cars' rows with one plain statement."""

import time
from collections.abc import Callable, Iterable

from figures import Row, scratch, share

from data import policy
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import Plate

TIMES = 400


def taken(question: Callable[[], object]) -> float:
    """Return the median time a question takes, in milliseconds."""
    each = []
    for _ in range(TIMES):
        began = time.perf_counter()
        question()
        each.append(time.perf_counter() - began)
    return share(each, 0.5) * 1000


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
