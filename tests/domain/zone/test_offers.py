"""Who is offered a free bay, and who is late to be received (Z2, Z4a, Z5a)."""

from typing import Any

import pytest

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose, ZoneClock
from frontdesk.domain.zone.floor import Floor, Kept
from frontdesk.domain.zone.offers import offers

PLACES = {place.key: place for place in Policy().places()}


def car(visit: int, place: str, arrived: int = 0, **more: Any) -> Car:
    return Car(
        visit, Plate(f"苏A0000{visit}"), Purpose.MAINTENANCE, PLACES[place], arrived, ZoneClock(0, arrived), arrived,
        **more,
    )  # fmt: skip


def offered(cars: list[Car], kept: tuple[str, ...] = (), sent: tuple[int, ...] = ()) -> list[tuple[int, str]]:
    floor = Floor(tuple(PLACES.values()), tuple(cars), tuple(Kept(key, Plate("苏A9"), "A001") for key in kept))
    return [(offer.car.visit_id, offer.bay.key) for offer in offers(floor, sent)]


@pytest.mark.parametrize(
    ("cars", "kept", "sent", "expected"),
    [
        ([], (), (), []),
        ([car(1, "bay1"), car(2, "bay2"), car(3, "bay3"), car(4, "lane")], (), (), []),
        ([car(1, "bay1"), car(3, "bay3"), car(4, "lane")], (), (), [(4, "bay2")]),
        # The longest wait first, whoever stands in front; and one car for each bay.
        ([car(1, "bay1"), car(2, "lane", 9), car(3, "lane", 5), car(4, "lane", 7)], (), (), [(3, "bay2"), (4, "bay3")]),
        ([car(1, "lane", 5), car(2, "lane", 5)], ("bay1", "bay2"), (), [(1, "bay3")]),
        # What is decided is not offered again.
        ([car(1, "lane", 5), car(2, "lane", 6)], (), (1,), [(2, "bay1")]),
        ([car(1, "temporary"), car(2, "repair")], (), (), []),
    ],
)
def test_a_free_bay_is_offered(
    cars: list[Car], kept: tuple[str, ...], sent: tuple[int, ...], expected: list[tuple[int, str]]
) -> None:
    assert offered(cars, kept, sent) == expected


@pytest.mark.parametrize(
    ("more", "now", "late"),
    [
        ({}, 60_000, False),
        ({}, 60_001, True),
        ({"received_at": 70_000}, 80_000, False),
        ({"ticket": "A001"}, 3_600_000, False),
        # Back from the lounge, as soon as whoever arrives.
        ({"back_at": 1_000_000}, 1_060_000, False),
        ({"back_at": 1_000_000}, 1_060_001, True),
        ({"back_at": 1_000_000, "ticket": "A002"}, 3_600_000, False),
    ],
)
def test_whoever_has_a_ticket_is_no_late_reception(more: dict[str, Any], now: int, late: bool) -> None:
    assert car(1, "bay1", **more).is_received_late(Policy().late_reception, now) is late
