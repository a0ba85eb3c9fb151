"""`frontdesk complaints add`: what is registered, what is refused (C1)."""

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
    ran = run("complaints", "add", "--words", "x", "--plate", "QQ1", "--unusual")
    assert "QQ1 is an unusual plate; it was kept." in ran.err


@pytest.mark.parametrize(
    ("typed", "plate"),
    [
        ("t3x", "苏AT3X45"),  # at the store, and no other there
        ("T3", "苏AT3X45"),  # of two that begin so, the one at the store
        ("9T3", "苏B9T300"),  # was here before
        ("苏A·12345", "苏A12345"),  # a whole plate is that car, seen before or not
        ("12345", "苏A12345"),
    ],
)
def test_a_plate_is_completed_as_at_the_gate(run: Any, add: Any, typed: str, plate: str) -> None:
    for come in ("苏AT3X45", "苏B9T300", "苏A12345"):
        run("arrive", come)
    for gone in ("苏B9T300", "苏A12345"):
        run("leave", gone, "--reason", "other")
    assert add("等太久", "--plate", typed, "--operation", "k")["plate"] == plate
    # The same again, when the car is no longer there to complete it.
    run("leave", "苏AT3X45", "--reason", "other")
    assert add("等太久", "--plate", typed, "--operation", "k")["plate"] == plate
    assert run("complaints", "show", "1", "--json").json["visits"]


def test_a_part_that_fits_nothing_or_several_is_refused(run: Any, refused: Any) -> None:
    add = ("complaints", "add", "--words", "x", "--plate")
    for plate in ("苏AT3X45", "苏BT3Y46"):
        run("arrive", plate)
    assert refused(*add, "zz9") == "ZZ9 does not look like a plate. Correct it, or say --unusual if that is the plate."
    assert refused(*add, "t3") == "“T3” fits several cars: 苏B·T3Y46, 苏A·T3X45. Type more of the plate."
    for unusual in ((), ("--unusual",)):
        assert "In “苏A?T3X45” a character was not read" in refused(*add, "苏A?T3X45", *unusual)
        assert "In “?T3X45” a character was not read" in refused(*add, "？T3X45", *unusual)
    assert not run("complaints", "list", "--json").json["complaints"]


def test_nature_wants_and_a_drill(run: Any, add: Any) -> None:
    add("漏油", "--nature", "Dispute", "--wants", "换车", "--drill")
    case = run("complaints", "show", "1", "--json").json
    assert (case["nature"], case["wants"], case["drill"]) == ("dispute", "换车", True)
    shown = run("complaints", "show", "1").out.splitlines()
    assert shown[0] == "No. 1 · DRILL · dispute · service · ordinary · phone · registered"
    assert "  wants: 换车" in shown
