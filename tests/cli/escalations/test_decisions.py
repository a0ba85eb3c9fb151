"""Dealing with an escalation on the command line: told, acknowledged, decided, explained (Z5, Z6)."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.values.clock import MINUTE, SECOND, ManualClock
from frontdesk.words import i18n
from frontdesk.words.lookup import word

Refusal = Callable[..., str]

DIVERT_FIRST = (Action.DIVERT, Action.WORKSHOP_BAY, Action.REPAIR, Action.REORDER)


def _free_the_zone(run: Any) -> None:
    assert run("leave", "A12344", "--reason", "other", "--by", "张三").code == 0


def test_an_escalation_from_the_call_to_the_end(crowd: Any, machine: ManualClock) -> None:
    assert crowd("tell", "1", "--by", "张三").out == "told · No. 1 · 10:00\n"
    machine.at += 30 * SECOND
    assert crowd("acknowledge", "1", "--by", "王芳").out == "acknowledged · No. 1 · 10:00\n"
    machine.at += 30 * SECOND
    acted = crowd("act", "1", "divert", "--by", "王芳").out
    assert acted.startswith("苏A·12344 · acted on an escalation · divert: ")
    assert acted.endswith(" · A001 · temporary parking · 10:01\n")
    assert crowd("done", "1", "--by", "张三").out == "苏A·12344 · done as asked · No. 1 · temporary parking · 10:01\n"
    record = crowd("escalations", "1", "--json").json
    assert (record["state"], record["outcome"], record["action"]) == ("cleared", "cleared", "divert")
    assert (record["acknowledged_by"], record["acted_by"]) == ("王芳", "王芳")


def test_what_a_script_is_told(crowd: Any) -> None:
    told = crowd("acknowledge", "1", "--by", "王芳", "--json").json
    assert (told["done"], told["number"], told["plate"], told["by"]) == ("acknowledge", 1, None, "王芳")
    acted = crowd("act", "1", "divert", "A12341", "a-12342", "--by", "王芳", "--json").json
    assert (acted["done"], acted["detail"], acted["place"]) == ("act", "divert", "temporary")
    assert (acted["plate"], acted["others"], acted["number"]) == ("苏A12341", ["苏A12342"], 1)


def test_one_decision_on_several_cars_names_every_ticket(crowd: Any) -> None:
    said = crowd("act", "1", "divert", "A12341", "2342").out
    assert said.startswith("苏A·12341, 苏A·12342 · ")
    assert " · A001 · temporary parking · A002 · " in said


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("divert", "divert"), ("DIVERT", "divert"), ("分流", "divert"), ("repair", "repair"), ("待修区", "repair"),
        ("to the waiting-for-repair area", "repair"), ("移至待修区", "repair"), ("reorder", "reorder"),
        ("re-order the jobs", "reorder"), ("调整作业顺序", "reorder"), ("workshop_bay", "workshop_bay"),
        ("workshop-bay", "workshop_bay"), ("车间等待工位", "workshop_bay"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_actions_by_key_and_by_word(crowd: Any, typed: str, action: str, language: str) -> None:
    crowd("receive", "A12341")
    crowd("work-order", "A12341")
    acted = crowd("act", "1", typed, "--language", language, "--json").json
    assert acted["detail"] == action
    assert acted["plate"] == ("苏A12344" if action == "divert" else "苏A12341")


@pytest.mark.parametrize("typed", ["fly", "t", "", "the", "\u202e", "[bold]"])
def test_an_action_that_is_none(crowd: Any, refused: Refusal, typed: str) -> None:
    said = refused("act", "1", typed)
    assert said.endswith(" is not known here. Possible: divert, workshop_bay, repair, reorder.")


def test_what_is_possible_is_said_in_the_words_of_who_asks(crowd: Any) -> None:
    said = crowd("act", "1", "fly", "--language", "zh").err
    i18n.use("zh")
    assert said.rstrip().endswith("、".join(f"{action} {word(action)}" for action in DIVERT_FIRST) + "。")


def test_what_is_not_possible_is_said_with_its_reason(crowd: Any, refused: Refusal) -> None:
    said = refused("act", "1", "workshop_bay")
    assert said == "“to a workshop waiting bay” is not possible now: no car in the zone has a work order."
    said = refused("act", "1", "repair", "A12341")
    assert said.startswith("“to the waiting-for-repair area” is not possible for 苏A·12341: ")
    crowd("receive", "A12341")
    said = refused("act", "1", "repair", "A12342")
    assert said == "“to the waiting-for-repair area” is not possible for 苏A·12342: not all of them have been received."
    assert refused("act", "1", "divert", "Z99999").startswith("苏Z·99999 is not at the store.")
    assert "fits several cars" in refused("act", "1", "divert", "1234")
    assert refused("act", "1", "divert", "···") == "Which car? Type its plate, or part of it."
    assert refused("act", "7", "divert") == "There is no escalation No. 7. See frontdesk escalations."


def test_the_four_actions_are_for_a_crowding(crowd: Any, refused: Refusal, machine: ManualClock) -> None:
    machine.at += 2 * MINUTE
    number = next(e["id"] for e in crowd("status", "--json").json["escalations"] if e["kind"] == "late_reception")
    said = refused("act", number, "divert", "A12341")
    assert said.endswith(": the four actions are for an over-count or an over-stay.")


def test_who_was_first(crowd: Any, refused: Refusal) -> None:
    crowd("tell", "1", "--by", "张三")
    assert refused("tell", "1") == "张三 was first, at 10:00:00."
    crowd("acknowledge", "1", "--by", "王芳")
    assert refused("acknowledge", "1") == refused("tell", "1") == "王芳 was first, at 10:00:00."
    crowd("act", "1", "divert", "--by", "李强")
    assert refused("acknowledge", "1") == "李强 was first, at 10:00:00."


def test_a_second_decision_on_the_same_escalation(crowd: Any) -> None:
    crowd("act", "1", "divert")
    assert crowd("act", "1", "divert", "--json").json["plate"] == "苏A12343"


def test_what_is_over(crowd: Any, refused: Refusal) -> None:
    _free_the_zone(crowd)
    for command in (["acknowledge", "1"], ["tell", "1"], ["act", "1", "divert"]):
        assert refused(*command) == "This escalation is closed already: 张三 10:00:00"


def test_why_it_was_over_with_nobody_having_acted(crowd: Any, refused: Refusal, machine: ManualClock) -> None:
    said = refused("explain", "1", "brief")
    assert said == "Escalation No. 1 still stands: it is explained once it is over."
    _free_the_zone(crowd)
    assert refused("explain", "1", "rain").startswith("“rain” is not known here. Possible: brief, taken, left, ")
    assert refused("explain", "2", "brief").startswith("There is no escalation No. 2.")
    machine.at += MINUTE
    ran = crowd("explain", "1", "a customer left", "--by", "王芳")
    assert ran.out == "explained · No. 1 · a customer left · 10:01\n"
    assert refused("explain", "1", "brief") == "王芳 was first, at 10:01:00."
    assert crowd("escalations", "1", "--json").json["why"] == "left"


def test_what_needs_no_reason(crowd: Any, refused: Refusal) -> None:
    crowd("act", "1", "divert")
    _free_the_zone(crowd)
    said = "Escalation No. 1 needs no reason: only a crowding that nobody acted on does."
    assert refused("explain", "1", "brief") == said


@pytest.mark.parametrize(
    "command",
    [["acknowledge", "1"], ["tell", "1"], ["act", "1", "divert"], ["act", "1", "divert", "2344"]],
    ids=" ".join,
)
def test_the_same_operation_twice_does_nothing_more(crowd: Any, command: list[str]) -> None:
    first = crowd(*command, "--operation", "x", "--json").json
    steps = crowd("escalations", "1", "--json").json["steps"]
    _free_the_zone(crowd)
    assert crowd(*command, "--operation", "x", "--json").json == first
    again = crowd("escalations", "1", "--json").json["steps"]
    assert [step for step in again if step["kind"] != "cleared"] == steps


def test_explaining_twice_with_the_same_operation(crowd: Any) -> None:
    _free_the_zone(crowd)
    first = crowd("explain", "1", "left", "--operation", "x", "--json").json
    assert crowd("explain", "1", "left", "--operation", "x", "--json").json == first


@pytest.mark.parametrize(
    "command",
    [
        ["acknowledge", "1"], ["tell", "1"], ["act", "1", "repair"], ["act", "1", "divert", "A12341"],
        ["act", "2", "divert"], ["explain", "1", "brief"], ["done", "1"], ["tickets", "call", "1"],
        ["duty", "end", "deputy"], ["arrive", "A99999"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_operation_used_for_something_else(crowd: Any, refused: Refusal, command: list[str]) -> None:
    crowd("act", "1", "divert", "--operation", "x")
    said = refused(*command, "--operation", "x")
    assert said == "This operation id was used for something else: 苏A·12344 · acted on an escalation."


def test_hostile_words(crowd: Any) -> None:
    crowd("acknowledge", "1", "--by", "[/b]\x1b[31m王\u202e芳")
    page = crowd("escalations", "1").out
    assert "acknowledged · [/b][31m王芳" in page
    assert "\x1b" not in page + crowd("status").out + crowd("escalations").out
    assert crowd("escalations", "1", "--json").json["acknowledged_by"] == "[/b][31m王芳"


def test_in_chinese(crowd: Any) -> None:
    assert crowd("acknowledge", "1", "--language", "zh").out == "处理中 · 1 号 · 10:00\n"
    ran = crowd("acknowledge", "1", "--language", "zh")
    assert (ran.code, ran.out) == (1, "")
    assert "10:00:00" in ran.err
    assert "苏A·12344 · " in crowd("act", "1", "分流", "--language", "zh").out
