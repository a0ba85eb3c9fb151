"""What must hold in every store at every moment, checked with plain SQL and plain dictionaries."""

import hashlib
import itertools
import json
from typing import Any

from log_folded import Folding, Row, Table

from data.engine.connection import Connection
from data.proof.tables import LOGGED as PROVED

LOGGED = tuple(name for name in PROVED if name not in {"templates", "policies"})
"""The tables whose every change stands in the event log; of templates and policies the first come with the store."""


def tables(connection: Connection) -> dict[str, Table]:
    """The rows of the tables as they stand, by number."""
    return {name: _rows(connection, f"select * from {name}") for name in LOGGED}


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """The same, just as the store gives them: quick enough to be asked for around each command."""
    return {name: connection.execute(f"select * from {name} order by id").fetchall() for name in LOGGED}


def folded(connection: Connection) -> dict[str, Table]:
    """The same rows, rebuilt from nothing but the changes in the event log."""
    folding = Folding()
    folding.follow(connection)
    return folding.tables(LOGGED)


def assert_whole(connection: Connection) -> None:
    """Integrity, the chain of events, the log against the tables, and the invariants of the zone."""
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert_chained(connection)
    assert folded(connection) == tables(connection)
    assert_zone(connection)


def assert_chained(connection: Connection) -> None:
    """Each event's hash follows from the one before, and the numbers have no gap."""
    previous = ""
    for expected, (seq, row) in enumerate(sorted(_rows(connection, "select *, seq as id from events").items()), 1):
        assert seq == expected
        assert row["hash"] == (_of_whole if row["rule"] == 1 else _of_parts)(previous, row), seq
        previous = row["hash"]


def _of_whole(previous: str, row: Row) -> str:
    is_old = "kind" in json.loads(row["answer"])
    left_out = {"id", "hash", "rule", "body_hash"}
    if is_old:
        left_out.add("seq")
    if row["proof"] is None:
        left_out.add("proof")
    content = {name: value for name, value in row.items() if name not in left_out}
    return hashlib.sha256((previous + json.dumps(content, sort_keys=True)).encode()).hexdigest()[: 64 if is_old else 32]


def _of_parts(previous: str, row: Row) -> str:
    body = [row[name] for name in ("operation", "who", "plate", "detail", "answer", "changes")]
    said = row["body_hash"] or hashlib.sha256(json.dumps(body).encode()).hexdigest()[:32]
    header = [row[name] for name in ("seq", "at", "occurred_at", "station", "kind", "place", "undoes", "proof")]
    return hashlib.sha256(json.dumps([previous, 2, *header, said]).encode()).hexdigest()[:32]


def assert_zone(connection: Connection) -> None:
    """One car in a bay at any moment, one open visit to a plate, one open stay to an open visit, stays that touch."""
    stays = sorted(_rows(connection, "select * from stays").items())
    visits = _rows(connection, "select * from visits")
    kinds = dict(connection.execute("select key, kind from places"))
    capacity = dict(connection.execute("select key, capacity from places"))
    for visit_id, visit in visits.items():
        mine = [stay for _, stay in stays if stay["visit_id"] == visit_id]
        if not mine:
            assert visit["ended"] == "turned_away", visit
            continue
        assert mine[0]["started_at"] == visit["arrived_at"]
        assert mine[-1]["ended_at"] == visit["left_at"]
        for one, next_one in itertools.pairwise(mine):
            assert one["ended_at"] == next_one["started_at"]
        if visit["left_at"] is None and kinds[mine[-1]["place"]] in {"workshop", "workshop_bay"}:
            assert visit["work_order_at"] is not None
    plates = [visit["plate"] for visit in visits.values() if visit["left_at"] is None]
    assert len(plates) == len(set(plates))
    for key, most in capacity.items():
        here = [stay for _, stay in stays if stay["place"] == key]
        assert most is None or sum(stay["ended_at"] is None for stay in here) <= most
        if kinds[key] in {"bay", "workshop_bay"}:
            _assert_one_at_a_time(here)


def _assert_one_at_a_time(stays: list[dict[str, Any]]) -> None:
    end = float("inf")
    spans = sorted((s["started_at"], end if s["ended_at"] is None else s["ended_at"]) for s in stays)
    for (_, left), (came, _) in itertools.pairwise(spans):
        assert left <= came, (left, came)


def _rows(connection: Connection, query: str) -> Table:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in cursor)}
