"""What is right in a playbook and what is not; what has to be given with a step, at its boundaries (design 3.3)."""

from typing import Any

import pytest

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.runs.evidence import Known, evidence_of, given
from frontdesk.domain.runs.playbook import Fact, Playbook, Step, term_of
from frontdesk.domain.runs.problems import problems
from frontdesk.domain.runs.reasons import PlaybookDetail as Right
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason

NOON = 1_780_020_000_000
"""04:40 in UTC."""
KNOWN = Known({"王芳"}, since=NOON + 30 * SECOND, now=NOON + 10 * MINUTE)
RIGHT: dict[str, Any] = {"key": "b", "title": "二", "after": ("a",)}


def found(*steps: Step, **more: Any) -> list[tuple[str, int, str, Right]]:
    playbook = Playbook(**{"key": "p", "title": "流程", "about": "store", "steps": steps, **more})
    return [(each.part, each.place, each.field, each.right) for each in problems(playbook)]


@pytest.mark.parametrize(
    ("changed", "field", "right"),
    [
        ({}, "", None),
        ({"key": "B"}, "key", Right.KEY_FORM),
        ({"key": "start"}, "key", Right.KEY_FORM),
        ({"key": "b" * 31}, "key", Right.KEY_FORM),
        ({"key": "a", "after": ()}, "key", Right.KEY_TWICE),
        ({"title": ""}, "title", Right.TITLE_FORM),
        ({"title": "字" * 60}, "", None),
        ({"title": "字" * 61}, "title", Right.TITLE_FORM),
        ({"title": "一"}, "title", Right.TITLE_TWICE),
        ({"role": "king"}, "role", Right.ONE_OF),
        ({"role": "advisor", "team": "cordon", "station": "reception"}, "", None),
        ({"team": "reds"}, "team", Right.ONE_OF),
        ({"station": "lounge"}, "station", Right.ONE_OF),
        ({"after": ("z",)}, "after", Right.ONE_OF),
        ({"after": ("b",)}, "after", Right.ONE_OF),
        ({"due": "2 minutes"}, "due", Right.DUE_FORM),
        ({"due": "0 min"}, "due", Right.DUE_FORM),
        ({"due": "start + 2 min"}, "", None),
        ({"due": "a + 2 h"}, "", None),
        ({"due": "z + 2 h"}, "due", Right.ONE_OF),
        ({"due": "a + 2 h", "after": ()}, "due", Right.DUE_BEFORE),
        ({"evidence": "photo"}, "evidence", Right.EVIDENCE_FORM),
        ({"when": "fact"}, "", None),
        ({"when": "rain"}, "when", Right.ONE_OF),
        ({"each": "areas", "title": "看 {area}"}, "", None),
        ({"each": "cars", "title": "看 {car}"}, "", None),
        ({"each": "things:vehicle", "title": "看 {thing}"}, "", None),
        ({"each": "things:boat", "title": "看 {thing}"}, "each", Right.EACH_FORM),
        ({"each": "people"}, "each", Right.EACH_FORM),
        ({"each": "areas"}, "title", Right.EACH_TITLE),
        ({"each": "areas", "title": "看 {car}"}, "title", Right.EACH_TITLE),
        ({"title": "看 {area}"}, "title", Right.EACH_TITLE),
        ({"repeat": "30 min", "until": "a"}, "", None),
        ({"repeat": "often", "until": "a"}, "repeat", Right.REPEAT_FORM),
        ({"repeat": "start + 1 h", "until": "a"}, "repeat", Right.REPEAT_FORM),
        ({"repeat": "30 min"}, "repeat", Right.REPEAT_UNTIL),
        ({"until": "a"}, "repeat", Right.REPEAT_UNTIL),
        ({"repeat": "30 min", "until": "z"}, "until", Right.ONE_OF),
        ({"repeat": "30 min", "until": "b"}, "until", Right.ONE_OF),
    ],
)
def test_a_step(changed: dict[str, Any], field: str, right: Right | None) -> None:
    told = found(Step("a", "一"), Step(**{**RIGHT, **changed}), facts=(Fact("fact", "若"),))
    assert told == ([("steps", 1, field, right)] if right else [])


def test_the_whole() -> None:
    many = [Step(f"s{number}", f"第{number}步") for number in range(61)]
    assert found(*many[:60]) == []
    assert found(*many) == [("", 0, "steps", Right.STEP_COUNT)]
    assert found() == [("", 0, "steps", Right.STEP_COUNT)]
    assert found(many[0], about="ship") == [("", 0, "about", Right.ONE_OF)]
    assert found(many[0], facts=(Fact("f", "若"), Fact("f", "若"))) == [
        ("facts", 1, "key", Right.KEY_TWICE), ("facts", 1, "title", Right.TITLE_TWICE),
    ]  # fmt: skip
    assert found(many[0]._replace(when="f"), facts=(Fact("f", "若"),)) == [("", 0, "steps", Right.ONE_ALWAYS)]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, None),
        ({"first": ("喊人",) * 2}, None),
        ({"first": ("喊人",) * 4, "contacts": ("fire", "ambulance")}, None),
        ({"first": ("喊人",)}, ("first", Right.FIRST_COUNT)),
        ({"first": ("喊人",) * 5}, ("first", Right.FIRST_COUNT)),
        ({"first": ("喊人", "字" * 61)}, ("first", Right.TITLE_FORM)),
        ({"first": ("喊人", "")}, ("first", Right.TITLE_FORM)),
        ({"contacts": ("fire", "aunt")}, ("contacts", Right.ONE_OF)),
        ({"kind": "party", "first": ()}, ("kind", Right.ONE_OF)),
        ({"kind": "work"}, ("first", Right.FIRST_OF_INCIDENT)),
        ({"kind": "work", "first": ()}, None),
    ],
)
def test_an_incident_says_what_is_done_at_once(changed: dict[str, Any], told: tuple[str, Right] | None) -> None:
    right = {"kind": "incident", "first": ("喊人", "打 119", "断电")}
    assert found(Step("a", "一"), **{**right, **changed}) == ([("", 0, *told)] if told else [])


def test_what_ends_a_repeated_step_comes_for_certain() -> None:
    end, again = Step("a", "一"), Step("b", "二", repeat="1 h", until="a")
    ends = (end._replace(when="fact"), end._replace(each="cars", title="看 {car}"), end._replace(after=("b",)))
    for each in ends:
        assert found(each, again, facts=(Fact("fact", "若"),)) == [("steps", 1, "until", Right.REPEAT_UNTIL)]
    both = (Step("a", "一", when="fact"), Step("b", "二", when="fact", repeat="1 h", until="a"), Step("c", "三"))
    assert found(*both, facts=(Fact("fact", "若"),)) == []


def test_no_ring() -> None:
    ring = (Step("a", "一"), Step("b", "二", after=("a", "d")), Step("c", "三", after=("b",)))
    playbook = Playbook("p", "流程", "store", (*ring, Step("d", "四", after=("c",))))
    (problem,) = problems(playbook)
    assert (problem.right, set(problem.choices)) == (Right.NO_CYCLE, {"b", "c", "d"})


@pytest.mark.parametrize(
    ("text", "since", "length"),
    [
        ("2 min", "", 2 * MINUTE),
        ("start + 30 s", "start", 30 * SECOND),
        ("a+1h", "a", HOUR),
        ("9999 d", "", 9999 * DAY),
    ],
)
def test_a_time(text: str, since: str, length: int) -> None:
    assert term_of(text) == (since, length)


@pytest.mark.parametrize(
    "text",
    ["number", "number:5..1", "number:1..", "number:1..2..3", "choice", "choice:a", "choice:a|a", "choice:a|",
     "choice:a|2", "choice:" + "|".join("abcdefghij"), "choice:a|" + "长" * 21, "check:x", "Words", "number:1e9..2"],
)  # fmt: skip
def test_no_evidence(text: str) -> None:
    assert evidence_of(text) is None


@pytest.mark.parametrize(
    ("evidence", "value", "words", "kept"),
    [
        ("", "", "写了", ""),
        ("", "x", "", RunReason.VALUE_NEEDLESS),
        ("check", "", "", ""),
        ("check", "", "刹车异响", RunReason.CHECK_SAYS),
        ("check", "x", "", RunReason.CHECK_SAYS),
        ("words", "x", "写了", RunReason.VALUE_NEEDLESS),
        ("words", "", "", RunReason.EVIDENCE_MISSING),
        ("words", "", "写了", ""),
        ("number:200..280 kPa", "200", "", "200"),
        ("number:200..280 kPa", "199.999", "", RunReason.OUT_OF_RANGE),
        ("number:200..280 kPa", "２８０ kPa", "", "280"),
        ("number:200..280 kPa", "280.001", "", RunReason.OUT_OF_RANGE),
        ("number:-5..5", "−5", "", "-5"),
        ("number:-5..5", "0,5", "", "0.5"),
        ("number:0..5", "nan", "", RunReason.EVIDENCE_MISSING),
        ("number:0..5", "1e0", "", RunReason.EVIDENCE_MISSING),
        ("number:0..5", "", "", RunReason.EVIDENCE_MISSING),
        ("number:0..5", "9" * 5000, "", RunReason.EVIDENCE_MISSING),
        ("choice:已交还|客户不要", "1", "", "已交还"),
        ("choice:已交还|客户不要", "客户不要", "", "客户不要"),
        ("choice:已交还|客户不要", "3", "", RunReason.EVIDENCE_MISSING),
        ("choice:已交还|客户不要", "²", "", "客户不要"),
        ("person", "王芳", "", "王芳"),
        ("person", "路人", "", PeopleReason.UNKNOWN_PERSON),
        ("roll_call", "", "", RunReason.ROLL_CALL_OPEN),
        ("roll_call", "x", "", RunReason.VALUE_NEEDLESS),
        ("vehicle", "", "", RunReason.EVIDENCE_MISSING),
        ("vehicle", "救援车2", "", "救援车2"),
        ("time", "", "", RunReason.EVIDENCE_MISSING),
        ("time", "soon", "", ValueReason.UNREADABLE_TIME),
        ("time", "02:00", "", "02:00"),
        ("time", "０２１０", "", "02:10"),
        ("time", "01:59", "", RunReason.TIME_GIVEN),
        ("time", "02:10:01", "", RunReason.TIME_GIVEN),
        ("time", "2026-05-30 02:05", "", RunReason.TIME_GIVEN),
    ],
)
def test_what_is_given(evidence: str, value: str, words: str, kept: str | Reason) -> None:
    step = Step("a", "一", evidence=evidence)
    if isinstance(kept, Reason):
        with pytest.raises(Refused) as refusal:
            given(step, value, words, KNOWN)
        assert refusal.value.reason is kept
    else:
        assert given(step, value, words, KNOWN) == kept
