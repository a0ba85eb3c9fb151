"""What pauses do to when a clock is due: tables of instants worked out by hand (Q1–Q3, C3, C5, C6)."""

import pytest
from moments import PUBLISHED, at

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.cases.clocks import ClockName, Pause
from frontdesk.domain.cases.deadlines import Deadline, deadline
from frontdesk.domain.policy.policy import Policy

FIRST, HEAD, QUALITY = ClockName.FIRST_ANSWER, ClockName.HEAD_INFORMED, ClockName.QUALITY_ANSWER
ON_SITE, FULL, PROMISED = ClockName.ON_SITE, ClockName.FULL_ANSWER, ClockName.PROMISED
SEVEN = Policy()
FIVE = Policy(opening_hours=("08:30-18:00",) * 5 + ("", ""))
LATE = Policy(opening_hours=("10:00-24:00",) * 7)
UNEVEN = Policy(
    opening_hours=("08:30-18:00", "10:00-12:00", "", "08:30-18:00", "09:00-24:00", "", ""), closed_dates=("2026-03-12",)
)
SUNDAYS = Policy(opening_hours=("",) * 6 + ("08:30-18:00",))
NEVER = Policy(opening_hours=("",) * 7)


def pauses(text: str) -> list[Pause]:
    """Read "03-02T17:00/03-03T09:30", several with blanks between."""
    return [Pause(at(since), at(until)) for since, until in (pause.split("/") for pause in text.split())]


ACROSS_CLOSING = "03-02T17:00/03-03T09:30"
IN_THE_NIGHT = "03-02T19:00/03-03T07:00"
CLOSING_TO_OPENING = "03-02T18:00/03-03T08:30"
TWO = "03-02T14:00/03-02T15:00 03-02T17:30/03-03T10:00"
OVER_A_WEEKEND = "03-06T17:00/03-09T09:30"
AT_THE_WEEKEND = "03-07T09:00/03-08T17:00"
OVER_THE_FESTIVAL = "02-14T17:00/02-24T09:30"
IN_THE_FESTIVAL = "02-16T09:00/02-20T09:00"
INTO_2027 = "12-31T17:00/2027-01-01T09:30"


@pytest.mark.parametrize(("name", "policy", "began", "paused", "due"), [
    (FIRST, SEVEN, "03-02T12:00", ACROSS_CLOSING, "03-03T10:30"),
    (HEAD, SEVEN, "03-02T16:45", ACROSS_CLOSING, "03-03T09:45"),
    (QUALITY, SEVEN, "03-02T12:00", ACROSS_CLOSING, "03-04T10:30"),
    (ON_SITE, SEVEN, "03-02T12:00", ACROSS_CLOSING, "03-04T04:30"),
    (FULL, SEVEN, "03-02T12:00", ACROSS_CLOSING, "03-06T10:30"),
    (PROMISED, SEVEN, "03-02T12:00", ACROSS_CLOSING, "03-11T07:30"),
    (FIRST, SEVEN, "03-02T12:00", "03-02T17:00/03-02T20:00", "03-03T09:30"),
    (FULL, SEVEN, "03-02T12:00", "03-02T17:00/03-02T20:00", "03-06T09:30"),
    # wholly in the night: only the wall clock stood still
    (FIRST, SEVEN, "03-02T18:30", IN_THE_NIGHT, "03-03T18:00"),
    (HEAD, SEVEN, "03-02T18:45", IN_THE_NIGHT, "03-03T07:15"),
    (QUALITY, SEVEN, "03-02T12:00", IN_THE_NIGHT, "03-03T18:00"),
    (ON_SITE, SEVEN, "03-02T12:00", IN_THE_NIGHT, "03-04T00:00"),
    (FULL, SEVEN, "03-02T12:00", IN_THE_NIGHT, "03-05T18:00"),
    (PROMISED, SEVEN, "03-02T12:00", IN_THE_NIGHT, "03-11T03:00"),
    (FIRST, SEVEN, "03-02T12:00", CLOSING_TO_OPENING, "03-02T18:00"),  # begins when it is due
    (HEAD, SEVEN, "03-02T17:45", CLOSING_TO_OPENING, "03-03T08:45"),
    (QUALITY, SEVEN, "03-02T12:00", CLOSING_TO_OPENING, "03-03T18:00"),
    (ON_SITE, SEVEN, "03-02T12:00", CLOSING_TO_OPENING, "03-04T02:30"),
    (FULL, SEVEN, "03-02T12:00", CLOSING_TO_OPENING, "03-05T18:00"),
    (PROMISED, SEVEN, "03-02T12:00", CLOSING_TO_OPENING, "03-11T05:30"),
    (FIRST, SEVEN, "03-02T12:00", TWO, "03-03T11:30"),
    (HEAD, SEVEN, "03-02T13:45", TWO, "03-02T15:15"),  # the second begins after it is due
    (QUALITY, SEVEN, "03-02T12:00", TWO, "03-04T11:30"),
    (ON_SITE, SEVEN, "03-02T12:00", TWO, "03-04T05:30"),
    (FULL, SEVEN, "03-02T12:00", TWO, "03-06T11:30"),
    (PROMISED, SEVEN, "03-02T12:00", TWO, "03-11T08:30"),
    (FIRST, SEVEN, "03-06T12:00", OVER_A_WEEKEND, "03-09T10:30"),
    (FIRST, FIVE, "03-06T12:00", OVER_A_WEEKEND, "03-09T10:30"),
    (HEAD, SEVEN, "03-06T16:45", OVER_A_WEEKEND, "03-09T09:45"),
    (QUALITY, SEVEN, "03-06T12:00", OVER_A_WEEKEND, "03-10T10:30"),
    (QUALITY, FIVE, "03-06T12:00", OVER_A_WEEKEND, "03-10T10:30"),
    (ON_SITE, SEVEN, "03-06T12:00", OVER_A_WEEKEND, "03-10T04:30"),
    (FULL, SEVEN, "03-06T12:00", OVER_A_WEEKEND, "03-12T10:30"),
    (FULL, FIVE, "03-06T12:00", OVER_A_WEEKEND, "03-12T10:30"),
    (PROMISED, FIVE, "03-06T12:00", OVER_A_WEEKEND, "03-13T07:30"),
    # wholly at the weekend: a store open then answers, but nobody's working days pass
    (FIRST, SEVEN, "03-06T18:30", AT_THE_WEEKEND, "03-09T16:30"),
    (FIRST, FIVE, "03-06T18:30", AT_THE_WEEKEND, "03-09T18:00"),
    (HEAD, FIVE, "03-07T08:45", AT_THE_WEEKEND, "03-08T17:15"),
    (QUALITY, SEVEN, "03-06T12:00", AT_THE_WEEKEND, "03-09T18:00"),
    (ON_SITE, SEVEN, "03-06T12:00", AT_THE_WEEKEND, "03-08T20:00"),
    (FULL, SEVEN, "03-06T12:00", AT_THE_WEEKEND, "03-11T18:00"),
    # from the make-up Saturday over the Spring Festival
    (FIRST, SEVEN, "02-14T12:00", OVER_THE_FESTIVAL, "02-24T10:30"),
    (QUALITY, SEVEN, "02-13T12:00", OVER_THE_FESTIVAL, "02-24T10:30"),
    (FULL, SEVEN, "02-13T12:00", OVER_THE_FESTIVAL, "02-26T10:30"),
    (QUALITY, FIVE, "02-13T12:00", OVER_THE_FESTIVAL, "02-25T09:30"),  # closed on that Saturday: an hour is lost
    (QUALITY, FIVE, "02-13T12:00", "02-14T09:00/02-14T17:00", "02-24T18:00"),
    (QUALITY, SEVEN, "02-13T12:00", "02-14T09:00/02-14T17:00", "02-24T16:30"),
    (FIRST, SEVEN, "02-15T18:30", IN_THE_FESTIVAL, "02-20T18:00"),  # nothing left at closing: not the next opening
    (QUALITY, SEVEN, "02-14T12:00", IN_THE_FESTIVAL, "02-24T18:00"),
    (FULL, SEVEN, "02-14T12:00", IN_THE_FESTIVAL, "02-26T18:00"),
    (ON_SITE, SEVEN, "02-15T12:00", IN_THE_FESTIVAL, "02-20T12:00"),
    # into a year nobody has published
    (FIRST, SEVEN, "12-31T12:00", INTO_2027, "2027-01-01T10:30"),
    (HEAD, SEVEN, "12-31T16:45", INTO_2027, "2027-01-01T09:45"),
    (QUALITY, SEVEN, "12-30T12:00", INTO_2027, "2027-01-01T10:30?"),  # by its pause only
    (ON_SITE, SEVEN, "12-31T12:00", INTO_2027, "2027-01-02T04:30"),
    (FULL, SEVEN, "12-30T12:00", INTO_2027, "2027-01-05T10:30?"),
    # to the millisecond
    (FIRST, SEVEN, "03-02T12:00", "03-02T17:59:59.999/03-03T17:59:59.999", "03-03T18:00"),
    (FIRST, SEVEN, "03-02T12:00", "03-02T17:59:59.999/03-03T18:00", "03-04T08:30:00.001"),
    (FIRST, SEVEN, "03-02T12:00", "03-02T18:00/03-03T12:00", "03-02T18:00"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T12:29:59.999/03-03T12:00", "03-03T12:00:00.001"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T12:30/03-03T12:00", "03-02T12:30"),
    (FULL, SEVEN, "03-02T12:00", "03-05T18:00/03-09T12:00", "03-05T18:00"),
    # from its beginning
    (FIRST, SEVEN, "03-02T12:00", "03-02T12:00/03-03T12:00", "03-03T18:00"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T12:00/03-03T12:00", "03-03T12:30"),
    # open till midnight
    (FIRST, LATE, "03-02T20:00", "03-02T23:00/03-03T12:00", "03-03T13:00"),
    (FIRST, LATE, "03-02T20:00", "03-02T22:00/03-03T22:00", "03-04T00:00"),
    (QUALITY, LATE, "03-02T20:00", "03-03T23:00/03-04T00:30", "03-04T11:00"),
    # days of different length, and one that is closed: Tuesday for two hours, Friday till midnight, Thursday closed
    (FIRST, UNEVEN, "03-02T12:00", "03-02T15:00/03-03T11:00", "03-05T10:30"),
    (QUALITY, UNEVEN, "03-09T12:00", "03-09T17:00/03-10T11:00", "03-13T11:00"),
    (FULL, UNEVEN, "03-09T12:00", "03-10T11:00/03-10T12:00", "03-16T09:30"),
    # untidy ones: overlapping, in each other, in no order, before it began, empty
    (HEAD, SEVEN, "03-02T14:45", "03-02T15:00/03-02T17:00 03-02T16:00/03-02T18:00", "03-02T18:15"),
    (HEAD, SEVEN, "03-02T14:45", "03-02T15:00/03-02T18:00 03-02T16:00/03-02T17:00", "03-02T18:15"),
    (ON_SITE, SEVEN, "03-02T12:00", "03-02T18:00/03-02T19:00 03-02T13:00/03-02T15:00", "03-03T15:00"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T10:00/03-02T12:10", "03-02T12:40"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T10:00/03-02T11:00", "03-02T12:30"),
    (HEAD, SEVEN, "03-02T12:00", "03-02T12:10/03-02T12:10", "03-02T12:30"),
    # a store that never opens has the wall clock only
    (FIRST, NEVER, "03-02T12:00", ACROSS_CLOSING, "03-04T04:30"),
])  # fmt: skip
def test_a_paused_clock(name: ClockName, policy: Policy, began: str, paused: str, due: str) -> None:
    agreed = at("03-10T15:00") if name is PROMISED else None
    found = deadline(name, at(began), policy, PUBLISHED, agreed_at=agreed, pauses=pauses(paused))
    assert found == Deadline(at(due.rstrip("?")), due.endswith("?"))


def test_where_the_store_opens_on_no_working_day_any_day_it_opens_counts() -> None:
    paused = pauses("03-08T10:00/03-08T12:00")
    found = deadline(QUALITY, at("03-02T10:00"), SUNDAYS, Calendar(), pauses=paused)
    assert found == Deadline(at("03-15T10:30"), True)
