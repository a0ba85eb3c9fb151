"""A store's log as it is sent to head office, and sending it without a network between."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from psycopg import Connection

from data.engine.connection import connect
from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.journal.chain import BODY, HEADER
from frontdesk.group import intake
from frontdesk.group.batch import read

Json = dict[str, Any]


def events(path: Path, after: int = 0, most: int = 500) -> list[Json]:
    """Events of a store as they are sent in full."""
    with closing(connect(path, untouched=True)) as connection:
        cursor = connection.execute("select * from events where seq > ? order by seq limit ?", (after, most))
        names = [column[0] for column in cursor.description]
        return [_sent(dict(zip(names, row, strict=True))) for row in cursor]


def _sent(row: Json) -> Json:
    row = {"rule": 1, "body_hash": None, **row}
    header = {name: row[name] for name in (*HEADER, "rule", "hash", "body_hash")}
    return {**header, "body": {name: row[name] for name in BODY}}


def batch(sent: list[Json], after: Json, **more: Any) -> Json:
    return {
        "format": 1, "program": "0.4.0", "schema": SCHEMA_VERSION, "share": "full",
        "epoch": after.get("epoch", 1), "after": {"seq": after["seq"], "hash": after["hash"]},
        "events": sent, "rewritten": [], **more,
    }  # fmt: skip


NOTHING: Json = {"epoch": 1, "seq": 0, "hash": ""}


def batches(path: Path, position: Json = NOTHING, size: int = 100) -> Iterator[Json]:
    """All that a store has to send after a position."""
    while sent := events(path, position["seq"], size):
        yield batch(sent, position)
        position = {**position, "seq": sent[-1]["seq"], "hash": sent[-1]["hash"]}


def ship(connection: Connection[Any], store: int, path: Path, position: Json = NOTHING, size: int = 100) -> Json:
    """Send all that a store has; the position then."""
    for each in batches(path, position, size):
        position = take(connection, store, each)
    return position


def take(connection: Connection[Any], store: int, sent: Json, now: int = 0) -> Json:
    return intake.take(connection, store, read(json.dumps(sent).encode()), now)
