"""A car that was here before is found by any part of its plate, the latest first, by either way of looking."""

from itertools import combinations

import pytest

from data.zone import visits
from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

PLATES = [Plate(text) for text in ("苏A12345", "苏AD12345", "粤B1234警", "苏E51230", "苏A11111")]


@pytest.fixture
def known(desk: Desk, clock: ManualClock) -> Desk:
    for plate in PLATES:
        clock.at += MINUTE
        zone.arrive(desk, plate)
    return desk


@pytest.mark.parametrize("few", [0, 2, 500])
def test_any_part_of_a_plate_finds_it_the_latest_first(known: Desk, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "FEW", few)
    parts = {plate[begin:end] for plate in PLATES for begin, end in combinations(range(len(plate) + 1), 2)}
    for part in (*sorted(parts), "99", "苏B", ""):
        assert visits.known_plates(known.connection, part) == [each for each in reversed(PLATES) if part in each], part


def test_a_car_whose_arrival_was_undone_is_not_found(known: Desk) -> None:
    undo.undo(known)
    assert visits.known_plates(known.connection, "1111") == []
    assert known.connection.execute("select count(*) from plate_ends where typed like '%11111'").fetchone() == (0,)
