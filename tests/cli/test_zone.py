"""A day at the desk, typed on the command line."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import MINUTE, ManualClock, SystemClock
from frontdesk.domain.values.plates import Plate

Refusal = Callable[..., str]
SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_a_car_from_the_gate_to_the_gate(run: Any) -> None:
    assert "苏A·12345 · arrived · bay 1" in run("arrive", "a-12345").out
    assert run("receive", "12345", "--advisor", "李四", "--json").json["detail"] == "李四"
    assert run("work-order", "A123").code == 0
    assert run("move", "A12345", "waiting bay 1", "--json").json["place"] == "waiting1"
    assert run("hand-over", "12345", "--json").json["done"] == "hand_over"
    assert run("leave", "12345").code == 0
    assert run("status", "--json").json["count"] == 0


def test_every_answer_names_who_and_when(run: Any) -> None:
    answer = run("arrive", "A12345", "--by", "  王\u202e五 ", "--json").json
    assert answer["by"] == "王五"
    assert datetime.fromisoformat(answer["at"]).utcoffset() == timedelta(hours=8)
    assert answer["warnings"] == []
    assert answer["event"] == 1


def test_options_count_before_and_after_the_command(run: Any, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    before = run("--json", "--database", elsewhere, "--by", "王五", "arrive", "A1", "--unusual").json
    after = run("arrive", "A2", "--unusual", "--json", "--by=王五", f"--database={elsewhere}").json
    assert (before["by"], before["event"], after["by"], after["event"]) == ("王五", 1, "王五", 2)


def test_an_unusual_plate_is_kept_with_a_warning(run: Any) -> None:
    ran = run("arrive", "苏B-7777", "--unusual", "--json")
    assert ran.json["warnings"] == ["unusual_plate"]
    assert ran.err.endswith("\n苏B·7777 is an unusual plate; it was kept.\n")


@pytest.mark.parametrize("plate", ["", "···", "\u202e", "[/b]!"[3:]])
def test_an_impossible_plate(refused: Refusal, database: Path, plate: str) -> None:
    assert refused("arrive", plate) == "Which car? Type its plate, or part of it."


def test_a_plate_that_is_here_already(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345", "--place", "2")
    assert refused("arrive", "苏A12345").startswith("苏A·12345 is already here: bay 2 since ")


def test_a_full_bay_says_what_is_free(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345", "--place", "bay2")
    said = refused("arrive", "B12345", "--place", "bay2")
    assert said.startswith("bay 2 is full: 苏A·12345. Free now: bay 1, bay 3, lane, temporary parking")
    assert "waiting-for-repair area" in said
    assert "to the waiting-for-repair area" not in said


def test_a_car_that_left(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345")
    run("leave", "A12345", "--reason", "other")
    assert "is not at the store: it left at " in refused("receive", "A12345")


def test_a_car_that_was_never_here(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345")
    assert refused("leave", "Z99999").startswith("苏Z·99999 is not at the store.")


def test_part_of_a_plate_that_fits_several_cars(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345")
    run("arrive", "B12345", "--new")
    assert "苏A·12345, 苏B·12345" in refused("leave", "12345")
    assert run("leave", "b123", "--reason", "other").code == 0


def test_turning_away_a_whole_plate_never_means_another_car(run: Any) -> None:
    run("arrive", "沪A12345")
    assert run("turn-away", "A12345", "--new", "--json").json["plate"] == "苏A12345"
    assert run("status", "--json").json["count"] == 1
    assert run("turn-away", "沪A123", "--unusual", "--json").json["plate"] == "沪A12345"
    assert run("status", "--json").json["count"] == 0


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("bay1", "bay1"), ("BAY 1", "bay1"), ("2", "bay2"), ("２", "bay2"), ("lane", "lane"),
        ("temporary", "temporary"), ("temporary parking", "temporary"), ("repair", "repair"),
        ("waiting-for-repair area", "repair"),
    ],
)  # fmt: skip
def test_places_by_key_number_and_name(run: Any, typed: str, key: str) -> None:
    assert run("arrive", "A12345", "--place", typed, "--json").json["place"] == key


def test_places_in_chinese_whatever_is_spoken(run: Any) -> None:
    from frontdesk.words import i18n
    from frontdesk.words.zone import place_name

    run("arrive", "A12345")
    i18n.use("zh")
    from frontdesk.domain.policy.policy import Policy

    names = {place.key: place_name(place) for place in Policy().places()}
    assert run("move", "A12345", names["temporary"], "--language", "en", "--json").json["place"] == "temporary"
    assert run("move", "A12345", names["bay3"], "--language", "en", "--json").json["place"] == "bay3"


def test_an_unknown_place(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345")
    assert refused("move", "A12345", "roof").startswith("There is no place “roof”. Places: bay1 (bay 1), ")


def test_only_maintenance_and_repair(refused: Refusal, run: Any) -> None:
    """What came for anything else does not get in (Z3)."""
    assert "may not stop in the zone" in refused("arrive", "A12345", "--purpose", "visiting")
    assert "may not stop in the zone" in refused("arrive", "A12345", "--purpose", "other")
    assert run("arrive", "A12345", "--purpose", "repair").code == 0


def test_a_time_in_the_future(refused: Refusal) -> None:
    tomorrow = datetime.now(SHANGHAI) + timedelta(days=1)
    assert "is in the future" in refused("arrive", "A12345", "--at", tomorrow.isoformat())


@pytest.mark.parametrize("text", ["soon", "25:00", "10:61", "10:05:99", "2026-13-01T10:00", "١٠", "", "-1:00"])
def test_a_time_that_is_none(refused: Refusal, text: str) -> None:
    assert "is not a time" in refused("arrive", "A12345", f"--at={text}")


def test_times_in_the_store_or_with_an_offset_of_their_own(run: Any, machine: ManualClock) -> None:
    store = run("arrive", "A1", "--unusual", "--at", "2026-05-28T10:05", "--json").json
    offset = run("arrive", "A2", "--unusual", "--at", "2026-05-28T02:05:00Z", "--json").json
    assert store["at"] == offset["at"] == "2026-05-28T10:05:00+08:00"
    midnight = run("arrive", "A3", "--unusual", "--at", "0:00", "--json").json
    assert midnight["at"] == "2026-05-29T00:00:00+08:00"


def test_the_same_operation_twice_does_nothing_more(run: Any) -> None:
    first = run("arrive", "A12345", "--operation", "gate-7", "--json").json
    run("leave", "A12345", "--reason", "other", "--operation", "gate-8")
    assert run("arrive", "A12345", "--operation", "gate-7", "--json").json == first
    assert run("leave", "A12345", "--reason", "other", "--operation", "gate-8").code == 0
    assert run("status", "--json").json["count"] == 0


def test_a_repeated_operation_is_not_confused_by_what_came_after(run: Any) -> None:
    run("arrive", "A12345")
    run("leave", "12345", "--reason", "other", "--operation", "x")
    run("arrive", "B12345", "--new")
    run("arrive", "C12345", "--new")
    assert run("leave", "12345", "--reason", "other", "--operation", "x", "--json").json["plate"] == "苏A12345"


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (["arrive", "B12345", "--operation", "x"], "苏A·12345 · arrived"),
        (["leave", "A12345", "--operation", "x"], "苏A·12345 · arrived"),
        (["receive", "A12345", "--operation", "x"], "苏A·12345 · arrived"),
        (["undo", "--operation", "x"], "苏A·12345 · arrived"),
        (["staff", "add", "王五", "--post", "guard", "--operation", "x"], "苏A·12345 · arrived"),
        (["staff", "add", "赵六", "--post", "guard", "--operation", "y"], "added to the staff list"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_operation_used_for_something_else(run: Any, refused: Refusal, command: list[str], what: str) -> None:
    run("arrive", "A12345", "--operation", "x")
    run("staff", "add", "李四", "--post", "guard", "--operation", "y")
    assert refused(*command) == f"This operation id was used for something else: {what}."
    assert run("status", "--json").json["count"] == 1
    assert [person["name"] for person in run("staff", "list", "--json").json["staff"]] == ["李四"]


def test_undo_takes_back_what_the_command_line_did_last(run: Any, refused: Refusal) -> None:
    run("arrive", "A12345")
    assert "undone · arrived" in run("undo").out
    assert refused("undo").startswith("Nothing to undo")


def test_undo_leaves_the_stations_alone(run: Any, refused: Refusal, database: Path) -> None:
    with Desk.open(database, Actor("guard", "张三")) as desk:
        zone.arrive(desk, Plate("苏A12345"))
    assert refused("undo").startswith("Nothing to undo")


def test_an_interrupted_command_leaves_nothing_behind(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    run("arrive", "A12345")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("data.engine.transaction._append", interrupt)
        ran = run("leave", "A12345", "--reason", "other", "--operation", "once")
    assert (ran.code, ran.out, ran.err) == (130, "", "Stopped: nothing was saved.\n")
    assert run("status", "--json").json["count"] == 1
    assert run("leave", "A12345", "--reason", "other", "--operation", "once").code == 0


def test_the_picture_as_json(run: Any, database: Path) -> None:
    run("status", "--json", "--database", database)
    now = SystemClock().now()
    with Desk.open(database, Actor("guard", "张三")) as desk:
        for number, minutes in enumerate((30, 20, 10, 5), 1):
            zone.arrive(desk, Plate(f"苏A1234{number}"), at=now - minutes * MINUTE)
        zone.receive(desk, Plate("苏A12341"), at=now - 29 * MINUTE)
    picture = run("status", "--json").json
    assert (picture["count"], picture["limit"]) == (4, 4)
    assert [bay["plate"] for bay in picture["bays"]] == ["苏A12341", "苏A12342", "苏A12343"]
    assert picture["bays"][0]["zone_time_s"] >= 1800
    assert picture["bays"][0]["received"].endswith("+08:00")
    assert [car["plate"] for car in picture["lane"]] == ["苏A12344"]
    assert set(picture["places"]) == {"temporary", "repair", "waiting", "workshop"}
    kinds = {(raised["kind"], raised["plate"]) for raised in picture["escalations"]}
    assert {("over_count", None), ("over_stay", "苏A12341")} <= kinds
    assert picture["complaints"] == {"open": 0, "next_due": None, "items": []}
    words = run("status").out
    assert "zone 4/4" in words
    assert "over-stay" in words


def test_hostile_words_are_shown_as_they_are(run: Any, database: Path) -> None:
    from frontdesk.desk.cases import register
    from frontdesk.domain.cases.case import CaseKind, Channel, Severity

    with Desk.open(database, Actor("reception", "[bold]李四[/x]")) as desk:
        zone.arrive(desk, Plate("苏A12345"))
        zone.receive(desk, Plate("苏A12345"))
        register.register(desk, NewCase(
            channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.MAJOR, customer="[/b]\x1b[31m钱",
            phone="13800138000", plate=Plate("A12345"), words="…",
        ))  # fmt: skip
    ran = run("status")
    assert "[bold]李四[/x]" in ran.out
    assert "[/b][31m钱" in ran.out
    assert "\x1b" not in ran.out
    item = run("status", "--json").json["complaints"]["items"][0]
    assert (item["phone"], item["overdue"]) == ("138****8000", False)
