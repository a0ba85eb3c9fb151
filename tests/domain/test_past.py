"""Which past minutes can be shown, and how the time is stepped through."""

import pytest

from frontdesk.domain.past import PastReason, check, faster, minutes_on
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.errors import Refused

NOW, FIRST = 100 * MINUTE, 10 * MINUTE


@pytest.mark.parametrize(
    ("at", "first", "reason"),
    [
        (NOW, FIRST, None),
        (NOW + 1, FIRST, PastReason.NOT_YET),
        (FIRST, FIRST, None),
        (FIRST - 1, FIRST, PastReason.BEFORE_LOG),
        (NOW, None, PastReason.NO_LOG),
        (NOW + 1, None, PastReason.NOT_YET),
    ],
)
def test_what_can_be_shown(at: int, first: int | None, reason: PastReason | None) -> None:
    if reason is None:
        check(at, first, NOW)
        return
    with pytest.raises(Refused) as refused:
        check(at, first, NOW)
    assert refused.value.reason is reason


def test_the_first_time_that_can_be_shown_is_named_to_the_second() -> None:
    with pytest.raises(Refused) as refused:
        check(FIRST, FIRST + 30_001, NOW)
    assert refused.value.facts == {"exactly": FIRST, "first_at": FIRST + 31_000}


@pytest.mark.parametrize(
    ("at", "by", "then"),
    [(120_000, 1, 180_000), (120_001, 1, 180_000), (179_999, 1, 180_000), (120_000, -1, 60_000),
     (120_001, -1, 120_000), (179_999, -1, 120_000), (120_001, 10, 720_000), (720_000, -10, 120_000)],
)  # fmt: skip
def test_a_step_ends_at_a_whole_minute(at: int, by: int, then: int) -> None:
    assert minutes_on(at, by) == then


@pytest.mark.parametrize(("speed", "by", "then"), [(1, -1, 1), (1, 1, 2), (30, 1, 60), (60, 1, 60), (60, -1, 30)])
def test_how_fast_it_is_played(speed: int, by: int, then: int) -> None:
    assert faster(speed, by) == then
