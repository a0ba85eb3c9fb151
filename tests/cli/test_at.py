"""The board of a past minute on the command line: as a table, as JSON, and every refusal."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.values.clock import MINUTE, ManualClock


@pytest.fixture
def later(crowd: Any, machine: ManualClock) -> Any:
    """Four cars came at 10:00; the guard told somebody at 10:05, and at 10:10 the first car left."""
    machine.at += 5 * MINUTE
    assert crowd("tell", "1", "--by", "张三").code == 0
    machine.at += 5 * MINUTE
    assert crowd("leave", "A12341", "--reason", "other", "--by", "张三").code == 0
    machine.at += 50 * MINUTE
    return crowd


def test_who_was_where_and_who_had_been_told(later: Any) -> None:
    found = later("at", "10:06", "--json").json
    assert (found["at"], found["count"], found["limit"]) == ("2026-05-29T10:06:00+08:00", 4, 4)
    assert [bay["plate"] for bay in found["bays"]] == ["苏A12341", "苏A12342", "苏A12343"]
    assert {car["plate"]: (car["place"], car["zone_time_s"]) for car in found["cars"]}["苏A12344"] == ("lane", 361)
    (over,) = (each for each in found["prompts"] if each["kind"] == "over_count")
    assert (over["state"], over["told_by"], over["level"] > 0) == ("raised", "张三", True)
    assert {"told", "called"} <= {step["kind"] for step in over["steps"]}
    assert found["missing"] == []
    before, after = (later("at", *time.split(), "--json").json for time in ("2026-05-29 10:04", "1010"))
    assert (before["count"], after["count"]) == (4, 3)


def test_it_is_said_that_it_is_the_past(later: Any) -> None:
    said = later("at", "2026-05-29", "10:06").out
    assert said.startswith("The past: 2026-05-29 10:06 · zone 4/4 · open escalations ")
    assert "苏A·12344" in said
    assert "told by 张三 10:05" in said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("11:01", "2026-05-29 11:01 has not come yet. Right would be a time before now."),
        ("09:59", "2026-05-29 09:59 is before the first entry of this database."
         " Right would be a time from 2026-05-29 10:00 on."),
        ("11:00:30", "2026-05-29 11:00:30 has not come yet. Right would be a time before now."),
        ("25:00", "“25:00” is not a time. Right would be 10:05, 10:05:30 or 2026-03-02T10:05."),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused(later: Any, refused: Callable[..., str], typed: str, sentence: str) -> None:
    assert refused("at", typed) == sentence


def test_a_store_without_entries_has_no_past(template: Path, database: Path, refused: Callable[..., str]) -> None:
    shutil.copy(template, database)
    said = "Nothing has been entered in this database yet, so there is no past to show."
    assert refused("at", "2026-05-29 10:00") == said
