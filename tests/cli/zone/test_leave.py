"""A script says why a customer left whom nobody received, and the reasons are counted."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.values.clock import HOUR, ManualClock

DAY = 24 * HOUR


def test_why_has_to_be_said_of_a_customer_nobody_received(run: Any, refused: Callable[..., str]) -> None:
    run("arrive", "A12345")
    said = refused("leave", "A12345")
    assert said.startswith("苏A·12345 has not been received: why does it leave?")
    assert "no_wait, wrong_place, comes_back, other, unknown" in said
    ran = run("leave", "A12345", "--json")
    assert (ran.code, json.loads(ran.out)["error"]) == (1, "why_left")
    assert "Possible: no_wait" in refused("leave", "A12345", "--reason", "because")
    assert run("status", "--json").json["count"] == 1
    assert run("leave", "A12345", "--reason", "did not want to wait", "--json").json["detail"] == "no_wait"


def test_a_camera_may_always_say_that_it_does_not_know(run: Any) -> None:
    """Of a customer who was received nothing is noted: one command does for every car that drives out."""
    run("arrive", "A12345")
    run("receive", "A12345")
    assert run("leave", "A12345", "--reason", "unknown", "--json").json["detail"] is None
    run("arrive", "B98765")
    assert "left · not said why · bay 1" in run("leave", "B98765", "--reason", "unknown").out
    assert run("status", "--json").json["left_unreceived"]["today"] == {"count": 1, "reasons": {"unknown": 1}}


@pytest.fixture
def three_left(run: Any, machine: ManualClock) -> Any:
    for plate, why in (("A12345", "no_wait"), ("B98765", "other"), ("C55555", "no_wait")):
        run("arrive", plate)
        run("leave", plate, "--reason", why)
    return run


def test_it_counts_by_reason_today_and_in_its_month(three_left: Any, machine: ManualClock) -> None:
    assert "today 3 (did not want to wait 2, another reason 1); this month 3" in three_left("status").out
    assert "2026-05 left without having been received: 3 (did" in three_left("penalties").out
    machine.at += DAY
    assert "today 0; this month 3 (did not want to wait 2, another reason 1)" in three_left("status").out
    machine.at += 5 * DAY
    assert "left without" not in three_left("status").out
    may = three_left("penalties", "list", "--month", "2026-05", "--json").json["left_unreceived"]
    assert may == {"count": 3, "reasons": {"no_wait": 2, "other": 1}}
    assert three_left("penalties", "list", "--json").json["left_unreceived"] == {"count": 0, "reasons": {}}
