"""`frontdesk weather` by the shell: from the look-up to the last who is made up for (I7, I11)."""

import json
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.values.clock import ManualClock

HOUR = 3_600_000


@pytest.fixture
def people(run: Any, machine: ManualClock) -> Any:
    for name, post in (("赵敏", "advisor"), ("李强", "supervisor"), ("王芳", "manager"), ("李建国", "director")):
        assert run("staff", "add", name, "--post", post).code == 0
    return run


def test_what_was_looked_up_is_told_as_json(people: Any) -> None:
    days = ("雨 12 18", "rainstorm 11 15 orange rain 60 gust 8bft", "多云 9 17")
    said = ("weather", "enter", *days, "--by", "赵敏", "--operation", "one", "--json")
    assert people(*said).json == people(*said).json
    shown = people("weather", "show", "--json").json
    assert (shown["severe"], len(shown["days"]), shown["owed"]) == ("2026-05-30", 3, False)
    assert shown["days"][1]["warning"] == "orange"
    assert shown["days"][1]["gust_ms"] == 17.2
    refused = people("weather", "enter", "雨 19 18", *days[1:], "--by", "赵敏", "--json")
    assert (refused.code, json.loads(refused.out)["error"]) == (1, "low_above_high")
    other = people("weather", "enter", *days[::-1], "--by", "赵敏", "--operation", "one")
    assert other.code == 1


def test_from_the_decision_to_the_last_who_is_made_up_for(people: Any, machine: ManualClock) -> None:
    for number, at in enumerate(("9:00", "9:30", "10:30", "11:00")):
        booked = ("appointments", "add", f"tomorrow {at}", "--plate", f"A1234{number}", "--customer", "王女士")
        assert people(*booked, "--phone", "13800138000", "--above", "--by", "赵敏").code == 0
    said = ("weather", "decide", "stop", "appointments", "--from", "tomorrow 8:00", "--until", "tomorrow 14:00")
    done = people(*said, "--why", "暴雨", "--by", "赵敏", "--json")
    number = done.json["number"]
    assert "Nothing is in force yet" in done.err
    for who in ("王芳", "李建国"):
        signed = people("sign", number, "--by-phone", who, "--words", "同意", "--by", "李强")
        assert signed.code == 0, signed.err
    (decision,) = people("weather", "show", "--json").json["decisions"]
    assert (decision["state"], len(decision["affected"]), decision["make_up"]) == ("in_force", 4, [])
    assert decision["affected"][0]["phone"] == "138****8000"
    refused = people("appointments", "add", "tomorrow 12:00", "--plate", "A99999", "--unusual", "--json")
    assert json.loads(refused.out)["error"] == "weather_stops"
    first, second, third, fourth = decision["affected"]
    assert people("messages", "told", first["message"], "--by", "赵敏").code == 0
    assert people("weather", "later", second["number"], "--by", "赵敏").code == 0
    assert people("weather", "move", third["number"], "tomorrow 16:00", "--by", "赵敏").code == 0
    assert people("weather", "resume", number, "--by", "赵敏").code == 0
    for who in ("王芳", "李建国"):
        assert people("sign", number, "--by-phone", who, "--words", "恢复", "--by", "李强").code == 0
    (decision,) = people("weather", "show", "--json").json["decisions"]
    assert [row["state"] for row in decision["affected"]] == ["later", "later", "moved", "kept"]
    assert decision["make_up"] == [first["number"], second["number"]]
    held = people("matters", "close", number, "--why", "算了", "--by", "王芳", "--json")
    assert json.loads(held.out)["error"] == "matter_open"
    assert people("weather", "served", first["number"], "--by", "赵敏").code == 0
    assert people("weather", "declined", second["number"], "--by", "赵敏").code == 0
    assert fourth["state"] == "open"
    # What was approved by phone is still to be confirmed; then nothing is left to do.
    shown = people("matters", "show", number, "--json").json
    assert {due["name"] for due in shown["dues"] if due["state"] in {"running", "soon"}} == {"approval_confirm"}
    assert people("weather", "show").code == 0
    # Every row follows from the events.
    assert people("events", "verify").code == 0


def test_a_change_warns_whoever_books(people: Any) -> None:
    said = ("weather", "decide", "change", "appointments", "--from", "tomorrow 8:00", "--place", "城南店")
    number = people(*said, "--by", "王芳", "--json").json["number"]
    assert people("sign", number, "--by-phone", "李建国", "--words", "好", "--by", "李强").code == 0
    booked = people("appointments", "add", "tomorrow 9:00", "--plate", "A12345", "--json")
    assert booked.json["warnings"] == ["weather_changed"]
    assert "城南店" in booked.err


def test_a_folder_proposes_and_says_what_is_wrong(people: Any, home: Path) -> None:
    (home / "settings.toml").write_text(f'language = "en"\nforecast_from = "folder:{home}"\n')
    assert people("weather", "fetch").err.startswith("There is no file with a forecast")
    assert "at most once in ten minutes" in people("weather", "fetch").err
    assert people("weather", "fetch", "--owed").code == 0
    assert "Type it in" in people("weather", "show").out
