"""A script or a camera cannot make a car of a bad reading."""

import json
from typing import Any

import pytest


@pytest.mark.parametrize("command", ["arrive", "turn-away"])
@pytest.mark.parametrize("plate", ["12", "A1", "粤A12?345", "A1234*", "unknown"])
def test_an_unusual_or_unread_plate_is_refused_unless_it_is_said(run: Any, command: str, plate: str) -> None:
    ran = run(command, plate, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["error"] == "unusual_plate"
    assert run("status", "--json").json["count"] == 0
    assert run(command, plate, "--unusual").code == 0
