"""Which plate may be corrected by whom, and into which, on both sides of every limit."""

import pytest

from frontdesk.domain.people.roles import Rank
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose, ZoneClock
from frontdesk.domain.zone.plate_correction import NamedVisit, check_correction
from frontdesk.domain.zone.reasons import ZoneReason

WRONG, RIGHT = Plate("苏A1234"), Plate("苏A12345")
STANDS = Car(9, RIGHT, Purpose.REPAIR, Policy().places()[1], 150, ZoneClock(0, 150), 150)


def refusal(visit: NamedVisit, plate: Plate = RIGHT, **more: object) -> Reason | None:
    facts: dict[str, object] = {"rank": Rank.DESK, "now": 1000, "here": None, "others": (), **more}
    try:
        check_correction(visit, plate, **facts)  # type: ignore[arg-type]
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("left_at", "rank", "reason"),
    [
        (None, Rank.DESK, None),
        (None, Rank.DIRECTOR, None),
        (200, Rank.DESK, ZoneReason.LEFT_ALREADY),
        (200, Rank.MANAGER, None),
        (200, Rank.DIRECTOR, None),
    ],
)
def test_anybody_while_the_car_is_here_and_the_manager_afterwards(
    left_at: int | None, rank: Rank, reason: Reason | None
) -> None:
    assert refusal(NamedVisit(1, WRONG, 100, left_at), rank=rank) is reason


@pytest.mark.parametrize("left_at", [None, 200])
def test_the_plate_on_record_is_no_correction(left_at: int | None) -> None:
    assert refusal(NamedVisit(1, WRONG, 100, left_at), WRONG, rank=Rank.MANAGER) is ZoneReason.SAME_PLATE


def test_not_into_a_plate_that_is_here_and_it_is_said_where() -> None:
    with pytest.raises(Refused) as refused:
        check_correction(NamedVisit(1, WRONG, 100, None), RIGHT, rank=Rank.DIRECTOR, now=300, here=STANDS, others=())
    assert refused.value.reason is ZoneReason.ALREADY_HERE
    assert (refused.value.facts["place"], refused.value.facts["since"]) == (STANDS.place, 150)


@pytest.mark.parametrize(
    ("mine", "other", "possible"),
    [
        ((100, None), (0, 100), True),
        ((100, None), (0, 101), False),
        ((100, None), (101, 102), False),
        ((100, 200), (0, 100), True),
        ((100, 200), (199, 300), False),
        ((100, 200), (200, 300), True),
        ((100, 200), (200, None), True),
        ((100, 200), (199, None), False),
        ((100, 200), (120, 130), False),
        ((100, 200), (0, 300), False),
        # Turned away at the gate: there for no time.
        ((100, 100), (0, 100), True),
        ((100, 100), (100, 200), True),
        ((100, 100), (99, 101), False),
    ],
)
def test_a_car_is_at_one_place_at_a_time(
    mine: tuple[int, int | None], other: tuple[int, int | None], possible: bool
) -> None:
    found = refusal(NamedVisit(1, WRONG, *mine), rank=Rank.MANAGER, others=(NamedVisit(2, RIGHT, *other),))
    assert found is (None if possible else ZoneReason.HERE_THEN)
