"""Every station opens in a terminal, takes keys and gives the terminal back, as whoever sits there sees it."""

from pathlib import Path

import pytest
from at_a_terminal import SEEN, ends_cleanly
from terminal import Open

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind

OTHER = {"en": "zh", "zh": "en"}


def test_every_kind_of_station_is_opened_here() -> None:
    assert set(SEEN) == set(StationKind)


@pytest.mark.parametrize(("kind", "language"), [*zip(SEEN, ("en", "zh", "zh", "zh", "zh"), strict=True)])
def test_a_station_takes_a_key(frontdesk: Open, kind: str, language: str) -> None:
    station = frontdesk(kind, "--by", "张三", language=language)
    station.reads(SEEN[kind][language])
    station.press("Ctrl+T")
    station.reads(SEEN[kind][OTHER[language]])
    ends_cleanly(station)


def test_a_car_arrives_at_the_gate(frontdesk: Open, database: Path) -> None:
    guard = frontdesk("guard", "--by", "张三", language="zh")
    guard.reads(SEEN["guard"]["zh"])
    guard.press("A12345")
    guard.reads("A12345")
    guard.press("F2")
    guard.reads("│ 苏A·12345")
    with Desk.open(database, Actor("reception", "李四")) as desk:
        assert [car.plate for car in desk.snapshot().floor.cars] == ["苏A12345"]
    ends_cleanly(guard)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whoever_sits_down_first_is_put_on_the_staff_list(frontdesk: Open, database: Path, language: str) -> None:
    with Desk.open(database, Actor("command", "李工")):
        first = frontdesk(language=language)
    first.reads("1/2/3/4/5:")
    first.press("1", "Enter")
    first.reads({"en": "Add a person", "zh": "新增人员"}[language])
    first.press("张三", "Enter")
    first.until(lambda: "张三" in first.lines[0])
    with Desk.open(database, Actor("guard", "张三")) as desk:
        assert [person.name for person in staff.everyone(desk)] == ["张三"]
    ends_cleanly(first)
