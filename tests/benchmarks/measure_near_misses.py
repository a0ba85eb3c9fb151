"""Looking whether a new plate is like one of 100,000 known ones, and how many are: beside reading them all."""

import random
import time
from collections.abc import Iterable

from figures import Row, scratch, share

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.near_misses import plates_like
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate

KNOWN = 100_000
TIMES = 2_000
_NUMBER = "0123456789" * 4 + "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Most of what stands in a number are digits."""


def plate(rng: random.Random) -> Plate:
    """Return a plate of two cities of one province, as the cars of one store have."""
    return Plate(f"苏{rng.choice('AAAAE')}" + "".join(rng.choice(_NUMBER) for _ in range(5)))


def rows() -> Iterable[Row]:
    """The 99th percentile with 20 cars at the store; the known plates are read as one list beside it."""
    rng = random.Random(1)
    with scratch() as folder, Desk.open(folder / "store.db", Actor("benchmark", "")) as desk:
        known = sorted({plate(rng) for _ in range(KNOWN)})
        desk.connection.execute("begin")
        desk.connection.executemany("insert into vehicles values (null, ?, 0, 1)", [(each,) for each in known])
        desk.connection.execute("commit")
        for each in known[:20]:
            zone.arrive(desk, each, place="lane")
        taken, liked = [], 0
        for _ in range(TIMES):
            new = plate(rng)
            began = time.perf_counter()
            liked += bool(plates_like(desk, new))
            taken.append(time.perf_counter() - began)
        began = time.perf_counter()
        desk.connection.execute("select plate from vehicles").fetchall()
        plain = (time.perf_counter() - began) * 1000
        yield Row("like one of 100,000 plates, p99", share(taken, 0.99) * 1000, "ms", plain, "< 10 ms")
        yield Row("like one of 100,000 plates, median", share(taken, 0.5) * 1000, "ms", plain)
        yield Row("new plates that are asked about", 100 * liked / TIMES, "%")
