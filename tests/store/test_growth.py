"""What stations ask and do all day costs as much after a hundred days as after ten: counted in SQLite's own steps."""

from collections.abc import Callable, Iterator
from typing import Any

import many_visits
import pytest
from sqlite_steps import steps

from data.proof.times import wrong_times
from data.zone import visits
from frontdesk.desk import near_misses, undo, zone
from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor import proof
from frontdesk.desk.escalations import handling, record
from frontdesk.desk.figures import reports
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

NOW = 1_780_020_000_000
FEW, MANY = 15, 150


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Desk]]:
    """A store of a few days, and one of many, each with as many cars a day."""
    folder = tmp_path_factory.mktemp("growth")
    desks = []
    for days in (FEW, MANY):
        path = folder / f"{days}.db"
        many_visits.fill(path, days, NOW, cars=12)
        desks.append(Desk.open(path, Actor("guard", "张强"), ManualClock(NOW)))
    yield desks[0], desks[1]
    for desk in desks:
        desk.close()


def refused(desk: Desk) -> None:
    """A car that was here on the first day alone."""
    (plate,) = desk.connection.execute("select plate from visits order by id limit 1").fetchone()
    with pytest.raises(Refused):
        zone.leave(desk, Plate(plate))


def arrive(desk: Desk) -> None:
    zone.arrive(desk, Plate("苏B12345"), compared=())


ACTS: dict[str, Callable[[Desk], Any]] = {
    "snapshot": Desk.snapshot,
    "arrive": arrive,
    "undo": undo.undo,
    "refused": refused,
    "evaluate": handling.evaluate,
    "typed one sign": lambda desk: zone.known_plates(desk, "0"),
    "typed more": lambda desk: zone.known_plates(desk, "A01"),
    "typed what nobody has": lambda desk: zone.known_plates(desk, "B9999"),
    "typed in full": lambda desk: near_misses.plates_like(desk, Plate("苏A00001")),
    "escalations since": lambda desk: list(record.since(desk, NOW - DAY)),
    "escalations": lambda desk: record.lately(desk, 20),
    "complaints": lambda desk: search.part(desk, Filter.OPEN, "", limit=100),
    "day": reports.of_day,
    "month": lambda desk: reports.of_month(desk, Month(2026, 5)),
    "doctor, times": lambda desk: desk.read(lambda connection: wrong_times(connection, NOW, lately=10)),
    "doctor": proof.prove_lately,
}


@pytest.mark.forged
@pytest.mark.parametrize("act", ACTS, ids=str)
def test_no_more_steps_in_a_large_store(stores: tuple[Desk, Desk], act: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "FEW", 20)
    monkeypatch.setattr(proof, "_LAST", 10)
    few, many = (steps(desk, ACTS[act]) for desk in stores)
    # The large store has a month that is over, and its review.
    assert many <= few * 1.1 + 130, (act, few, many)
