"""What was over a limit, told on the command line: a list, a page, JSON; and who has what is open."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import record
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock

Refusal = Callable[..., str]

KEYS = {
    "id", "kind", "plate", "crossed_at", "raised_at", "told_at", "told_by", "acknowledged_at", "acknowledged_by",
    "acted_at", "acted_by", "action", "cleared_at", "cleared_by", "outcome", "why", "level", "state", "continues",
    "lasted_s", "next_step_at", "next_level",
}  # fmt: skip
STEP_KEYS = {"kind", "level", "due_at", "at", "late_s", "role", "who", "delivered", "detail"}


def test_what_stands_says_who_has_it_and_what_comes_next(crowd: Any, machine: ManualClock) -> None:
    said = crowd("status").out
    assert "Nobody is watching: open a station, or start frontdesk watch." in said
    assert "1 over-count" in said
    assert "nobody has it yet" in said
    crowd("acknowledge", "1", "--by", "王芳")
    machine.at += MINUTE
    said = crowd("status").out
    assert "王芳 is on it" in said
    assert "decide within 2:00" in said
    (first,) = [e for e in crowd("status", "--json").json["escalations"] if e["kind"] == "over_count"]
    assert first.keys() == KEYS
    assert (first["level"], first["next_level"], first["continues"]) == (3, 3, None)
    assert first["next_step_at"] == "2026-05-29T10:03:00+08:00"
    crowd("act", "1", "divert", "--by", "王芳")
    said = crowd("status").out
    assert "王芳 acted" in said
    assert " in 5:00" in said
    assert "watched" in crowd("status", "--json").json


def test_one_escalation_as_json(crowd: Any, machine: ManualClock) -> None:
    crowd("act", "1", "divert", "--by", "王芳")
    machine.at += 30 * SECOND + 250
    crowd("done", "1", "--by", "张三")
    (first,) = crowd("escalations", "--json").json["escalations"]
    assert first.keys() == {*KEYS, "steps"}
    assert {key: first[key] for key in ("id", "kind", "plate", "state", "outcome", "lasted_s")} == {
        "id": 1, "kind": "over_count", "plate": None, "state": "cleared", "outcome": "cleared", "lasted_s": 31.25,
    }  # fmt: skip
    assert first["crossed_at"] == "2026-05-29T09:59:59+08:00"
    assert first["raised_at"] == "2026-05-29T10:00:00+08:00"
    assert first["cleared_at"] == "2026-05-29T10:00:30.250+08:00"
    assert (first["next_step_at"], first["next_level"]) == (None, None)
    steps = first["steps"]
    assert all(step.keys() == STEP_KEYS for step in steps)
    called, *_more, acted, done, cleared = steps
    assert (called["kind"], called["role"], called["who"]) == ("called", "guard", None)
    assert (called["due_at"], called["late_s"]) == ("2026-05-29T09:59:59+08:00", 1.0)
    assert (called["delivered"], called["detail"]) == (False, "no_station")
    assert (acted["kind"], acted["who"], acted["role"], acted["late_s"]) == ("acted", "王芳", None, 0.0)
    assert acted["detail"]["action"] == "divert"
    assert acted["detail"]["cars"][0]["plate"] == "苏A12344"
    assert done["detail"] == {"errand": "park", "plate": "苏A12344", "place": "temporary"}
    assert cleared["detail"] == {"outcome": "cleared"}
    assert crowd("escalations", "1", "--json").json == {**first, "others": []}


def test_the_page_tells_what_happened(crowd: Any, machine: ManualClock) -> None:
    crowd("tell", "1", "--by", "张三")
    crowd("acknowledge", "1", "--by", "王芳")
    machine.at += 30 * SECOND
    crowd("act", "1", "divert", "--by", "王芳")
    crowd("done", "2", "--by", "赵敏")
    crowd("done", "1", "--by", "张三")
    assert crowd("escalations", "1").out.splitlines() == [
        "No. 1 · over-count",
        "crossed at 09:59:59, on record 0:01 later",
        "cleared at 10:00:30, after 0:31 · 王芳 acted: divert: temporary parking, lounge, call ticket",
        "10:00:00  called · guard · late 0:01 · not delivered: no station open",
        "10:00:00  called · service manager 王芳 · late 0:01 · not delivered: no station open",
        "10:00:00  called · deputy 李强 · late 0:01 · not delivered: no station open",
        "10:00:00  called · service director · late 0:01 · not delivered: nobody is known for it",
        "10:00:00  told · 张三 · service manager · 王芳",
        "10:00:00  acknowledged · 王芳",
        "10:00:30  decided · 王芳 · divert: temporary parking, lounge, call ticket"
        " · 苏A·12344 → temporary parking, A001, saves about 19 min",
        "10:00:30  done · 赵敏 · take the customer to the lounge · 苏A·12344",
        "10:00:30  done · 张三 · 苏A·12344 → temporary parking",
        "10:00:30  over",
    ]


def test_the_page_of_one_that_stands(crowd: Any, machine: ManualClock) -> None:
    machine.at += 30 * SECOND
    assert crowd("escalations", "1").out.splitlines()[2] == "stands for 0:31 · level 3 · nobody has it yet"


def test_the_page_of_a_prompt_that_went_on(crowd: Any, machine: ManualClock) -> None:
    crowd("leave", "A12344", "--reason", "other")
    machine.at += 10 * SECOND
    crowd("arrive", "A12345", "--new")
    page = crowd("escalations", "2").out
    assert "10:00:10  crossed again: the prompt goes on · No. 1\n" in page
    assert page.splitlines()[-2] == "Other crossings of the same prompt:"
    assert page.splitlines()[-1].split()[:3] == ["1", "09:59", "over-count"]
    assert crowd("escalations", "1", "--json").json["others"] == [2]
    assert crowd("escalations", "2", "--json").json["continues"] == 1
    crowd("leave", "A12345", "--reason", "other")
    crowd("explain", "1", "left", "--by", "王芳")
    page = crowd("escalations", "2").out
    assert "ended by itself, nobody acted at 10:00:10, after 0:00 · 王芳: a customer left\n" in page
    assert "10:00:10  explained · 王芳 · a customer left\n" in page


def test_the_page_of_another_day_has_dates(crowd: Any, machine: ManualClock) -> None:
    machine.at += 20 * HOUR
    crowd("acknowledge", "1", "--by", "王芳")
    page = crowd("escalations", "1").out
    assert "crossed at 2026-05-29 09:59:59" in page
    assert "2026-05-30 06:00:00  acknowledged · 王芳" in page
    assert "not delivered: nobody is known for it" in page


def test_looking_puts_on_record_what_time_has_brought(crowd: Any, machine: ManualClock) -> None:
    machine.at += 21 * MINUTE
    kinds = [e["kind"] for e in crowd("escalations", "--json").json["escalations"]]
    assert kinds.count("over_stay") == 4
    assert kinds.count("late_reception") == 4


def test_a_store_that_cannot_be_written_is_still_shown(
    crowd: Any, machine: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        from frontdesk.domain.store import StoreReason
        from frontdesk.domain.values.errors import StoreError

        raise StoreError(StoreReason.READ_ONLY, detail="")

    monkeypatch.setattr("data.engine.transaction.begin", fail)
    machine.at += 21 * MINUTE
    assert [e["id"] for e in crowd("escalations", "--json").json["escalations"]] == [1]
    assert crowd("escalations", "1").code == 0


@pytest.mark.parametrize(
    ("since", "numbers"),
    [
        ("2026-05-29", [1, 2, 3]), ("09:59:59", [1, 2, 3]), ("10:00", [2, 3]), ("2026-05-29T10:00:30", [3]),
        ("2026-05-29T02:00:30Z", [3]), ("2026-05-30", []), ("23:00", [1, 2, 3]), ("0001-01-01", [1, 2, 3]),
    ],
)  # fmt: skip
def test_since_when(crowd: Any, machine: ManualClock, since: str, numbers: list[int]) -> None:
    for _ in range(2):
        crowd("leave", "A12344", "--reason", "other")
        machine.at += 20 * SECOND
        crowd("arrive", "A12344", "--new")
    listed = crowd("escalations", "--since", since, "--json").json["escalations"]
    assert [escalation["id"] for escalation in listed] == numbers
    lines = crowd("escalations", "--since", since).out.splitlines()
    shown = [line.split()[0] for line in lines]
    assert shown == ([str(number) for number in numbers] or ["No"])


def test_what_is_refused(crowd: Any, refused: Refusal) -> None:
    assert refused("escalations", "--since", "soon") == (
        "“soon” is not a time. Right would be 10:05, 10:05:30 or 2026-03-02T10:05."
    )
    assert refused("escalations", "9") == "There is no escalation No. 9. See frontdesk escalations."
    assert json.loads(crowd("escalations", "9", "--json").out)["error"] == "no_escalation"


def test_nothing_on_record(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert run("escalations").out == "No escalation is on record.\n"
    assert run("escalations", "--json").json == {"escalations": []}


def _many(database: Path, count: int) -> None:
    """Copy escalation No. 1 with its record, each copy a minute later than the one before."""
    moved = {"crossed_at", "raised_at", "based_at", "called_at", "cleared_at", "due_at", "at"}
    with sqlite3.connect(database) as store:
        for table, number in (("escalations", "id"), ("steps", "escalation_id")):
            columns = [row[1] for row in store.execute(f"pragma table_info({table})")]
            names = [name for name in columns if (table, name) != ("steps", "id")]
            values = [f"{name} + :n * 60000" if name in moved else name for name in names]
            values[names.index(number)] = f"{number} + :n"
            store.executemany(
                f"insert into {table} ({', '.join(names)}) select {', '.join(values)} from {table} where {number} = 1",
                [{"n": n} for n in range(1, count)],
            )
    store.close()


def test_many_are_listed_the_last_forty_for_a_reader(crowd: Any, database: Path) -> None:
    crowd("leave", "A12344", "--reason", "other")
    _many(database, 300)
    head, *lines = crowd("escalations").out.splitlines()
    assert head == "260 earlier ones are on record: frontdesk escalations --since DATE"
    assert [int(line.split()[0]) for line in lines] == list(range(261, 301))
    listed = crowd("escalations", "--json").json["escalations"]
    assert [escalation["id"] for escalation in listed] == list(range(1, 301))
    assert {len(escalation["steps"]) for escalation in listed} == {len(listed[0]["steps"])}
    assert len(crowd("escalations", "--since", "2026-05-29").out.splitlines()) == 300


def test_however_many_there_are_they_are_read_at_one_go(crowd: Any, database: Path) -> None:
    crowd("leave", "A12344", "--reason", "other")
    _many(database, 300)
    from frontdesk.domain.people.staff import Actor

    asked: list[str] = []
    with Desk.open(database, Actor("test", "")) as desk:
        desk.connection.set_trace_callback(asked.append)
        assert sum(len(steps) for _, steps in record.since(desk)) > 300
    assert sum(question.startswith("select") for question in asked) == 2


def test_hostile_words_in_the_record(crowd: Any, database: Path) -> None:
    with sqlite3.connect(database) as store:
        store.execute(
            "insert into steps (escalation_id, kind, level, due_at, at, role, who, delivered, detail) values"
            " (1, 'told', 1, 1, 1, '', '[/b]' || char(27) || '[31m', 1, '[' || char(27) || ']{')"
        )
        store.execute(
            "insert into steps (escalation_id, kind, level, due_at, at, role, who, delivered, detail) values"
            " (1, 'acted', 1, 1, 1, '', '王芳', 1, 'divert'), (1, 'called', 9, 1, 1, 'deputy', '', 0, '[x]')"
        )
    store.close()
    page = crowd("escalations", "1").out
    assert "\x1b" not in page
    assert "told · [/b][31m\n" in page
    assert "called · deputy · not delivered\n" in page
    steps = crowd("escalations", "1", "--json").json["steps"]
    assert [step["detail"] for step in steps[-3:]] == ["[\x1b]{", "divert", "[x]"]


def test_in_chinese(crowd: Any) -> None:
    assert "超量" in crowd("status", "--language", "zh").out
    assert "超量" in crowd("escalations", "--language", "zh").out
    assert crowd("escalations", "1", "--language", "zh").out.startswith("1 号 · 超量\n")


def test_times_are_those_of_the_store(crowd: Any, home: Path) -> None:
    (home / "policy.toml").write_text('time_zone = "Europe/Berlin"\n')
    crowd("policy", "load", home / "policy.toml")
    crossed = crowd("escalations", "1", "--json").json["crossed_at"]
    assert crossed == "2026-05-29T03:59:59+02:00"
    assert datetime.fromisoformat(crossed).utcoffset() is not None
