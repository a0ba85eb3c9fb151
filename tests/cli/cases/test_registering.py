"""`frontdesk complaints add`: what is registered, what is refused."""

from typing import Any

import pytest

from frontdesk.domain.values.clock import ManualClock


def test_a_complaint_is_registered(run: Any, machine: ManualClock) -> None:
    ran = run("complaints", "add", "--words", "漏油", "--plate", "A12345", "--customer", "陈先生")
    assert (ran.code, ran.out) == (0, "苏A·12345 · complaint registered · No. 1 · 10:00\n")


def test_what_nobody_said_is_phone_service_and_ordinary(run: Any, add: Any) -> None:
    answer = add()
    assert (answer["done"], answer["number"], answer["detail"]) == ("register", 1, "ordinary")
    case = run("complaints", "show", "1", "--json").json
    assert (case["channel"], case["kind"], case["severity"]) == ("phone", "service", "ordinary")
    assert (case["customer"], case["plate"], case["stage"]) == ("", None, "registered")
    assert case["received_at"] == "2026-05-29T10:00:00+08:00"


@pytest.mark.parametrize(
    ("channel", "kind", "severity"),
    [("email", "product", "major"), ("e-mail", "product quality", "Major"), ("邮件", "产品质量", "重大")],
)
def test_choices_by_key_or_word(run: Any, add: Any, channel: str, kind: str, severity: str) -> None:
    add("漏油", "--channel", channel, "--kind", kind, "--severity", severity)
    case = run("complaints", "show", "1", "--json").json
    assert (case["channel"], case["kind"], case["severity"]) == ("email", "product", "major")


def test_doing_it_again_does_nothing_more(run: Any, add: Any, refused: Any) -> None:
    first = add("漏油", "--plate", "A12345", "--operation", "k1")
    assert add("漏油", "--plate", "A12345", "--operation", "k1") == first
    assert len(run("complaints", "list", "--json").json["complaints"]) == 1
    assert "used for something else" in refused("complaints", "add", "--words", "x", "--operation", "k1")
    assert "used for something else" in refused("arrive", "A12345", "--operation", "k1")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--words", " "), "A complaint needs words."),
        (("--words", "长" * 4001), "The text has 4001 characters. Right would be 4000 at most: shorten it."),
        (("--words", "x", "--received", "1900-01-01T10:00"), "1900-01-01 10:00 is more than ten years ago."),
        (("--words", "x", "--phone", "ask him"), "“ask him” is not a phone number."),
        (("--words", "x", "--kind", "weather"), "“weather” is not known here. Possible: service, product"),
        (("--words", "x", "--plate", "???"), "Which car?"),
        (("--words", "x", "--received", "soon"), "“soon” is not a time."),
        (("--words", "x", "--received", "11:00"), "11:00:00 is in the future"),
    ],
)
def test_what_is_refused(refused: Any, machine: ManualClock, more: tuple[str, ...], said: str) -> None:
    assert said in refused("complaints", "add", *more)


def test_an_unusual_plate_is_kept(run: Any, machine: ManualClock) -> None:
    ran = run("complaints", "add", "--words", "x", "--plate", "QQ1")
    assert "QQ1 is an unusual plate; it was kept." in ran.err


def test_nature_wants_and_a_drill(run: Any, add: Any) -> None:
    add("漏油", "--nature", "Dispute", "--wants", "换车", "--drill")
    case = run("complaints", "show", "1", "--json").json
    assert (case["nature"], case["wants"], case["drill"]) == ("dispute", "换车", True)
    shown = run("complaints", "show", "1").out.splitlines()
    assert shown[0] == "No. 1 · DRILL · dispute · service · ordinary · phone · registered"
    assert "  wants: 换车" in shown
