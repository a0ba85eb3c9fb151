"""`frontdesk appointments`: the book from the command line, and an import that is killed half-way (Z9)."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from frontdesk.domain.values.clock import ManualClock

HEAD = "预约时间,车牌,客户,电话,单号"


def lines(many: int) -> list[str]:
    return [
        f"2026-06-0{1 + number % 5} {9 + number % 8}:{number % 60:02},苏A{number:05},客户{number},138001{number:05},"
        f"u{number}"
        for number in range(many)
    ]


def test_from_booking_to_the_list(run: Any, machine: ManualClock, home: Path) -> None:
    run("staff", "add", "陈静", "--post", "advisor")
    said = ("appointments", "add", "15:30", "--plate", "A12345", "--customer", "王女士", "--phone", "13800138000")
    booked = run(*said, "--json", "--operation", "one", "--by", "陈静").json
    assert run(*said, "--json", "--operation", "one", "--by", "陈静").json == booked
    assert booked["done"] == "appointment_book"
    refused = run("appointments", "add", "16:00", "--plate", "A12345", "--json")
    assert json.loads(refused.out)["error"] == "booked_already"
    assert "13800138000" not in run("appointments", "list", "--json").out
    (listed,) = run("appointments", "list", "--json").json["appointments"]
    assert (listed["phone"], listed["state"], listed["late"]) == ("138****8000", "booked", False)
    run("appointments", "override", "15:30", "1", "--why", "外出", "--by", "陈静")
    full = run("appointments", "add", "15:40", "--plate", "A12346", "--json")
    assert (full.code, json.loads(full.out)["error"]) == (1, "slot_full")
    above = run("appointments", "add", "15:40", "--plate", "A12346", "--above", "--json")
    assert above.json["warnings"] == ["slot_full"]
    assert "Booked above capacity: 2 of 1" in above.err
    slots = {slot["from"][11:16]: slot for slot in run("appointments", "slots", "--json").json["slots"]}
    assert (slots["15:30"]["booked"], slots["15:30"]["capacity"]) == (2, 1)
    assert slots["15:30"]["override"] == {"capacity": 1, "why": "外出", "who": "陈静"}
    for ending in ("csv", "xlsx", "ics"):
        assert run("appointments", "export", home / f"book.{ending}", "--json").json["appointments"] == 2
        assert run("appointments", "import", home / f"book.{ending}", "--json").json["known"] == 2
    assert run("appointments", "export", home / "book.txt").code == 1


def test_all_or_nothing(run: Any, machine: ManualClock, home: Path) -> None:
    path = home / "book.csv"
    path.write_text("\n".join([HEAD, *lines(3), "x,苏A1,,,"]), encoding="utf-8")
    refused = run("appointments", "import", path, "--all-or-nothing", "--json")
    assert refused.code == 1
    assert json.loads(refused.out)["new"] == 0
    assert [each["line"] for each in json.loads(refused.out)["problems"]] == [5]


def test_killed_half_way_and_taken_again(database: Path, home: Path, run: Any, machine: ManualClock) -> None:
    path = home / "book.csv"
    path.write_text("\n".join([HEAD, *lines(400)]), encoding="utf-8")
    run("staff", "add", "陈静", "--post", "advisor")
    code = f"""
from pathlib import Path
from frontdesk.desk.desk import Desk
from frontdesk.documents.appointments.taking import Taking
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
with Desk.open(Path({str(database)!r}), Actor("reception", "陈静"), ManualClock({machine.at})) as desk:
    Taking(desk, Policy()).take(Path({str(path)!r}), lambda done, of: print(done, flush=True))
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(40):
        assert process.stdout.readline()
    process.kill()
    process.wait()
    began = time.monotonic()
    again = run("appointments", "import", path, "--json").json
    assert time.monotonic() - began < 60
    assert again["known"] >= 40
    assert again["new"] + again["known"] == 400
    assert run("appointments", "import", path, "--json").json["known"] == 400


def test_one_without_a_plate_is_told_what_is_missing(run: Any, machine: ManualClock) -> None:
    run("staff", "add", "陈静", "--post", "advisor")
    run("appointments", "add", "15:30", "--customer", "王女士", "--by", "陈静")
    assert "No. 1 was booked without a plate" in run("appointments", "arrived", "1", "--by", "陈静").err
