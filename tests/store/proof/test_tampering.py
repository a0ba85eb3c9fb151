"""What is changed behind the program's back is found: in the store itself, or by what was noted outside (G2)."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tampering
from tampering import (
    as_if_forgotten,
    both,
    cut,
    forged,
    in_an_event,
    rewrite,
    sign_anew,
    slip_in,
    sql,
    swap,
    tell_otherwise,
)

from data.backup import back_up
from data.engine.connection import connect
from data.proof.heads import head
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.examination import examine
from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.desk.heads import Noted, written_down
from frontdesk.domain.journal.chain import event_hash
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

pytestmark = pytest.mark.forged
ACTOR = Actor("command", "王五")


@pytest.fixture(scope="module")
def worked(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A store with a morning's work in it, closed; and its time."""
    path = tmp_path_factory.mktemp("worked") / "store.db"
    shutil.copy(template, path)
    clock = ManualClock(1_780_020_000_000)
    with Desk.open(path, Actor("manager", "王五"), clock) as desk:
        tampering.work(desk, clock)
    return path, clock.at


@pytest.fixture
def store(worked: tuple[Path, int], tmp_path: Path) -> Path:
    return Path(shutil.copy(worked[0], tmp_path / "store.db"))


@pytest.fixture
def look(worked: tuple[Path, int], store: Path) -> Callable[..., dict[str, Finding]]:
    """Let the doctor look, with an end that was noted before; what is wrong, by its name."""
    with Desk.open(store, ACTOR) as desk:
        end = head(desk.connection)
    assert end is not None

    def look_once(**options: Any) -> dict[str, Finding]:
        noted = [Noted(end, str(store))] if options.pop("anchored", False) else []
        clock = ManualClock(worked[1] + 1000)
        found = examine(store, ACTOR, clock, noted=options.pop("noted", noted), **options)
        return {each.name: each for each in found if each.level is Level.PROBLEM}

    return look_once


WAYS: list[tuple[str, Callable[[sqlite3.Connection], object], str, dict[str, object]]] = [
    ("cut", lambda c: cut(c, well=False), "taken_out", {}),
    ("case", sql("update complaints set words = '没有问题'"),
     "row_differs", {"table": "complaints", "columns": "words"}),
    ("deadline", sql("update clocks set due_at = due_at + 3600000"), "row_differs", {"table": "clocks"}),
    ("arrival", sql("update visits set arrived_at = arrived_at - 1 where id = 3"), "row_differs", {"id": 3}),
    ("author", sql("update notes set who = '别人'"), "row_differs", {"table": "notes", "columns": "who"}),
    ("author of an event", sql("update events set who = '别人' where seq = 5"), "broken", {"number": 5}),
    ("place of an event", sql("update events set place = 'bay9' where seq = 5"), "broken", {"number": 5}),
    ("rule of an event", sql("update events set rule = 1 where seq = 5"), "broken", {"number": 5}),
    ("as if forgotten", as_if_forgotten(5), "broken", {"number": 5}),
    ("as if forgotten, nothing changed", as_if_forgotten(5, ""), "broken", {"number": 5}),
    ("row taken out", sql("delete from notes"), "row_missing", {"table": "notes"}),
    ("row put in", sql("insert into vehicles values (99, '苏B00001', 0, 1)"),
     "row_unexplained", {"id": 99, "event": 0}),
    ("phone", sql("update phones set number = '13900001111' where id = 4"), "phone", {"number": 4}),
    ("phone, masked", sql("update phones set number = '13900001111', masked = '139****1111' where id = 4"),
     "phone", {}),
    ("whose phone", sql("update complaints set phone_id = 1"), "row_differs", {"columns": "phone_id"}),
    ("policy slipped in", slip_in, "row_unexplained", {"table": "policies"}),
    ("policy", sql("update policies set policy = json_set(policy, '$.over_count', 400) where id = 2"),
     "row_differs", {}),
    ("first policy", sql("update policies set policy = json_set(policy, '$.over_count', 400)"),
     "begun_otherwise", {"names": "over_count"}),
    ("place", sql("update places set capacity = 40 where key = 'temporary'"), "places", {}),
    ("template", sql("update templates set words = '不管' where id = 1"), "row_unexplained", {"table": "templates"}),
    ("template taken out", sql("delete from templates where id = 2"), "row_missing", {"table": "templates", "id": 2}),
    ("number put in", sql("insert into phones (id, number, masked) values (99, '13912345678', '139****5678')"),
     "phone_of_nobody", {"number": 99}),
    ("term taken out", sql("delete from case_terms where term = (select max(term) from case_terms)"), "not_found", {}),
    ("term put in", sql("insert into case_terms (term, complaint_id) values ('别人', 1)"), "not_found", {"number": 1}),
    ("what was said, folded", sql("update case_texts set folded = '别的'"), "not_found", {"number": 1}),
    ("pair taken out", sql("delete from case_words where term = (select max(term) from case_words)"), "not_found", {}),
    ("plate's end taken out", sql("delete from plate_ends where typed = '10003'"), "wrong_plates", {"count": 1}),
    ("plate's end put in", sql("insert into plate_ends values ('别的', 1)"), "wrong_plates", {"count": 1}),
    ("pair put in", sql("insert into case_words (term, complaint_id) values ('别的', 1)"), "strays", {"count": 1}),
    ("value put in", sql("insert into meta (key, value) values ('store', '{}')"), "strange_value", {"name": "store"}),
    ("index", sql("drop index one_open_visit_per_plate"), "part_missing", {"part": "index one_open_visit_per_plate"}),
    ("signed anew", both(rewrite, sql("update notes set words = '无'")),
     "row_differs", {"table": "notes"}),
    ("what changed", in_an_event(14, lambda told: told[1][2].update(left_why="other")),
     "row_contradicts", {"table": "visits", "id": 4, "event": 14}),
    ("what was before", in_an_event(14, lambda told: told[2][2].update(revision=[2, 4])),
     "row_contradicts", {"table": "escalations", "id": 5, "event": 14, "columns": "revision"}),
    ("what is not told", in_an_event(14, lambda told: told[2][2].pop("cleared_by")),
     "row_contradicts", {"table": "escalations", "event": 14}),
    ("digest", in_an_event(14, lambda told: told[0].__setitem__(3, "AAAAAAAA")),
     "row_contradicts", {"table": "stays", "id": 4, "event": 14}),
    ("digest taken out", in_an_event(14, lambda told: told[0].__setitem__(3, "")),
     "row_contradicts", {"table": "stays", "id": 4, "event": 14}),
    ("change taken out", in_an_event(8, lambda told: told.pop(2)), "row_contradicts", {"table": "escalations"}),
    ("new row told", in_an_event(9, lambda told: told[-3][2].update(purpose="repair")),
     "row_contradicts", {"table": "visits", "id": 5, "event": 15}),
    ("told anew", both(lambda c: tell_otherwise(c, "visits", {"purpose": "repair"}), sign_anew),
     "row_differs", {"table": "visits", "columns": "purpose"}),
    ("told anew without digests", both(
        both(lambda c: tell_otherwise(c, "visits", {"purpose": "repair"}, well=False),
             sql("update visits set purpose = 'repair'")), sign_anew),
     "row_contradicts", {"table": "visits", "id": 6, "event": 16}),
    ("order", swap(17, 18), "row_contradicts", {"table": "clocks", "id": 1, "event": 18}),
    ("order, not signed", swap(15, 16, sign=False), "broken", {"number": 15}),
    ("number", both(sql("update events set seq = 99 where seq = 9"), sign_anew), "taken_out", {}),
    ("ahead", sql("update events set at = 1980020000000 where seq = 9"), "wrong_time", {"column": "events.at"}),
    ("poison", sql("update visits set arrived_at = -62135596800000 where id = 1"), "wrong_time", {}),
]  # fmt: skip


@pytest.mark.parametrize(("tamper", "name", "facts"), [way[1:] for way in WAYS], ids=[way[0] for way in WAYS])
def test_it_is_found(
    store: Path,
    look: Any,
    tamper: Callable[[sqlite3.Connection], object],
    name: str,
    facts: dict[str, object],
) -> None:
    assert look(anchored=True) == {}
    with forged(store) as forger:
        tamper(forger)
    found = look()
    assert name in found, found
    assert facts.items() <= found[name].facts.items(), found[name]


GUARDS = [
    ("drop trigger events_kept", "part_missing", "trigger events_kept"),
    ("create trigger plates after insert on visits begin update visits set plate = '苏X' where id = new.id; end",
     "part_added", "trigger plates"),
    ("create table ballast (x)", "part_added", "table ballast"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "name", "part"), GUARDS, ids=[each[2] for each in GUARDS])
def test_a_guard_that_was_touched_is_found(store: Path, look: Any, statement: str, name: str, part: str) -> None:
    with forged(store, guarded=True) as forger:
        forger.execute(statement)
    assert look()[name].facts == {"part": part}


def test_a_guard_that_was_disarmed_is_found(store: Path, look: Any) -> None:
    with forged(store, guarded=True) as forger:
        forger.execute("drop trigger events_kept")
        forger.execute("create trigger events_kept before delete on events begin select 1; end")
    assert look()["part_changed"].facts == {"part": "trigger events_kept"}


@pytest.mark.parametrize("kept", ["log", "paper", "backup"])
@pytest.mark.parametrize(("tamper", "name"), [(lambda c: cut(c, well=True), "cut_off"), (rewrite, "rewritten")])
def test_what_is_well_forged_is_found_by_what_was_kept_outside(
    store: Path, look: Any, tamper: Any, name: str, kept: str
) -> None:
    """Nothing in the store tells of it: the rows agree with the events, and the events with each other."""
    with Desk.open(store, ACTOR) as desk:
        end = head(desk.connection)
        if kept == "backup":
            back_up(desk.connection, store.with_name("copy.db"))
    assert end is not None
    with forged(store) as forger:
        tamper(forger)
    written = [written_down(f"{end.seq}-{end.hash[:16]}")] if kept == "paper" else []
    found = look(anchored=True) if kept == "log" else look(noted=written)
    # Beside a backup that is there it is known from which event on.
    assert (f"{name}_from" if (name, kept) == ("rewritten", "backup") else name) in found


def test_alone_the_chain_does_not_tell_what_was_well_forged(store: Path, look: Any) -> None:
    with forged(store) as forger:
        rewrite(forger)
    assert look() == {}


def test_an_older_copy_put_back_is_found_and_a_restore_is_not_called_one(
    store: Path, look: Any, tmp_path: Path
) -> None:
    from data.restore import restore
    from frontdesk.desk import zone
    from frontdesk.domain.journal.result import Result

    with Desk.open(store, ACTOR, ManualClock(1_780_030_000_000)) as desk:
        back_up(desk.connection, tmp_path / "copy.db")
        for number in range(3):
            zone.arrive(desk, Plate(f"苏B1000{number}"))
        later = head(desk.connection)
    assert later is not None
    noted = [Noted(later, str(store))]
    restore(tmp_path / "copy.db", store, stamp="x")
    assert "cut_off" in look(noted=noted)
    with Desk.open(store, ACTOR, ManualClock(1_780_040_000_000)) as desk:
        desk.do(lambda transaction: Result(JournalEvent.RESTORE, facts={"file": "copy.db"}))
    assert not {"cut_off", "rewritten"} & look(noted=noted).keys()


def test_an_older_backup_beside_agrees(store: Path, look: Any) -> None:
    from frontdesk.desk import zone

    with Desk.open(store, ACTOR) as desk:
        back_up(desk.connection, store.with_name("copy.db"))
        zone.arrive(desk, Plate("苏B10001"))
    assert not {"cut_off", "rewritten"} & look(thorough=True).keys()


def test_the_hash_of_every_event_covers_its_number(store: Path) -> None:
    with closing(connect(store)) as connection:
        cursor = connection.execute("select * from events order by seq")
        rows = [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]
    assert len(rows) > 10
    for before, row in pairwise(rows):
        assert event_hash(before["hash"], row) == row["hash"]
        assert event_hash(before["hash"], {**row, "seq": row["seq"] + 1}) != row["hash"]
