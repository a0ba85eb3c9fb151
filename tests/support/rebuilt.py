"""A store made again from its log, beside the one that wrote it: what has to be the same."""

from typing import Any

from data.engine.connection import Connection
from data.picture import read
from data.proof.schema import differences
from data.proof.search import compare as searched
from data.proof.search import wrong_plates
from data.proof.tables import LOGGED

KEPT = (*LOGGED, "places", "events", "agenda", "plate_ends", "case_texts", "case_words")
"""The tables that are made again to the letter."""
_OF_NOW = frozenset({"seq", "recent", "presence", "today"})
"""What of a picture is of the latest event, and of who is there."""
_NOON = 1_780_020_000_000


def assert_alike(before: Connection, after: Connection, *, since: int = 0) -> None:
    """The tables, what is found by what, and the picture that stations show; `since`: so many events are new."""
    last = before.execute("select max(seq) from events").fetchone()[0] or 0
    for name in KEPT:
        where = f"where seq <= {last}" if name == "events" else ""
        one, other = (sorted(each.execute(f"select * from {name} {where}"), key=repr) for each in (before, after))
        assert one == other, name
    assert after.execute("select count(*) from events").fetchone() == (last + since,)
    assert _numbers(before) == _numbers(after)
    assert not differences(after)
    assert wrong_plates(after) == 0
    assert searched(after, lambda done, of: None).count == 0
    assert _picture(before) == _picture(after)


def _numbers(connection: Connection) -> dict[str, int]:
    """The highest number that was ever given of each kind."""
    given = dict(connection.execute("select name, seq from sqlite_sequence where seq > 0"))
    return {name: seq for name, seq in given.items() if name not in {"phones", "events", "devices"}}


def _picture(connection: Connection) -> dict[str, Any]:
    found = read(connection, _NOON)._asdict()
    cases = tuple(case._replace(phone="") for case in found["complaints"])
    people = tuple(person._replace(phone="") for person in found["roster"].staff) if found["roster"] else ()
    return {name: value for name, value in found.items() if name not in _OF_NOW} | {
        "complaints": cases,
        "roster": found["roster"]._replace(staff=people),
    }
