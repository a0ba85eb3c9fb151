"""The limits of the zone, on both sides of the exact value (Z4a, Z5, Z6)."""

import pytest

from frontdesk.domain.escalations.limits import zone_breaches
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.zone.cars import Car, Purpose, Stay, ZoneClock
from frontdesk.domain.zone.floor import Floor

POLICY = Policy()
PLACES = {place.key: place for place in POLICY.places()}
MINUTE = 60_000


def car(
    number: int = 1, *, place: str = "lane", arrived: int = 0, zone: ZoneClock | None = None, **more: object
) -> Car:
    """A car that has been received, unless the test says otherwise."""
    facts: dict[str, object] = {"received_at": arrived, **more}
    clock = zone or ZoneClock(0, arrived if PLACES[place].in_zone else None)
    return Car(number, f"苏A0000{number}", Purpose.REPAIR, PLACES[place], arrived, clock, arrived, **facts)  # type: ignore[arg-type]


def floor(*cars: Car) -> Floor:
    return Floor(POLICY.places(), cars)


def kinds(at: int, *cars: Car) -> list[Kind]:
    return [breach.kind for breach in zone_breaches(floor(*cars), POLICY, at)]


@pytest.mark.parametrize(("cars", "over"), [(0, False), (2, False), (3, False), (4, True), (5, True)])
def test_four_cars_are_over(cars: int, over: bool) -> None:
    assert (Kind.OVER_COUNT in kinds(1, *(car(n) for n in range(1, cars + 1)))) is over


def test_over_count_is_crossed_when_the_fourth_came() -> None:
    breaches = zone_breaches(floor(*(car(n, arrived=n * 1000) for n in (5, 1, 4, 2))), POLICY, 6000)
    assert [(b.kind, b.subject, b.crossed_at) for b in breaches] == [(Kind.OVER_COUNT, Subject.of_zone(), 5000)]


@pytest.mark.parametrize("place", ["temporary", "repair", "waiting1", "workshop"])
def test_only_bays_and_lane_count(place: str) -> None:
    assert kinds(1, car(1), car(2), car(3), car(4, place=place)) == []
    assert floor(car(1), car(2, place="bay1"), car(3, place=place)).count == 2


@pytest.mark.parametrize(
    ("at", "over"),
    [(19 * MINUTE + 59_999, False), (20 * MINUTE, False), (20 * MINUTE + 1, True), (21 * MINUTE, True)],
)
def test_over_stay_begins_after_twenty_minutes(at: int, over: bool) -> None:
    assert (kinds(at, car()) == [Kind.OVER_STAY]) is over


def test_zone_time_adds_up_over_leaving_and_coming_back() -> None:
    stays = [
        Stay(True, 0, 8 * MINUTE),
        Stay(True, 8 * MINUTE, 10 * MINUTE),
        Stay(False, 10 * MINUTE, 30 * MINUTE),
        Stay(True, 30 * MINUTE, None),
    ]
    clock = ZoneClock.of(stays)
    assert clock == ZoneClock(10 * MINUTE, 30 * MINUTE)
    assert clock.at(35 * MINUTE) == 15 * MINUTE
    assert clock.reaches(POLICY.over_stay) == 40 * MINUTE
    assert kinds(40 * MINUTE, car(zone=clock)) == []
    (breach,) = zone_breaches(floor(car(zone=clock)), POLICY, 40 * MINUTE + 1)
    assert (breach.kind, breach.crossed_at) == (Kind.OVER_STAY, 40 * MINUTE)


def test_a_car_already_over_is_over_again_when_it_comes_back() -> None:
    clock = ZoneClock.of(
        [Stay(True, 0, 25 * MINUTE), Stay(False, 25 * MINUTE, 30 * MINUTE), Stay(True, 30 * MINUTE, None)]
    )
    assert clock.reaches(POLICY.over_stay) == 30 * MINUTE
    assert kinds(30 * MINUTE, car(zone=clock)) == [Kind.OVER_STAY]


def test_no_over_stay_outside_the_zone() -> None:
    clock = ZoneClock.of([Stay(True, 0, 25 * MINUTE), Stay(False, 25 * MINUTE, None)])
    assert clock.at(90 * MINUTE) == 25 * MINUTE
    assert clock.reaches(POLICY.over_stay) is None
    assert kinds(90 * MINUTE, car(place="temporary", zone=clock)) == []


def test_zone_time_is_never_negative() -> None:
    assert ZoneClock(0, 5000).at(4000) == 0
    assert car(arrived=5000).customer_wait(4000) == 0


@pytest.mark.parametrize(("at", "late"), [(59_999, False), (60_000, False), (60_001, True)])
def test_late_reception_begins_after_a_minute(at: int, late: bool) -> None:
    waiting = car(received_at=None)
    assert (kinds(at, waiting) == [Kind.LATE_RECEPTION]) is late
    assert kinds(at, car(received_at=at)) == []


def test_a_late_reception_is_crossed_at_sixty_seconds() -> None:
    (breach,) = zone_breaches(floor(car(arrived=1000, received_at=None)), POLICY, 90_000)
    assert (breach.subject, breach.crossed_at) == (Subject.of_visit(1), 61_000)


@pytest.mark.parametrize("place", ["lane", "temporary"])
def test_late_reception_counts_wherever_the_car_stands(place: str) -> None:
    assert Kind.LATE_RECEPTION in kinds(60_001, car(place=place, received_at=None))


@pytest.mark.parametrize(("handed_over", "now", "wait"), [(None, 5000, 4000), (3000, 5000, 2000), (3000, 99_000, 2000)])
def test_customer_wait_ends_with_the_hand_over(handed_over: int | None, now: int, wait: int) -> None:
    assert car(arrived=1000, handed_over_at=handed_over).customer_wait(now) == wait
