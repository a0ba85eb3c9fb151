"""`frontdesk correct-plate`: a plate that was entered wrongly, while the car is here and afterwards."""

from typing import Any

import pytest


@pytest.fixture
def wrong(run: Any, machine: Any) -> Any:
    """A store whose manager is known, and a car in bay 1 on record as 苏A12341."""
    run("staff", "add", "王芳", "--post", "manager")
    run("arrive", "A12341", "--by", "张三")
    return run


def in_bay_one(run: Any) -> str:
    return str(run("status", "--json").json["bays"][0]["plate"])


def test_a_part_of_the_plate_is_enough_while_the_car_is_here(wrong: Any) -> None:
    done = wrong("correct-plate", "1234", "a54321", "--by", "张三", "--json").json
    assert (done["done"], done["plate"], done["detail"], done["number"], done["by"]) == (
        "correct_plate", "苏A54321", "苏A12341", 1, "张三",
    )  # fmt: skip
    assert in_bay_one(wrong) == "苏A54321"
    assert "plate corrected" in wrong("undo", "--by", "张三").out
    assert in_bay_one(wrong) == "苏A12341"


def test_it_says_which_plate_it_was(wrong: Any) -> None:
    said = wrong("correct-plate", "A12341", "B54321").out
    assert said.startswith("苏B·54321 · plate corrected · 苏A·12341 · bay 1 · ")
    said = wrong("correct-plate", "B54321", "B54322", "--language", "zh").out
    assert said.startswith("苏B·54322 · 更正车牌 · 苏B·54321 · ")


def test_a_visit_that_is_over_is_named_and_only_the_manager_corrects_it(wrong: Any, refused: Any) -> None:
    wrong("leave", "A12341", "--reason", "other")
    assert refused("correct-plate", "A12341", "A54321") == (
        "苏A·12341 left at 10:00:00. Which visit is meant? --visit and its number: 1, the latest first."
    )
    assert "the deputy or the director" in refused("correct-plate", "A12341", "A54321", "--visit", 1, "--by", "张三")
    assert wrong("correct-plate", "A12341", "A54321", "--visit", 1, "--by", "王芳").code == 0
    assert refused("correct-plate", "A12341", "A54321", "--visit", 1, "--by", "王芳") == (
        "苏A·12341 was corrected to 苏A·54321 by 王芳 at 10:00:00."
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("A12341", "A77777"), "苏A·77777 is already here: bay 2 since 10:00:00."),
        (("A12341", "A12341"), "苏A·12341 is the plate on record already. Type the right one."),
        (("A99999", "A54321"), "苏A·99999 is not at the store. Check the plate, or let it arrive first (F2)."),
        (("A12341", "A54321", "--visit", "9"), "There is no visit No. 9."),
        (("A12341", "A54321", "--visit", "2"), "Visit No. 2 is on record with 苏A·77777, not with 苏A·12341."),
        (("A12341", "[/b]\x1b[31m"), "—"),
    ],
)
def test_what_is_refused(wrong: Any, refused: Any, typed: tuple[str, ...], said: str) -> None:
    wrong("arrive", "A77777")
    before = wrong("status", "--json").out
    if said == "—":
        wrong("correct-plate", *typed)
    else:
        assert refused("correct-plate", *typed) == said
        assert wrong("status", "--json").out == before
    assert "\x1b" not in wrong("status").out


def test_the_same_operation_does_nothing_more_and_stands_for_this_correction_only(wrong: Any, refused: Any) -> None:
    first = wrong("correct-plate", "1234", "A54321", "--operation", "x", "--json").out
    assert wrong("correct-plate", "1234", "A54321", "--operation", "x", "--json").out == first
    assert "used for something else" in refused("correct-plate", "1234", "A54322", "--operation", "x")
    assert "used for something else" in refused("correct-plate", "99", "A54321", "--operation", "x")
    assert "used for something else" in refused("leave", "A54321", "--operation", "x")


def test_doctor_finds_every_row_the_sum_of_the_events(wrong: Any) -> None:
    wrong("complaints", "add", "--customer", "陈先生", "--plate", "A12341", "--words", "等太久")
    wrong("correct-plate", "A12341", "A54321")
    said = wrong("doctor", "--thorough").out
    assert "problem" not in said
    assert "Rows compared with what the events left" in said
    assert "All agree." in said
