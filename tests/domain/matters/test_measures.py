"""A measure: each state against each act; what is fixed before anything is done; who may say what came of it (Z7)."""

from typing import Any

import pytest

from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.measures.measure import (
    EffectVerdict,
    Entry,
    Measure,
    MeasureAct,
    MeasureState,
    check_agreed,
    check_done,
    check_dropped,
    check_verdict,
    possible_acts,
)
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Reason, Refused

STAFF = frozenset({"王芳", "赵敏", "李建国"})
POSSIBLE = {
    MeasureState.PROPOSED: {MeasureAct.AGREE, MeasureAct.DROP},
    MeasureState.AGREED: {MeasureAct.DONE, MeasureAct.DROP},
    MeasureState.DONE: {MeasureAct.CHECK, MeasureAct.DROP},
    MeasureState.CHECKED: {MeasureAct.AGREE},
    MeasureState.DROPPED: set(),
}


def measure(state: MeasureState, **more: Any) -> Measure:
    matter = Matter(7, MatterKind.MEASURE, "早高峰加一人", 1, 0, "赵敏")
    entries = (Entry(0, "赵敏", MeasureState.PROPOSED, ""), Entry(5, "王芳", state, ""))
    about: dict[str, Any] = {"owner": "赵敏", "metric": "late_per_100", "done_by": "赵敏", **more}
    return Measure(matter, "reception_short", "王芳", state, entries=entries, **about)


@pytest.mark.parametrize("state", MeasureState)
def test_what_can_be_done_with_it(state: MeasureState) -> None:
    """One that did no good is agreed on again; one that is closed is not."""
    found = measure(state)
    assert set(possible_acts(found)) == POSSIBLE[state]
    closed = found._replace(matter=found.matter._replace(closed_at=9))
    assert possible_acts(closed) == ()


def refusal(check: Any, *values: Any, **named: Any) -> Reason | None:
    try:
        check(*values, **named)
    except Refused as error:
        return error.reason
    return None


RIGHT: dict[str, Any] = {"owner": "赵敏", "until": DAY, "metric": "late_per_100", "expected": -40}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, None),
        ({"metric": "", "expected": None}, None),
        ({"owner": ""}, MeasureReason.NO_OWNER),
        ({"owner": "路人"}, PeopleReason.UNKNOWN_PERSON),
        ({"until": 10}, MeasureReason.UNTIL_PAST),
        ({"until": 11}, None),
        ({"until": 366 * DAY + 10}, None),
        ({"until": 366 * DAY + 11}, MeasureReason.UNTIL_PAST),
        ({"metric": "smiles"}, MeasureReason.NO_METRIC),
        ({"metric": ""}, MeasureReason.BAD_EXPECTED),
        ({"expected": None}, MeasureReason.BAD_EXPECTED),
        ({"expected": 0}, MeasureReason.BAD_EXPECTED),
        ({"expected": -100}, None),
        ({"expected": -101}, MeasureReason.BAD_EXPECTED),
        ({"expected": 1000}, None),
        ({"expected": 1001}, MeasureReason.BAD_EXPECTED),
    ],
)
def test_what_is_expected_is_fixed_when_it_is_agreed_on(changed: dict[str, Any], reason: Reason | None) -> None:
    named = {**RIGHT, **changed, "metrics": ("late_per_100",), "staff": STAFF, "now": 10}
    assert refusal(check_agreed, measure(MeasureState.PROPOSED), **named) is reason
    assert refusal(check_agreed, measure(MeasureState.DONE), **named) is MeasureReason.MEASURE_STATE


def test_what_was_done_is_said() -> None:
    assert refusal(check_done, measure(MeasureState.AGREED), "") is MeasureReason.NO_EVIDENCE
    assert refusal(check_done, measure(MeasureState.AGREED), "排班已改") is None
    assert refusal(check_done, measure(MeasureState.PROPOSED), "排班已改") is MeasureReason.MEASURE_STATE


@pytest.mark.parametrize(
    ("who", "verdict", "words", "metric", "reason"),
    [
        ("李建国", EffectVerdict.EFFECTIVE, "少了一半", "late_per_100", None),
        ("李建国", EffectVerdict.EFFECTIVE, "", "late_per_100", MeasureReason.CHECK_WORDS),
        ("李建国", EffectVerdict.EFFECTIVE, "少了一半", "", MeasureReason.NOTHING_MEASURED),
        ("李建国", EffectVerdict.CARRIED_OUT, "看过排班", "", None),
        ("赵敏", EffectVerdict.EFFECTIVE, "少了一半", "late_per_100", MeasureReason.OWN_MEASURE),
        ("王芳", EffectVerdict.EFFECTIVE, "少了一半", "late_per_100", MeasureReason.OWN_MEASURE),
        ("路人", EffectVerdict.EFFECTIVE, "少了一半", "late_per_100", PeopleReason.UNKNOWN_PERSON),
    ],
)
def test_a_second_person_says_what_came_of_it(
    who: str, verdict: EffectVerdict, words: str, metric: str, reason: Reason | None
) -> None:
    found = measure(MeasureState.DONE, metric=metric)
    assert refusal(check_verdict, found, verdict, words, who=who, staff=STAFF, now=13 * DAY) is reason


@pytest.mark.parametrize(
    ("now", "verdict", "reason"),
    [
        (13 * DAY - 1, EffectVerdict.EFFECTIVE, MeasureReason.TOO_EARLY),
        (13 * DAY - 1, EffectVerdict.CARRIED_OUT, None),
        (13 * DAY, EffectVerdict.WORSE, None),
    ],
)
def test_it_is_too_early_before_there_are_ten_days_to_compare(
    now: int, verdict: EffectVerdict, reason: Reason | None
) -> None:
    found = measure(MeasureState.DONE, done_at=0)
    assert refusal(check_verdict, found, verdict, "少了一半", who="李建国", staff=STAFF, now=now) is reason


@pytest.mark.parametrize(("why", "reason"), [("", MeasureReason.DROPPED_WHY), ("没钱", None)])
def test_it_is_dropped_with_a_reason(why: str, reason: Reason | None) -> None:
    assert refusal(check_dropped, measure(MeasureState.AGREED), why) is reason
