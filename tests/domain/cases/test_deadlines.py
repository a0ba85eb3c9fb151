"""When the clocks of a case are due without a pause: tables of instants worked out by hand (Q1–Q3, C3, C5, C6)."""

from dataclasses import replace
from datetime import date

import pytest
from moments import PUBLISHED, at

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.deadlines import Deadline, deadline
from frontdesk.domain.policy.policy import Policy

SEVEN = Policy()
FIVE = Policy(opening_hours=("08:30-18:00",) * 5 + ("", ""))
LATE = Policy(opening_hours=("10:00-24:00",) * 7)
FESTIVE = replace(FIVE, closed_dates=tuple(f"2026-02-{day}" for day in range(16, 21)))
COLUMNS = ("first_answer", "head_informed", "quality_answer", "on_site", "full_answer")
TABLE = [
    # a Monday: before opening, in hours, at closing, after closing
    (SEVEN, "03-02T07:00", "03-02T18:00", "03-02T07:30", "03-03T18:00", "03-03T07:00", "03-05T18:00"),
    (SEVEN, "03-02T08:30", "03-02T18:00", "03-02T09:00", "03-03T18:00", "03-03T08:30", "03-05T18:00"),
    (SEVEN, "03-02T12:00", "03-02T18:00", "03-02T12:30", "03-03T18:00", "03-03T12:00", "03-05T18:00"),
    (SEVEN, "03-02T18:00", "03-02T18:00", "03-02T18:30", "03-03T18:00", "03-03T18:00", "03-05T18:00"),
    (SEVEN, "03-02T18:00:00.001", "03-03T18:00", "03-02T18:30:00.001", "03-03T18:00", "03-03T18:00:00.001",
     "03-05T18:00"),
    (SEVEN, "03-02T23:50", "03-03T18:00", "03-03T00:20", "03-03T18:00", "03-03T23:50", "03-05T18:00"),
    # the same where the store is open till midnight
    (LATE, "03-02T07:00", "03-03T00:00", "03-02T07:30", "03-04T00:00", "03-03T07:00", "03-06T00:00"),
    (LATE, "03-02T23:59:59.999", "03-03T00:00", "03-03T00:29:59.999", "03-04T00:00", "03-03T23:59:59.999",
     "03-06T00:00"),
    (LATE, "03-03T00:00", "03-04T00:00", "03-03T00:30", "03-05T00:00", "03-04T00:00", "03-07T00:00"),
    # Friday evening, and the weekend, of a store open all days and of one open on five
    (SEVEN, "03-06T18:30", "03-07T18:00", "03-06T19:00", "03-09T18:00", "03-07T18:30", "03-11T18:00"),
    (FIVE, "03-06T18:30", "03-09T18:00", "03-06T19:00", "03-09T18:00", "03-07T18:30", "03-11T18:00"),
    (SEVEN, "03-07T10:00", "03-07T18:00", "03-07T10:30", "03-09T18:00", "03-08T10:00", "03-11T18:00"),
    (FIVE, "03-07T10:00", "03-09T18:00", "03-07T10:30", "03-09T18:00", "03-08T10:00", "03-11T18:00"),
    # into the Spring Festival, 15 to 23 February, behind the make-up Saturday the 14th; FIVE is closed on that
    (SEVEN, "02-12T10:00", "02-12T18:00", "02-12T10:30", "02-13T18:00", "02-13T10:00", "02-24T18:00"),
    (SEVEN, "02-13T10:00", "02-13T18:00", "02-13T10:30", "02-14T18:00", "02-14T10:00", "02-25T18:00"),
    (FIVE, "02-13T10:00", "02-13T18:00", "02-13T10:30", "02-24T18:00", "02-14T10:00", "02-25T18:00"),
    (SEVEN, "02-16T10:00", "02-16T18:00", "02-16T10:30", "02-24T18:00", "02-17T10:00", "02-26T18:00"),
    (FIVE, "02-16T10:00", "02-16T18:00", "02-16T10:30", "02-24T18:00", "02-17T10:00", "02-26T18:00"),
    (FESTIVE, "02-16T10:00", "02-23T18:00", "02-16T10:30", "02-24T18:00", "02-17T10:00", "02-26T18:00"),
    # on the make-up Saturday itself
    (SEVEN, "02-14T10:00", "02-14T18:00", "02-14T10:30", "02-24T18:00", "02-15T10:00", "02-26T18:00"),
    (SEVEN, "02-14T18:30", "02-15T18:00", "02-14T19:00", "02-24T18:00", "02-15T18:30", "02-26T18:00"),
    (FIVE, "02-14T10:00", "02-16T18:00", "02-14T10:30", "02-24T18:00", "02-15T10:00", "02-26T18:00"),
    # over National Day, 1 to 7 October; Saturday the 10th is worked
    (SEVEN, "09-30T10:00", "09-30T18:00", "09-30T10:30", "10-08T18:00", "10-01T10:00", "10-10T18:00"),
    (FIVE, "09-30T10:00", "09-30T18:00", "09-30T10:30", "10-08T18:00", "10-01T10:00", "10-12T18:00"),
    # into 2027, which nobody has published: what hangs on it, or on the days before it, may still change
    (SEVEN, "12-30T10:00", "12-30T18:00", "12-30T10:30", "12-31T18:00?", "12-31T10:00", "2027-01-04T18:00?"),
    (SEVEN, "12-31T10:00", "12-31T18:00", "12-31T10:30", "2027-01-01T18:00?", "2027-01-01T10:00", "2027-01-05T18:00?"),
    (SEVEN, "12-31T18:30", "2027-01-01T18:00", "12-31T19:00", "2027-01-01T18:00?", "2027-01-01T18:30",
     "2027-01-05T18:00?"),
    # midnight, when the store closes then, is not yet the next day's
    (LATE, "12-30T10:00", "12-31T00:00", "12-30T10:30", "2027-01-01T00:00?", "12-31T10:00", "2027-01-05T00:00?"),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "began", "name", "due"), [
    (policy, began, name, due) for policy, began, *dues in TABLE for name, due in zip(COLUMNS, dues, strict=True)
])  # fmt: skip
def test_when_a_clock_is_due(policy: Policy, began: str, name: str, due: str) -> None:
    expected = Deadline(at(due.rstrip("?")), due.endswith("?"))
    assert deadline(ClockName(name), at(began), policy, PUBLISHED) == expected


@pytest.mark.parametrize(("policy", "began"), [(policy, began) for policy, began, *_ in TABLE])
@pytest.mark.parametrize("agreed", ["2027-03-20T03:00", "2027-03-21T18:00:00.001"])
def test_a_promise_is_due_when_it_was_agreed(policy: Policy, began: str, agreed: str) -> None:
    found = deadline(ClockName.PROMISED, at(began), policy, PUBLISHED, agreed_at=at(agreed))
    assert found == Deadline(at(agreed), False)


def test_a_promise_without_a_date() -> None:
    with pytest.raises(ValueError, match="promised"):
        deadline(ClockName.PROMISED, at("03-02T10:00"), SEVEN, PUBLISHED)


def test_the_numbers_are_the_policys() -> None:
    policy = Policy(head_informed_s=60, on_site_s=7_200, quality_answer_days=2, full_answer_days=5)
    dues = ("03-02T18:00", "03-02T10:01", "03-04T18:00", "03-02T12:00", "03-09T18:00")
    for name, due in zip(COLUMNS, dues, strict=True):
        assert deadline(ClockName(name), at("03-02T10:00"), policy, PUBLISHED).at == at(due)


def test_a_year_that_is_published_later() -> None:
    found = deadline(ClockName.FULL_ANSWER, at("12-31T10:00"), SEVEN, PUBLISHED)
    known = Calendar({**PUBLISHED.days, date(2027, 1, 1): False}, PUBLISHED.years | {2027})
    assert found == Deadline(at("2027-01-05T18:00"), True)
    assert deadline(ClockName.FULL_ANSWER, at("12-31T10:00"), SEVEN, known) == Deadline(at("2027-01-06T18:00"), False)


def test_the_stores_own_days() -> None:
    own = Policy(working_days="own", opening_hours=("08:30-18:00",) * 6 + ("",), closed_dates=("2026-03-03",))
    for name, began, due in (
        (ClockName.FULL_ANSWER, "03-02T10:00", "03-06T18:00"),
        (ClockName.QUALITY_ANSWER, "03-02T10:00", "03-04T18:00"),
        (ClockName.QUALITY_ANSWER, "03-06T10:00", "03-07T18:00"),
        (ClockName.QUALITY_ANSWER, "02-14T10:00", "02-16T18:00"),  # a holiday, but the store opens
        (ClockName.FULL_ANSWER, "12-31T10:00", "2027-01-04T18:00"),  # hangs on nobody's list
    ):
        assert deadline(name, at(began), own, PUBLISHED) == Deadline(at(due), False)


def test_a_store_that_opens_on_no_working_day() -> None:
    sundays = Policy(opening_hours=("",) * 6 + ("08:30-18:00",))
    assert deadline(ClockName.QUALITY_ANSWER, at("03-02T10:00"), sundays, Calendar()).at == at("03-08T18:00")


def test_a_store_that_never_opens_still_gets_a_due_time() -> None:
    never = Policy(opening_hours=("",) * 7)
    assert deadline(ClockName.FIRST_ANSWER, at("03-02T10:00"), never, PUBLISHED).at == at("03-03T10:00")
    assert deadline(ClockName.QUALITY_ANSWER, at("03-02T10:00"), never, PUBLISHED).at == at("03-04T00:00")
