"""What no roster may ask of anybody, boundary by boundary (S2)."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import Terms, breaches, rest_between, why_not
from frontdesk.domain.rosters.shift import Shift, clock_text, read_shift
from frontdesk.domain.rosters.turn import Turn, TurnState, Worker
from frontdesk.domain.values.errors import Reason, Refused

DAY = date(2026, 2, 16)
SHIFTS = {
    shift.key: shift
    for shift in (
        Shift(1, "early", "", 480, 990),
        Shift(2, "late", "", 660, 1260),
        Shift(3, "night", "", 1200, 1860),
        Shift(4, "noon", "", 481, 990),
        Shift(5, "whole", "", 480, 1920),
    )
}
WORKERS = {
    name: Worker(name, post, certificates)
    for name, post, certificates in (
        ("林涛", Post.ADVISOR, dict[str, date]()),
        ("王芳", Post.MANAGER, {"急救": DAY}),
        ("孙磊", Post.SUPERVISOR, dict[str, date]()),
    )
}
TERMS = Terms(SHIFTS, WORKERS, {("林涛", DAY): "年假"}, {(DAY, "late", Post.ADVISOR): "急救"})


def turn(shift: str = "early", ahead: int = 1, person: str = "林涛", post: Post = Post.ADVISOR) -> Turn:
    return Turn(person, DAY + timedelta(days=ahead), shift, post)


def reason(of: Turn, *others: Turn) -> Reason | None:
    why = why_not(of, others, TERMS)
    return None if why is None else why.reason


@pytest.mark.parametrize(
    ("of", "others", "wrong"),
    [
        (turn(), (), None),
        (turn(ahead=0), (), RosterReason.ABSENT),
        (turn(person="赵敏"), (), PeopleReason.UNKNOWN_PERSON),
        (turn(post=Post.GUARD), (), RosterReason.NOT_THEIR_POST),
        (turn(person="孙磊", post=Post.MANAGER), (), None),
        (turn(person="林涛", post=Post.MANAGER), (), RosterReason.NOT_THEIR_POST),
        (turn(), (turn("night"),), RosterReason.TWO_SHIFTS),
        (turn(), (turn("night")._replace(state=TurnState.SWAPPED),), None),
        (turn(), (turn("late", 0),), None),  # to the minute eleven hours: until 21:00, from 8:00 on
        (turn(), (turn("night", 0),), RosterReason.REST_TOO_SHORT),
        (turn("noon"), (turn("late", 0),), None),
        (turn("late"), (turn("early", 2),), None),
        (turn("night"), (turn("early", 2),), RosterReason.REST_TOO_SHORT),
        (turn("night"), (turn("night", 2),), None),
        (turn("whole"), (turn("early", 3),), None),
        (turn("whole"), (turn("night", 2),), None),
        (turn("whole"), (turn("late", 2),), RosterReason.REST_TOO_SHORT),
        (turn("early", 8), tuple(turn("early", ahead) for ahead in range(2, 8)), RosterReason.SEVENTH_DAY),
        (turn("early", 8), tuple(turn("early", ahead) for ahead in range(3, 8)), None),
        (turn("early", 5), tuple(turn("early", ahead) for ahead in (2, 3, 4, 6, 7, 8)), RosterReason.SEVENTH_DAY),
        (turn("early", 5), tuple(turn("early", ahead) for ahead in (1, 2, 3, 4, 7, 8)), None),
    ],
)
def test_a_turn_beside_others(of: Turn, others: tuple[Turn, ...], wrong: Reason | None) -> None:
    assert reason(of, *others) is wrong


@pytest.mark.parametrize(
    ("of", "wrong"),
    [
        (Turn("王芳", DAY, "early", Post.MANAGER), None),  # to the very end of its last day
        (Turn("王芳", DAY + timedelta(days=1), "early", Post.MANAGER), RosterReason.CERTIFICATE_ENDED),
        (Turn("王芳", DAY, "night", Post.MANAGER), RosterReason.CERTIFICATE_ENDED),  # the night goes until 7
        (Turn("王芳", DAY - timedelta(days=1), "night", Post.MANAGER), None),
        (Turn("孙磊", DAY, "early", Post.MANAGER), RosterReason.NO_CERTIFICATE),
    ],
)
def test_a_certificate_is_asked_for(of: Turn, wrong: Reason | None) -> None:
    days = [DAY + timedelta(days=ahead) for ahead in (-1, 0, 1)]
    asked = {(day, shift, Post.MANAGER): "急救" for day in days for shift in SHIFTS}
    why = why_not(of, (), TERMS._replace(absent={}, certificates=asked))
    assert (None if why is None else why.reason) is wrong
    assert why is None or wrong is RosterReason.NO_CERTIFICATE or why.facts["day"] == DAY


def test_one_minute_less_than_eleven_hours() -> None:
    shifts = {**SHIFTS, "late": Shift(2, "late", "", 660, 1261)}
    assert rest_between(turn(), turn("late", 0), shifts) == 659
    why = why_not(turn(), (turn("late", 0),), TERMS._replace(shifts=shifts))
    assert why is not None
    assert (why.reason, why.facts["rest"]) == (RosterReason.REST_TOO_SHORT, 659)


def test_every_breach_is_told() -> None:
    found = [each.day for each, _why in breaches([turn("early", ahead) for ahead in range(7)], TERMS)]
    assert found == [DAY + timedelta(days=ahead) for ahead in range(7)]


@pytest.mark.parametrize(
    ("begins", "ends", "minutes"),
    [("08:00", "16:30", (480, 990)), ("20:00", "7:00", (1200, 1860)), ("8点", "24:00", (480, 1440)),
     ("08：00", "16：30", (480, 990))],
)  # fmt: skip
def test_a_shift_is_read(begins: str, ends: str, minutes: tuple[int, int]) -> None:
    shift = read_shift("Early", "早", begins, ends)
    assert (shift.key, shift.begins, shift.ends) == ("early", *minutes)
    assert clock_text(shift.ends) == {990: "16:30", 1860: "07:00", 1440: "00:00"}[shift.ends]


@pytest.mark.parametrize(
    ("key", "begins", "ends"),
    [("early", "8", "25:00"), ("early", "08:00", "08:00"), ("early", "24:00", "08:00"), ("早", "08:00", "09:00"),
     ("", "08:00", "09:00"), ("[/b]", "08:00", "09:00"), ("early", "08:60", "09:00")],
)  # fmt: skip
def test_what_is_no_shift_is_refused(key: str, begins: str, ends: str) -> None:
    with pytest.raises(Refused):
        read_shift(key, "", begins, ends)
