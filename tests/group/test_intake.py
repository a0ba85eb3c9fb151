"""What a store sends is taken whole or not at all; head office's rows are the store's own."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from folded_rows import differences, every_row
from psycopg import Connection
from real_day import evening
from shipping import NOTHING, batch, batches, events, ship, take

from data.engine.row_changes import Change
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.group import stores
from frontdesk.group.batch import NotTaken
from frontdesk.group.fold import Of, as_json, fold
from frontdesk.group.tables import tables

Json = dict[str, Any]


def counts(connection: Connection[Any]) -> list[int]:
    tables = ("events", "event_bodies", "folded.visits", "folded.stays", "folded.escalations", "folded.steps")
    return [connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables]  # type: ignore[index]


@pytest.mark.parametrize("size", [1, 7, 500])
def test_every_row_is_the_stores_own(connection: Connection[Any], one: int, day: Path, size: int) -> None:
    position = ship(connection, one, day, size=size)
    assert differences(day, connection, one) == {}
    assert sum(map(len, every_row(day).values())) > 400
    assert stores.every(connection)[0].position == position
    # An analyst sees them by the store's code.
    shown = connection.execute("select count(*) from visits where store = 'S1'").fetchone()
    assert shown == (68,)


def test_what_comes_again_is_nothing_more(connection: Connection[Any], one: int, day: Path) -> None:
    sent = list(batches(day, size=60))
    position = NOTHING
    for each in sent:
        before = counts(connection)
        position = take(connection, one, each)
        after = counts(connection)
        assert before != after
        # The answer was lost; and with it some that nobody has heard of yet.
        assert take(connection, one, each) == position
        assert counts(connection) == after
    again = batch(events(day, 0, 100), NOTHING)
    assert take(connection, one, again) == position
    more = batch(events(day, position["seq"] - 10), {"seq": position["seq"] - 10, "hash": again and _hash(day, -10)})
    assert take(connection, one, more) == position
    assert take(connection, one, batch([], position)) == position
    assert differences(day, connection, one) == {}


def _hash(day: Path, back: int) -> str:
    every = events(day, most=10_000)
    return str(every[back - 1]["hash"])


def _changed_word(sent: Json) -> None:
    sent["events"][9]["body"]["detail"] += "。"


def _left_out(sent: Json) -> None:
    del sent["events"][9]


def _swapped(sent: Json) -> None:
    sent["events"][9:11] = sent["events"][10:8:-1]


def _later(sent: Json) -> None:
    sent["events"][9]["at"] += 1


def _no_sense(sent: Json) -> None:
    sent["events"][9]["body"]["changes"] = "{"


def _no_body(sent: Json) -> None:
    sent["events"][9]["body"] = None


def _no_row(sent: Json) -> None:
    """Only what is not as it was written is not proved by its hash."""
    sent["events"][9] |= {"rule": 1, "body_hash": ""}
    sent["events"][9]["body"]["changes"] = json.dumps([["visits", 1, {"arrived_at": "then"}]])


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_changed_word, "chain"),
        (_left_out, "gap"),
        (_swapped, "gap"),
        (_later, "chain"),
        (_no_sense, "body"),
        (_no_body, "body"),
        (_no_row, "body"),
    ],
)
def test_a_change_is_refused_at_its_event(
    connection: Connection[Any], one: int, day: Path, spoil: Callable[[Json], None], reason: str
) -> None:
    position = take(connection, one, batch(events(day, 0, 5), NOTHING))
    before, sent = counts(connection), batch(events(day, 5, 40), position)
    at_fifth = json.loads(json.dumps(sent))
    spoil(sent)
    with pytest.raises(NotTaken) as refused:
        take(connection, one, sent, now=7)
    assert (refused.value.status, refused.value.answer) == (422, {"reason": reason, "seq": 15})
    assert counts(connection) == before
    store = stores.every(connection)[0]
    assert store.position == position
    if spoil not in (_no_sense, _no_body):  # the door notes those
        assert (store.trouble, store.trouble_seq, store.trouble_at) == (reason, 15, 7)
    take(connection, one, at_fifth)
    assert stores.every(connection)[0].trouble is None


def test_who_knows_more_than_head_office_is_told_where_to_go_on(
    connection: Connection[Any], one: int, day: Path
) -> None:
    position = take(connection, one, batch(events(day, 0, 30), NOTHING))
    ahead = {"seq": 50, "hash": events(day, 49, 1)[0]["hash"]}
    with pytest.raises(NotTaken) as refused:
        take(connection, one, batch(events(day, 50, 10), ahead))
    assert (refused.value.status, refused.value.answer) == (409, {"reason": "position", **position})
    assert stores.every(connection)[0].trouble is None


def test_a_store_that_was_restored_forks_until_a_new_epoch_is_opened(
    connection: Connection[Any], one: int, day: Path, tmp_path: Path
) -> None:
    restored = Path(shutil.copy(day, tmp_path / "restored.db"))
    fork = len(events(day, most=10_000)) + 1
    arrive(day, "苏A54321", "苏A54322")
    position = ship(connection, one, day)
    arrive(restored, "苏B00001", "苏B00002", "苏B00003")
    for known in (fork - 20, fork - 1, fork, fork + 1):
        asked = batch(events(restored, known), {"seq": known, "hash": events(restored, known - 1, 1)[0]["hash"]})
        with pytest.raises(NotTaken) as refused:
            take(connection, one, asked)
        said = max(fork, min(known, position["seq"]))
        assert (refused.value.status, refused.value.answer) == (409, {"reason": "fork", "seq": said})
    assert stores.every(connection)[0].trouble == "fork"
    assert differences(day, connection, one) == {}
    second = ship(connection, one, restored, {"epoch": 2, "seq": 0, "hash": ""})
    assert differences(restored, connection, one, epoch=2) == {}
    plates = {plate for (plate,) in connection.execute("select plate from visits where store = 'S1'")}
    assert "苏B00003" in plates
    assert "苏A54321" not in plates
    assert stores.every(connection)[0].position == second
    # What was sent in the first epoch stays as it was, and nothing more is taken of it.
    assert differences(day, connection, one, epoch=1) == {}
    with pytest.raises(NotTaken) as refused:
        take(connection, one, batch([], position))
    assert refused.value.answer == {"reason": "position", **second}


def arrive(path: Path, *plates: str) -> None:
    with Desk.open(path, Actor("guard", "张三"), ManualClock(evening() + HOUR)) as desk:
        for plate in plates:
            zone.arrive(desk, Plate(plate))


def test_texts_that_postgresql_cannot_hold() -> None:
    row = {"id": 1, "words": "a\x00b", "changes": r'["\u0000"]', "said": r"\\u0000", "plate": "苏A12345"}
    assert json.loads(as_json([row])) == [{**row, "words": "a\N{SYMBOL FOR NULL}b"}]
    with pytest.raises(NotTaken) as refused:
        as_json([{"id": 1, "words": "半\ud800"}])
    assert (refused.value.status, refused.value.answer) == (422, {"reason": "body"})


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "1", True])
def test_what_is_no_number_is_refused_at_its_event(connection: Connection[Any], one: int, value: object) -> None:
    (table, column), *_others = [
        (table.name, name) for table in tables().values() for name, of in table.columns.items() if of.type == "REAL"
    ]
    with pytest.raises(NotTaken) as refused:
        fold(connection, Of(one, 1), [(7, [Change(table, 1, None, {column: value})])])
    assert refused.value.answer == {"reason": "body", "seq": 7}
    fold(connection, Of(one, 1), [(7, [Change(table, 1, None, {column: 0.1 + 0.2})])])
    assert connection.execute(f"select {column} from folded.{table}").fetchone() == (0.1 + 0.2,)


def test_rows_go_and_come_again_within_one_batch(connection: Connection[Any], one: int) -> None:
    def row(number: int, name: str | None) -> Change:
        return Change("gates", number, None, None if name is None else {"name": name, "place": None})

    def part(number: int, **said: object) -> Change:
        return Change("gates", number, dict.fromkeys(said), said)

    of, gone = Of(one, 1), Change("gates", 1, {}, None)
    fold(connection, of, [(1, [row(1, "北门"), row(2, "南门")]), (2, [part(1, name="北一门"), gone])])
    fold(connection, of, [(3, [part(2, name="南一门")]), (4, [part(2, name="南二门")])])
    fold(connection, of, [(4, [row(3, "东门"), part(3, name="西门")])])
    fold(connection, of, [(5, [row(1, "北门"), gone, row(1, "又是北门")]), (6, [Change("gates", 3, {}, None)])])
    found = connection.execute("select id, name from folded.gates order by id").fetchall()
    assert found == [(1, "又是北门"), (2, "南二门")]
