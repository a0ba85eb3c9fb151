"""The board at a past minute: the rows of that time in a database in memory, read as the present ones are."""

from collections.abc import Iterator
from contextlib import closing

from data import picture
from data import policy as policies
from data.engine.connection import Connection, DatabaseError, still
from data.escalations import record
from data.past import log
from data.past.marks import rows_at
from data.past.rows import TABLES, Rows
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.past import Gap, Missing, Past
from frontdesk.domain.picture.shown import DUE_SHOWN
from frontdesk.domain.values.clock import Millis

_SCHEMA = (
    "select sql from sqlite_schema where type in ('table', 'index') and sql is not null and name not like 'sqlite_%'"
    " order by rowid"
)
_POLICIES = 3
"""So many policies are looked at: where this version cannot use the one in force, the one before it counts."""


def board(connection: Connection, event: log.Standing, at: Millis) -> Past:
    """Return the board at a time at which an event was the last one. Call inside a transaction."""
    rows = rows_at(connection, event.seq).needed()
    beyond = rows.without_most_missed(DUE_SHOWN)
    with closing(still(None)) as then:
        for (statement,) in connection.execute(_SCHEMA):
            then.execute(statement)
        _put_policy(connection, then, event.seq)
        missing = (*log.around(connection, event, at), *_put_rows(then, rows))
        found = picture.read(then, at)
        told = tuple(line for each in found.escalations for line in record.of(then, each.id))
    unreadable = tuple(Missing(Gap.UNREADABLE, table=each.table) for each in found.unreadable)
    # What nobody has explained yet is asked now, and not of the past; what stations were open is in no event.
    snapshot = found._replace(
        seq=event.seq,
        unexplained=(),
        count_unexplained=0,
        waiting=(),
        unreadable=(),
        today=None,
        unshown=found.unshown + sum(row.get("state") == State.RAISED for row in beyond),
        count_escalations=found.count_escalations + len(beyond),
    )
    return Past(at, event.seq, snapshot, told, (*missing, *unreadable))


def _put_policy(connection: Connection, then: Connection, seq: int) -> None:
    """Put the policy that was in force into force, and what places are called; each of its events brought one."""
    (later,) = connection.execute(
        f"select count(*) from events where {policies.BROUGHT} and seq > ?", (seq,)
    ).fetchone()
    used = connection.execute(
        "select at, who, policy from policies order by id desc limit ? offset ?", (_POLICIES, later)
    ).fetchall()
    then.executemany("insert into policies (at, who, policy) values (?, ?, ?)", reversed(used))
    places = connection.execute("select key, kind, name, capacity, position, 0 from places").fetchall()
    then.executemany(
        "insert into places (key, kind, name, capacity, position, in_use) values (?, ?, ?, ?, ?, ?)", places
    )
    areas = connection.execute("select key, name, position, in_use from areas").fetchall()
    then.executemany("insert into areas (key, name, position, in_use) values (?, ?, ?, ?)", areas)
    policies.put(then, policies.current(then), at=0, who="")


def _put_rows(then: Connection, rows: Rows) -> Iterator[Missing]:
    """Put the rows where they are read; give those of which an older version told too little."""
    then.execute("BEGIN")
    for table in TABLES:
        known = {name for (name,) in then.execute("select name from pragma_table_info(?)", (table,))}
        for number, row in rows.tables[table].items():
            names = [name for name in row if name in known]
            marks = ", ?" * len(names)
            statement = f"insert into {table} ({', '.join(['id', *names])}) values (?{marks})"
            try:
                then.execute(statement, (number, *map(row.__getitem__, names)))
            except DatabaseError:
                yield Missing(Gap.OLDER, table=table, since=row.get("crossed_at"), plate=str(row.get("plate", "")))
    then.execute("COMMIT")
