"""Days that are typed for a promise or a pause: what each means, and what makes no sense."""

from datetime import datetime, timedelta, timezone

import pytest

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import to_millis
from frontdesk.domain.values.errors import Refused

SHANGHAI = timezone(timedelta(hours=8))
SIX_DAYS = OpeningHours.of(Policy(opening_hours=("08:30-18:00",) * 6 + ("",)))


def at(text: str) -> int:
    return to_millis(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI))


NOON = at("2026-11-27T12:00")  # a Friday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:30", "2026-11-27T16:30"),
        ("9:05", "2026-11-27T09:05"),
        ("今天", "2026-11-27T18:00"),
        ("tomorrow", "2026-11-28T18:00"),
        ("明天 10:00", "2026-11-28T10:00"),
        ("明天\u3000１０００", "2026-11-28T10:00"),
        ("3-5 630", "2027-03-05T06:30"),
        ("明天10:00", "2026-11-28T10:00"),
        ("3d", "2026-11-30T18:00"),
        ("10天", "2026-12-07T18:00"),
        ("12-5", "2026-12-05T18:00"),
        ("12月5日", "2026-12-05T18:00"),
        ("12/5 9:00", "2026-12-05T09:00"),
        ("1-4", "2027-01-04T18:00"),
        ("11-26", "2027-11-26T18:00"),
        ("2026-12-05", "2026-12-05T18:00"),
        ("20261205", "2026-12-05T18:00"),
        ("2026-11-29 10:00", "2026-11-29T10:00"),  # closed, but the time was said
        ("2026年12月5日 14:30", "2026-12-05T14:30"),
        ("2026-12-05T14:30", "2026-12-05T14:30"),
        ("１２－５", "2026-12-05T18:00"),
    ],
)
def test_what_is_meant(typed: str, meant: str) -> None:
    assert read_deadline(typed, NOON, SIX_DAYS) == at(meant)


@pytest.mark.parametrize("typed", ["后天", "2026-11-29", "11-29"])
def test_the_store_is_closed_that_day(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_deadline(typed, NOON, SIX_DAYS)
    assert (refused.value.reason, refused.value.facts) == (CalendarReason.DAY_CLOSED, {"day": "2026-11-29"})


@pytest.mark.parametrize(
    "typed", ["", "soon", "25:00", "13-1", "2-30", "2026-13-01", "下周", "[b]", "9" * 50, "999999d"]
)
def test_what_makes_no_sense(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_deadline(typed, NOON, SIX_DAYS)
    assert refused.value.reason is CalendarReason.UNREADABLE_DATE
