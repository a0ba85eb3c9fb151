"""A script or a camera that misreads one character of a car that is here makes no second car of it."""

import json
from typing import Any

import pytest

from frontdesk.domain.values.clock import ManualClock


@pytest.mark.parametrize("command", ["arrive", "turn-away"])
@pytest.mark.parametrize("plate", ["A7K3Q8", "A7KQ39", "A73Q9", "AK73Q9", "沪A7K3Q9"])
def test_what_is_like_a_car_here_is_refused_unless_it_is_said(
    run: Any, machine: ManualClock, command: str, plate: str
) -> None:
    run("arrive", "A7K3Q9")
    ran = run(command, plate, "--unusual", "--json")
    assert (ran.code, json.loads(ran.out)["error"]) == (1, "like_another")
    assert "苏A·7K3Q9, which is here: bay 1 since 10:00:00" in ran.err
    assert "--new" in ran.err
    assert run("status", "--json").json["count"] == 1
    assert run(command, plate, "--unusual", "--new").code == 0


def test_what_is_like_a_car_that_was_here_is_noted(run: Any) -> None:
    run("arrive", "A7K3Q9")
    run("leave", "A7K3Q9", "--reason", "unknown")
    ran = run("arrive", "A7K3Q8", "--json")
    assert (ran.json["warnings"], ran.json["detail"]) == (["like_known"], "苏A7K3Q9")
    assert ran.err == (
        "苏A·7K3Q8 is new, and one character away from 苏A·7K3Q9, which was here before: if that is the car, correct"
        " the plate.\n"
    )
    # A car that was here before is no new one, whatever it is like.
    assert run("arrive", "A7K3Q9", "--json").json["warnings"] == []
