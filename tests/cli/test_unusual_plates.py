"""A script or a camera cannot make a car of a bad reading."""

import json
from typing import Any

import pytest


@pytest.mark.parametrize("command", ["arrive", "turn-away"])
@pytest.mark.parametrize("plate", ["12", "A1", "unknown"])
def test_an_unusual_plate_is_refused_unless_it_is_said(run: Any, command: str, plate: str) -> None:
    ran = run(command, plate, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["error"] == "unusual_plate"
    assert run("status", "--json").json["count"] == 0
    assert run(command, plate, "--unusual").code == 0


@pytest.mark.parametrize(
    ("typed", "more"), [("沪A9?876", ()), ("苏A123*5", ()), ("沪B口2345", ()), ("?T3X45", ("--new",))]
)
@pytest.mark.parametrize("command", ["arrive", "turn-away", "leave"])
def test_a_plate_with_a_character_not_read_is_always_refused(run: Any, command: str, typed: str, more: Any) -> None:
    run("arrive", "苏A12345")
    for said in ((), ("--unusual",) if command != "leave" else ()):
        ran = run(command, typed, *said, *(more if command != "leave" else ()), "--json")
        assert ran.code == 1
        refused = json.loads(ran.out)
        assert refused["error"] == "plate_unread"
        assert typed in refused["message"]
        assert "--unusual" not in refused["message"]
    assert run("status", "--json").json["count"] == 1
