"""A store somebody has worked with, and the ways to change it behind the program's back."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import case_work
from log_folded import digest_of

from data.cases import search_terms
from frontdesk.desk import policy as policies
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.chain import body_hash, event_hash
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

Change = Callable[[sqlite3.Connection], object]


def work(desk: Desk, clock: ManualClock) -> None:
    """A morning's work of every kind: more than ten events."""
    for name, post in (("李四", Post.ADVISOR), ("王五", Post.MANAGER), ("赵六", Post.DIRECTOR)):
        staff.add(desk, name, post, "13812345678")
    policies.load(desk, replace(Policy(), store_name="城东店"))
    for number in range(6):
        clock.at += MINUTE
        zone.arrive(desk, Plate(f"苏A1000{number}"))
    for number in range(6):
        clock.at += MINUTE
        zone.leave(desk, Plate(f"苏A1000{number}"))
    number = case_work.register(desk)
    clock.at += MINUTE
    case_work.take(desk, number, CaseStep.ANSWER)


@contextmanager
def forged(path: Path, *, guarded: bool = False) -> Iterator[sqlite3.Connection]:
    """The store's file, opened by somebody who knows SQLite; with `guarded` its triggers stay on."""
    connection = sqlite3.connect(path, isolation_level=None)
    kept = (
        [] if guarded else connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    )
    for name, _ in kept:
        connection.execute(f"drop trigger {name}")
    yield connection
    for _, sql in kept:
        connection.execute(sql)
    connection.close()


def cut(connection: sqlite3.Connection, *, well: bool) -> None:
    """Take the last ten events off; well: the number SQLite remembers too."""
    (last,) = connection.execute("select max(seq) from events").fetchone()
    connection.execute("delete from events where seq > ?", (last - 10,))
    if well:
        connection.execute("update sqlite_sequence set seq = ? where name = 'events'", (last - 10,))


def sign_anew(connection: sqlite3.Connection) -> None:
    """Reckon the whole chain anew."""
    cursor = connection.execute("select * from events order by seq")
    names = [column[0] for column in cursor.description]
    previous = ""
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        previous = event_hash(previous, row)
        connection.execute("update events set hash = ? where seq = ?", (previous, row["seq"]))


def both(first: Change, second: Change) -> Change:
    """Make one change and then the other."""

    def change(connection: sqlite3.Connection) -> None:
        first(connection)
        second(connection)

    return change


def rewrite(connection: sqlite3.Connection) -> None:
    """Change the case in its table, in each event that tells of it and in the search index, and sign all anew."""
    connection.execute("update complaints set words = '没有问题'")
    tell_otherwise(connection, "complaints", {"words": "没有问题"})
    for table in ("case_words", "case_texts"):
        connection.execute(f"delete from {table}")
    search_terms.index_all_words(connection)
    sign_anew(connection)


def tell_otherwise(connection: sqlite3.Connection, table: str, said: dict[str, object], *, well: bool = True) -> None:
    """Change what each event tells of the rows of a table; well: each digest as it would be then."""
    rows: dict[int, dict[str, object]] = {}
    for seq, text in connection.execute("select seq, changes from events order by seq").fetchall():
        changes = json.loads(text)
        for change in changes:
            if change[0] != table:
                continue
            row, told = rows.setdefault(change[1], {}), change[2]
            told.update({name: value for name, value in said.items() if name in told})
            at = connection.execute("select occurred_at from events where seq = ?", (seq,)).fetchone()[0]
            for name, value in told.items():
                now = value[1] if isinstance(value, list) else value
                row[name] = at if now is True else now
            if len(change) == 4 and well:
                change[3] = digest_of(row)
        changed = json.dumps(changes, ensure_ascii=False)
        connection.execute("update events set changes = ? where seq = ?", (changed, seq))


def in_an_event(seq: int, change: Callable[[list[Any]], object]) -> Change:
    """Change what one event tells, and sign the whole chain anew."""

    def forge(connection: sqlite3.Connection) -> None:
        (text,) = connection.execute("select changes from events where seq = ?", (seq,)).fetchone()
        told = json.loads(text)
        change(told)
        connection.execute("update events set changes = ? where seq = ?", (json.dumps(told, ensure_ascii=False), seq))
        sign_anew(connection)

    return forge


def as_if_forgotten(seq: int, said: str = "[]") -> Change:
    """Let an event tell something else, with the hash of what it told, as one has that a customer was taken out of."""

    def forge(connection: sqlite3.Connection) -> None:
        cursor = connection.execute("select * from events where seq = ?", (seq,))
        row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
        values = (said or row["changes"], body_hash(row), seq)
        connection.execute("update events set changes = ?, body_hash = ? where seq = ?", values)

    return forge


def swap(one: int, other: int, *, sign: bool = True) -> Change:
    """Let two events change places; sign: sign the whole chain anew."""

    def forge(connection: sqlite3.Connection) -> None:
        for seq, instead in ((one, 0), (other, one), (0, other)):
            connection.execute("update events set seq = ? where seq = ?", (instead, seq))
        if sign:
            sign_anew(connection)

    return forge


def slip_in(connection: sqlite3.Connection) -> None:
    """Put a policy in force that nobody loaded."""
    (text,) = connection.execute("select policy from policies order by id desc limit 1").fetchone()
    policy = json.dumps({**json.loads(text), "over_count": 400}, ensure_ascii=False)
    connection.execute("insert into policies (at, who, policy) values (1780020000000, '王五', ?)", (policy,))


def sql(statement: str) -> Change:
    """A change that is one statement."""
    return lambda connection: connection.execute(statement)
