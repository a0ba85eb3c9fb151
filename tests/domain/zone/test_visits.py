"""The two clocks of a visit on record: on the way, out and in again, over (Z6, C5)."""

from typing import Any

import pytest

from frontdesk.domain.zone.cars import Stay, ZoneClock
from frontdesk.domain.zone.places import is_zone_key
from frontdesk.domain.zone.visits import VisitLine


def visit(*stays: tuple[str, int, int | None], handed_over_at: int | None = None) -> VisitLine:
    return VisitLine(1, stays[0][1], None, "", None, handed_over_at, stays[-1][2], "", stays)


@pytest.mark.parametrize(
    ("stays", "now", "spent"),
    [
        ([("bay1", 1_000, None)], 5_000, 4_000),
        ([("bay1", 1_000, None)], 500, 0),
        ([("lane", 1_000, 3_000), ("bay2", 3_000, None)], 9_000, 8_000),
        ([("bay1", 1_000, 3_000), ("temporary", 3_000, 7_000), ("bay1", 7_000, None)], 9_000, 4_000),
        ([("bay1", 1_000, 3_000), ("temporary", 3_000, None)], 9_000, 2_000),
        ([("lane", 1_000, 2_000), ("bay1", 2_000, 4_000)], 9_000, 3_000),
        ([("temporary", 1_000, 4_000)], 9_000, 0),
    ],
)
def test_zone_time_is_what_the_board_counts_and_ends_when_the_car_left(stays: Any, now: Any, spent: Any) -> None:
    assert visit(*stays).zone_time(now) == spent
    clock = ZoneClock.of(Stay(is_zone_key(place), since, until) for place, since, until in stays)
    assert clock.at(now) == spent
    assert (clock.since is None) is (stays[-1][2] is not None or not is_zone_key(stays[-1][0]))


@pytest.mark.parametrize(
    ("left", "handed_over", "now", "wait"),
    [(None, None, 5_000, 4_000), (None, 3_000, 5_000, 2_000), (6_000, 3_000, 9_000, 2_000), (6_000, None, 9_000, 5_000),
     (None, None, 500, 0)],
)  # fmt: skip
def test_the_customer_waits_until_the_hand_over_or_until_leaving(
    left: Any, handed_over: Any, now: Any, wait: Any
) -> None:
    assert visit(("bay1", 1_000, left), handed_over_at=handed_over).customer_wait(now) == wait
