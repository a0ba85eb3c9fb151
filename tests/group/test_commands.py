"""`frontdesk group` at head office: stores are added once, and those that need somebody come first."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import psycopg
import pytest
from shipping import NOTHING, batch, events, take

from frontdesk.commands import parser
from frontdesk.domain.group.office import SILENT_AFTER, StoreState, state_of
from frontdesk.domain.values.clock import ManualClock, SystemClock
from frontdesk.group import stores
from frontdesk.group.batch import NotTaken


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> ManualClock:
    clock = ManualClock(1_780_020_000_000)
    monkeypatch.setattr(SystemClock, "now", lambda _: clock.at)
    return clock


def test_how_head_office_stands_with_a_store() -> None:
    now = 10 * SILENT_AFTER
    assert state_of(None, None, now) is StoreState.NEVER_HEARD
    assert state_of(now - SILENT_AFTER + 1, None, now) is StoreState.CURRENT
    assert state_of(now - SILENT_AFTER, None, now) is StoreState.SILENT
    assert state_of(now, "fork", now) is StoreState.REFUSED


def test_a_store_is_called_something(run: Any) -> None:
    for name in ("", "  ", "\u200b"):
        said = run("stores", "add", "A1", name)
        assert (said.code, said.err) == (1, "Say what store A1 is called, after its code: A1 Pudong\n")
    assert "There is no store yet" in run("status").out


def test_a_store_that_was_added_wrongly_is_put_right(run: Any, connection: psycopg.Connection[Any], day: Path) -> None:
    run("stores", "add", "A1", "甲店", "--province", "江苏")
    run("stores", "add", "A2", "甲店")
    assert run("stores", "rename", "A1", "乙店").out == "Renamed: A1.\n"
    assert next((each.code, each.name, each.province) for each in stores.every(connection)) == ("A1", "乙店", "江苏")
    run("stores", "rename", "A1", "丙店", "--province", "上海")
    assert next((each.code, each.name, each.province) for each in stores.every(connection)) == ("A1", "丙店", "上海")
    assert run("stores", "rename", "A1", " ").code == 1
    assert run("stores", "rename", "A9", "丁店").err.startswith("There is no store A9")
    one = stores.every(connection)[0].id
    take(connection, one, batch(events(day, 0, 20), NOTHING))
    assert run("stores", "remove", "A1").err.startswith("A1 has sent something, so it stays.")
    gone = stores.every(connection)[1].id
    assert run("stores", "remove", "A2").out == "Removed: A2.\n"
    assert run("stores", "remove", "A2").err.startswith("There is no store A2")
    assert [each.code for each in stores.every(connection)] == ["A1"]
    with pytest.raises(NotTaken) as caught:
        take(connection, gone, batch(events(day, 0, 20), NOTHING))
    assert caught.value.status == 401


def test_those_that_need_somebody_come_first(
    run: Any, connection: psycopg.Connection[Any], day: Path, machine: ManualClock
) -> None:
    assert run("status").out == "There is no store yet: frontdesk group stores add CODE NAME\n"
    tokens = {}
    for code, name in (("A1", "甲店"), ("B1", "乙店"), ("C1", "丙店"), ("D1", "丁店")):
        added = run("stores", "add", code, name, "--province", "江苏")
        tokens[code] = added.out.strip()
        assert (added.code, len(tokens[code])) == (0, 43)
        assert f"At the store: frontdesk group join ADDRESS {code}" in added.err
        assert "shown this once" in added.err
    every = {store.code: store.id for store in stores.every(connection)}
    sent = batch(events(day, 0, 20), NOTHING)
    take(connection, every["A1"], sent, now=machine.at)
    take(connection, every["B1"], sent, now=machine.at - SILENT_AFTER)
    with pytest.raises(NotTaken):
        take(connection, every["D1"], {**sent, "events": sent["events"][1:]}, now=machine.at)
    shown = run("status").out.splitlines()
    assert [line.split()[0] for line in shown[1:5]] == ["D1", "C1", "B1", "A1"]
    assert shown[5] == "D1, since 10:00, at event 1: events are missing"
    assert not any(token in "".join(shown) for token in tokens.values())
    found = json.loads(run("status", "--json").out)["stores"]
    assert [each["state"] for each in found] == ["refused", "never_heard", "silent", "current"]
    assert found[0]["trouble"] == {"reason": "gap", "seq": 1, "since": "2026-05-29T10:00:00+08:00"}
    assert (found[3]["code"], found[3]["seq"], found[3]["program"]) == ("A1", 20, "0.4.0")
    other = json.loads(run("stores", "token", "A1", "--json").out)["token"]
    known = stores.with_token(connection, other)
    assert known is not None
    assert (known.code, stores.with_token(connection, tokens["A1"])) == ("A1", None)


def test_the_file_for_docker_is_whole(run: Any) -> None:
    shown = run("compose")
    assert (shown.code, shown.out) == (0, (files("frontdesk.group") / "compose.yaml").read_text(encoding="utf-8"))
    typed = re.findall(r"frontdesk, group, serve, ([^\]]*)\]", shown.out)
    command = ["group", "serve", *typed[0].split(", ")]
    assert parser.parse(command).cert == Path("/run/secrets/certificate")


def test_what_is_refused(run: Any, server: str, connection: psycopg.Connection[Any]) -> None:
    run("stores", "add", "A1", "甲店")

    def said(*arguments: str) -> str:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (1, ""), ran
        return str(ran.err.strip())

    assert said("stores", "add", "A1", "乙店").startswith("There is a store A1 already.")
    for wrong in ("A/1", "", "甲", "-x", "A" * 33, "a b"):
        assert "is no code for a store" in said("stores", "add", "--", wrong, "乙店")
    assert said("stores", "token", "B1") == "There is no store B1. All of them: frontdesk group status"
    assert "cannot be reached" in said("status", "--group-database", "host=/nowhere dbname=x")
    assert "cannot be reached" in said("status", "--group-database", "no such thing")
    assert "is not set up as head office" in said("status", "--group-database", f"{server} dbname=postgres")
    connection.execute("update head_office set version = 1000")
    for arguments in (("status",), ("stores", "add", "B1", "乙店")):
        assert said(*arguments) == "A newer program has set up head office's database. Please update this one."
    connection.execute("update head_office set version = 0")
    assert "is not set up as head office" in said("status")
    assert json.loads(run("status", "--json").out)["error"] == "no_head_office"
