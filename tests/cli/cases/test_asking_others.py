"""From the shell: a lawsuit with its number and its dates, records in time, who left a site early (C15, C16, C18)."""

from typing import Any

import pytest

from frontdesk.domain.values.clock import HOUR, ManualClock

SUIT = "(2026)苏01民初123号"


def shown(team: Any) -> tuple[str, Any]:
    """Return the case's first lines, up to what the customer said, and the case as JSON."""
    text = team("complaints", "show", 1, "--language", "en").out
    return text.partition("what the customer said")[0], team("complaints", "show", 1, "--json").json


def clock(case: Any, name: str) -> Any:
    return next(each for each in reversed(case["clocks"]) if each["name"] == name)


@pytest.mark.parametrize("lawsuit", ["lawsuit", "诉讼"])
def test_a_lawsuit_stands_on_the_first_lines_until_there_is_a_result(
    team: Any, step: Any, refuses: Any, lawsuit: str
) -> None:
    asked = ("ask_legal", "--matter", lawsuit, "--note", "起诉退车，电话 13812345678")
    assert "(--reference), and its next date (--until)" in refuses(*asked)
    assert "(--reference), and its next date (--until)" in refuses(*asked, "--reference", SUIT)
    assert "is not in the future" in refuses(*asked, "--reference", SUIT, "--until", "2026-05-28")
    assert "Right would be 60 at most" in refuses(*asked, "--reference", "号" * 61, "--until", "2026-06-15T09:00")
    step(*asked, "--reference", SUIT, "--until", "2026-06-15T09:00")
    first, case = shown(team)
    assert f"lawsuit “{SUIT}” · next date 06-15 09:00" in first
    assert (clock(case, "legal")["due_at"], clock(case, "legal")["what"]) == ("2026-06-15T09:00:00+08:00", SUIT)
    assert "By when?" in refuses("legal_next", "--note", "已开庭")
    step("legal_next", "--note", "已开庭", "--until", "2026-07-01T09:00", "--reference", f"{SUIT}之一")
    first, case = shown(team)
    assert f"lawsuit “{SUIT}之一” · next date 07-01 09:00" in first
    step("legal", "--note", "撤诉")
    first, case = shown(team)
    assert "lawsuit" not in first
    (ask,) = case["asks"]
    assert (ask["matter"], ask["reference"], ask["answer"]) == ("lawsuit", f"{SUIT}之一", "撤诉")
    assert "138****5678" in ask["words"]
    assert "takes no --matter" in refuses("note", "--note", "x", "--matter", "advice")


def test_who_left_early_and_records_asked_for_on_site_are_in_the_queue(
    team: Any, step: Any, machine: ManualClock
) -> None:
    step("onsite", "--remedy", "repair", "--people", "王工", "--note", "换泵")
    step("ask_material", "--note", "图纸")
    case = shown(team)[1]
    assert clock(case, "material")["due_at"] == "2026-05-29T11:00:00+08:00"
    machine.at += HOUR // 2
    step("onsite_done", "--understood", "no", "--content", "no", "--note", "缺件", by="王芳")
    first, case = shown(team)
    assert "left the site early (not understood, not satisfied): agree on how it goes on" in first
    assert clock(case, "left_site")["due_at"] == "2026-05-30T10:30:00+08:00"
    assert (case["asks"][0]["not_understood"], case["asks"][0]["not_content"]) == (True, True)
    listed = team("complaints", "list", "--language", "en").out
    assert "technical records" in listed or "recs" in listed
    assert "after leaving early" in listed or "exit" in listed
    step("promise", "--until", "2026-06-02", "--note", "换泵")
    assert "left the site early" not in shown(team)[0]
