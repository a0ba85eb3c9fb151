"""The causes of a month, the hours of its week, and its people with their sample."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.figures.limits import Limits
from frontdesk.domain.figures.visit import Visit, WaitInLounge
from frontdesk.domain.policy.matters import MOST_CAUSES
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.causes import Cause, said_by
from frontdesk.domain.review.pareto import Pareto
from frontdesk.domain.review.people import LEAST_SAMPLE, Share, by_person
from frontdesk.domain.review.week import Fullest, Week
from frontdesk.domain.values.clock import MINUTE, SECOND, to_millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.visits import VisitLine

ZONE = ZoneInfo("Asia/Shanghai")
NINE = to_millis(datetime(2026, 5, 27, 9, tzinfo=ZONE))


def test_the_commonest_cause_stands_first_and_what_nobody_told_last() -> None:
    found = Pareto.of([None] * 5 + ["arrivals"] * 4 + ["outside"] * 1 + ["own_word"] * 10)
    assert [(line.cause, line.cases) for line in found.lines] == [
        ("own_word", 10), ("arrivals", 4), ("outside", 1), (None, 5),
    ]  # fmt: skip
    assert [round(line.share, 2) for line in found.lines] == [0.5, 0.2, 0.05, 0.25]
    assert [round(line.cumulated, 2) for line in found.lines] == [0.5, 0.7, 0.75, 1.0]
    assert (found.total, found.untold) == (20, 5)
    assert Pareto.of([]) == Pareto((), 0)


@pytest.mark.parametrize(("other", "asks"), [(0, False), (20, False), (21, True), (100, True)])
def test_more_than_a_fifth_of_other_asks_for_a_word(other: int, asks: bool) -> None:
    causes = [Cause.OTHER] * other + [Cause.OUTSIDE] * (100 - other)
    assert Pareto.of(causes).asks_for_a_word is asks


def test_the_store_has_room_for_causes_of_its_own() -> None:
    assert set(Policy().causes) == set(Cause)
    assert len(Cause) < MOST_CAUSES
    assert said_by(None) is None


def test_hours_and_days_of_the_week_are_the_stores() -> None:
    wednesday = [NINE + minutes * MINUTE for minutes in (0, 59, 60, 179, 180)]
    late = to_millis(datetime(2026, 5, 31, 23, 30, tzinfo=ZONE))
    found = Week.of([*wednesday, late], ZONE)
    assert (found.table[2][9], found.table[2][10], found.table[2][11], found.table[2][12]) == (2, 1, 1, 1)
    assert found.table[6][23] == 1
    assert found.fullest == Fullest(2, 9, 12, 4, 4 / 6)
    assert sum(found.by_hour) == 6
    assert Week.of([], ZONE).fullest is None


def test_a_person_is_told_with_how_many_they_received() -> None:
    """Few say nothing about a person's service (G6)."""
    visits = [_visit("李静", waits, 10) for waits in [30] * 10 + [61] * 10] + [_visit("王芳", 0, 21), _visit("", 0, 99)]
    found = by_person(visits, Limits(Policy()))
    assert [(line.who, line.late, line.over_stays) for line in found] == [
        ("李静", Share(10, 20), Share(0, 20)),
        ("王芳", Share(0, 1), Share(1, 1)),
    ]
    assert (found[0].late.share, found[1].late.share) == (0.5, None)
    assert Share(1, LEAST_SAMPLE - 1).share is None


def test_who_waited_in_the_lounge_is_not_received_late() -> None:
    waited = _visit("李静", 600, 5, WaitInLounge("A1", NINE + 30 * SECOND, None, None, NINE + 590 * SECOND))
    assert by_person([waited], Limits(Policy()))[0].late == Share(0, 1)


def _visit(who: str, waits_s: int, stays_min: int, *tickets: WaitInLounge) -> Visit:
    left = NINE + stays_min * MINUTE
    received = min(left, NINE + waits_s * SECOND) if who else None
    line = VisitLine(1, NINE, received, who, None, None, left, "left", (("bay1", NINE, left),))
    return Visit(Plate("苏A12345"), "repair", "", line, tickets)
