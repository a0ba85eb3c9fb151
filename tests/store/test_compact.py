"""What an older version wrote in the log is read as it is, and made shorter on request; it proves itself as before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from at_desk import CAR, SECOND
from older_log import tell_as_0_3
from store_checks import assert_whole, folded, tables
from tampering import forged, in_an_event, sql, work

from data import compact as compacting
from data.compact import Compacted
from data.engine.connection import connect
from data.engine.stored_result import COLUMNS, from_row
from data.opening import open_store
from data.proof.chain import BrokenLink, broken_link
from data.proof.heads import Head, has, head
from data.proof.tables import compare
from data.rewritten import blocks
from frontdesk.desk import forgetting, permits, undo, zone
from frontdesk.desk.cases import steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused, StoreError

ACTOR = Actor("manager", "王五")
Open = Callable[..., Desk]
EVENTS = 18

compact = partial(compacting.compact, allow=permits.check)


@pytest.fixture
def old(store: Path, clock: ManualClock) -> Path:
    """A store with a morning's work in it, whose log is as version 0.3 wrote it."""
    with Desk.open(store, ACTOR, clock) as desk:
        work(desk, clock)
    tell_as_0_3(store)
    return store


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few events are vouched for by one hash."""
    monkeypatch.setattr(compacting, "_AT_ONCE", 7)


def shorten(path: Path, clock: ManualClock) -> Compacted:
    done = compact(path, ACTOR, clock)
    assert done is not None
    return done


def told(path: Path) -> tuple[object, object, list[object]]:
    """All that the log says: the rows, the results, and every other column."""
    connection = connect(path)
    try:
        results = [from_row(row) for row in connection.execute(f"select {COLUMNS} from events where seq <= {EVENTS}")]
        others = "select seq, operation, at, occurred_at, station, who, kind, plate, place, detail, undoes, hash"
        return folded(connection), results, connection.execute(f"{others} from events where seq <= {EVENTS}").fetchall()
    finally:
        connection.close()


def test_what_0_3_wrote_is_proved_undone_and_forgotten(old: Path, open_desk: Open, clock: ManualClock) -> None:
    # The fixture `audited` proves the chain and every row once more.
    desk = open_desk("manager", "王五")
    before = tables(desk.connection)
    assert undo.undo(desk).undoes == EVENTS
    assert tables(desk.connection)["complaints"][1]["stage"] == "registered"
    assert before["notes"] != tables(desk.connection)["notes"] == {}
    steps.take(desk, 1, CaseStep.CLOSE_ANYWAY, "结案")
    assert_whole(desk.connection)
    forgetting.forget(desk, Customer(case=1))
    assert folded(desk.connection) == tables(desk.connection)


def test_shorter_it_says_the_same_and_each_noted_end_holds(old: Path, clock: ManualClock, quick: None) -> None:
    size, before = old.stat().st_size, told(old)
    done = shorten(old, clock)
    assert (done.events, done.before) == (EVENTS, size)
    assert told(old) == before
    assert told(done.copy) == before
    with open_store(old) as connection:
        assert all("{" not in text[:2] for (text,) in connection.execute("select changes from events"))
        ends = [Head(seq, text, 0, "") for seq, text in connection.execute("select seq, hash from events")]
        end = head(open_store(done.copy))
        assert end is not None
        assert all(has(connection, each) for each in (*ends, end))
        kind, who, detail = connection.execute(
            "select kind, who, detail from events where seq = ?", (EVENTS + 1,)
        ).fetchone()
        assert (kind, who, detail) == (JournalEvent.COMPACT, "王五", f"{EVENTS} {end.seq}-{end.hash[:16]}")
        assert [(block.first, block.last) for block in blocks(connection)] == [(1, 7), (8, 14), (15, EVENTS)]
    assert compact(old, ACTOR, clock) is None


def test_what_was_made_shorter_is_undone_and_forgotten(
    old: Path, open_desk: Open, clock: ManualClock, quick: None
) -> None:
    shorten(old, clock)
    desk = open_desk("manager", "王五")
    clock.at += SECOND
    undo.undo(desk)
    steps.take(desk, 1, CaseStep.CLOSE_ANYWAY, "结案")
    forgetting.forget(desk, Customer(case=1))
    assert words_told(desk) == set()
    assert broken_link(desk.connection, lambda now, of: None) is None
    zone.arrive(desk, CAR)
    assert broken_link(desk.connection, lambda now, of: None, after=EVENTS - 2) is None


def test_who_was_forgotten_before_stays_so(old: Path, open_desk: Open, clock: ManualClock, quick: None) -> None:
    with open_desk("manager", "王五") as desk:
        steps.take(desk, 1, CaseStep.CLOSE_ANYWAY, "结案")
        forgetting.forget(desk, Customer(case=1))
    shorten(old, clock)
    with open_store(old) as connection:
        assert folded(connection) == tables(connection)
        assert broken_link(connection, lambda now, of: None) is None


def words_told(desk: Desk) -> set[str]:
    rows = desk.connection.execute("select changes from events").fetchall()
    return {word for word in ("陈静", "漏油") for (text,) in rows if word in text}


@pytest.mark.forged
@pytest.mark.parametrize("number", [1, EVENTS])
@pytest.mark.parametrize("what", ["who = '别人'", "changes = '[]'", "answer = '{\"number\":9}'", "hash = 'x'"])
def test_what_is_changed_after_it_is_found(shortened: Path, number: int, what: str) -> None:
    with forged(shortened) as forger:
        sql(f"update events set {what} where seq = {number}")(forger)
    with open_store(shortened) as connection:
        found = broken_link(connection, lambda now, of: None)
    assert found == BrokenLink((number - 1) // 7 * 7 + 1)


@pytest.fixture
def shortened(old: Path, clock: ManualClock, quick: None) -> Path:
    shorten(old, clock)
    return old


@pytest.mark.forged
def test_a_broken_chain_is_left_as_it_is(old: Path, clock: ManualClock) -> None:
    with forged(old) as forger:
        sql("update events set who = '别人' where seq = 5")(forger)
    before = old.read_bytes()
    with pytest.raises(StoreError) as refused:
        shorten(old, clock)
    assert (refused.value.reason, refused.value.facts["number"]) == (StoreReason.COMPACT_BROKEN, 5)
    assert old.read_bytes() == before
    assert [each.name for each in old.parent.iterdir() if "compact" in each.name] == []


def test_an_operation_that_was_another_is_not_this_one(old: Path, clock: ManualClock) -> None:
    with Desk.open(old, ACTOR, clock) as desk:
        zone.arrive(desk, CAR, operation="k")
    with pytest.raises(Refused) as refused:
        compact(old, ACTOR, clock, operation="k")
    assert refused.value.reason is JournalReason.OPERATION_USED
    assert compact(old, ACTOR, clock, operation="new") is not None
    assert compact(old, ACTOR, clock, operation="new") is None


def test_without_room_for_a_copy_nothing_is_done(
    old: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "_TIMES", 10**12)
    with pytest.raises(StoreError) as refused:
        shorten(old, clock)
    assert refused.value.reason is StoreReason.COMPACT_NO_ROOM


def test_not_while_a_station_has_it_open(old: Path, open_desk: Open, clock: ManualClock) -> None:
    with open_desk("guard", "张三"), pytest.raises(StoreError) as refused:
        shorten(old, clock)
    assert refused.value.reason is StoreReason.COMPACT_IN_USE


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_stopped_it_is_as_it_was(old: Path, clock: ManualClock, quick: None, at: int) -> None:
    before, looks = told(old), iter(range(100))

    def stop(now: int, of: int) -> None:
        if of and next(looks) == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compact(old, ACTOR, clock, progress=stop)
    assert told(old) == before
    assert [each.name for each in old.parent.iterdir() if "compact" in each.name] == []


def test_rows_from_before_an_update_stay_as_they_are_told(old: Path, clock: ManualClock) -> None:
    """Where an update gave a column something, the events before it do not say so, and are not made to."""
    with forged(old) as forger:
        in_an_event(17, _without_nature)(forger)
    assert shorten(old, clock).events == EVENTS
    with open_store(old) as connection:
        (text,) = connection.execute("select changes from events where seq = 17").fetchone()
        found = compare(connection, lambda now, of: None)
    assert text.startswith('[{"table"')
    assert (found.found, found.older) == ([], 0)


def _without_nature(said: list[dict[str, Any]]) -> None:
    for change in said:
        if change["table"] == "complaints":
            for image in (change["before"], change["after"]):
                if image is not None:
                    del image["nature"]
