"""`frontdesk rescues add`, `correct`: an odd plate or number is kept only where somebody says that it is right (R1)."""

import json
from typing import Any

import pytest

CALL = ("rescues", "add", "G25 1018", "苏E7K521", "--customer", "高", "--phone", "13900018000", "--symptom", "离合器")
BY = ("--by", "赵敏", "--language", "en")


@pytest.fixture
def typed(run: Any) -> Any:
    """Type a call with one word changed."""
    run("staff", "add", "赵敏", "--post", "advisor")

    def call(was: str, becomes: str, *more: str) -> Any:
        return run(*(becomes if word == was else word for word in CALL), *more, *BY, "--json")

    return call


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("苏E7K521", "苏E7K52", "unusual_plate"),
        ("苏E7K521", "12", "unusual_plate"),
        ("苏E7K521", "苏E7K5?1", "plate_unread"),
        ("13900018000", "12345", "short_phone"),
        ("13900018000", "1390001800", "bad_phone"),
    ],
)
def test_what_is_odd_in_a_call_is_asked_about(typed: Any, run: Any, was: str, becomes: str, reason: str) -> None:
    refused = typed(was, becomes)
    assert (refused.code, json.loads(refused.out)["error"]) == (1, reason)
    assert run("rescues", "list", "--json").json["rescues"] == []
    is_kept = typed(was, becomes, "--unusual").code == 0
    assert is_kept is (reason in {"unusual_plate", "short_phone"})


def test_a_correction_is_asked_about_too_and_a_known_car_is_not(typed: Any, run: Any) -> None:
    assert typed("", "").code == 0
    for said, reason in ((("--plate", "苏E7K52"), "unusual_plate"), (("--second", "12345"), "short_phone")):
        assert json.loads(run("rescues", "correct", "1", *said, *BY, "--json").out)["error"] == reason
    assert run("rescues", "correct", "1", "--plate", "12", "--second", "12345", "--unusual", *BY).code == 0
    run("arrive", "苏E7K52", "--unusual")
    assert run("rescues", "correct", "1", "--plate", "苏E7K52", *BY).code == 0


def test_a_plate_one_character_away_is_warned_about(typed: Any, run: Any) -> None:
    run("arrive", "苏E7K523")
    ran = typed("", "")
    assert ran.code == 0
    assert "苏E·7K521 is new, and one character away from 苏E·7K523" in ran.err
