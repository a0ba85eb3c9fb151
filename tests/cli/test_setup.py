"""`frontdesk setup` without a terminal: by default numbers, refused, and what is kept of a half-done one."""

import json
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.people.staff import Post
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.stations.station import StationKind
from frontdesk.machine import settings, setup_draft

HALF_DONE = Draft(
    step=Step.PEOPLE,
    store_name="粤东",
    province="江南",
    hours=("8:30-18", *[""] * 6),
    people=(Newcomer("王芳", Post.MANAGER, "13800010031"),),
    typed=Newcomer("李", Post.SUPERVISOR, "13"),
    station=StationKind.RECEPTION,
)


def test_by_default_it_asks_nothing(run: Any, database: Path) -> None:
    ran = run("setup", "--defaults")
    assert ran.code == 0
    assert database.exists()
    for kind in StationKind:
        assert f"frontdesk {kind} --database {database}" in ran.out
    assert "ok: SQLite's own check finds nothing wrong with the file." in ran.out
    assert "The province is 苏, and nobody is on the staff list" in ran.err
    assert run("policy", "show", "--json").json["store_name"] == ""


def test_scripts_are_told_what_to_open(run: Any, database: Path) -> None:
    answer = run("setup", "--defaults", "--json").json
    assert (answer["done"], answer["database"]) == ("setup", str(database))
    assert set(answer["open"]) == set(StationKind)


def test_the_usual_database_is_not_named(run: Any, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRONTDESK_DATABASE")
    monkeypatch.delenv("FRONTDESK_CONFIG")
    assert run("setup", "--defaults", "--json").json["open"]["guard"].endswith("frontdesk guard")


def test_a_store_is_set_up_once(run: Any, database: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    setup_draft.keep(HALF_DONE, database)
    before = database.read_bytes()
    ran = run("setup", "--defaults", "--json")
    assert (ran.code, json.loads(ran.out)["error"]) == (1, "already_set_up")
    assert "What was set is changed at the manager console (Ctrl+W, people: Ctrl+O)" in run("setup").err
    assert database.read_bytes() == before
    assert not setup_draft.path().exists()


def test_without_a_terminal_nothing_can_be_asked(run: Any, database: Path) -> None:
    ran = run("setup")
    assert ran.code == 1
    assert "For scripts: frontdesk setup --defaults." in ran.err
    assert json.loads(run("setup", "--json").out)["error"] == "no_terminal"
    assert not database.exists()


def test_what_was_typed_is_kept_for_this_store_and_this_account(database: Path) -> None:
    setup_draft.keep(HALF_DONE, database)
    assert setup_draft.load(database) == HALF_DONE
    assert setup_draft.load(database.with_name("other.db")) is None
    assert setup_draft.path().stat().st_mode & 0o077 == 0
    setup_draft.forget()
    assert setup_draft.load(database) is None


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'"x"', b"\xff", b"null"])
def test_a_draft_that_cannot_be_read_is_none(database: Path, text: bytes) -> None:
    setup_draft.keep(HALF_DONE, database)
    setup_draft.path().write_bytes(text)
    assert setup_draft.load(database) is None


@pytest.mark.parametrize(
    "wrong", [{"step": "moon"}, {"hours": []}, {"people": [{}]}, {"typed": None}, {"station": "roof"}, {"store": 1}]
)
def test_a_draft_of_another_version_is_none(database: Path, wrong: dict[str, object]) -> None:
    setup_draft.keep(HALF_DONE, database)
    kept = json.loads(setup_draft.path().read_bytes())
    setup_draft.path().write_text(json.dumps(kept | wrong), encoding="utf-8")
    assert setup_draft.load(database) is None


@pytest.mark.parametrize(
    "before", ["", 'station = "guard"\n', 'by = "王芳"\n  station="lounge"', '\ufeffby = "王芳"\n']
)
def test_the_station_is_remembered_once(config: Path, before: str) -> None:
    config.write_text(before, encoding="utf-8")
    settings.remember_station(StationKind.MANAGER, config)
    assert settings.load().station is StationKind.MANAGER
    assert settings.load().by == ("王芳" if "by" in before else "")
