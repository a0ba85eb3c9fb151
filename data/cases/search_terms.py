"""The search terms of cases: parts of plate and name, initials, last phone digits, the number (C10).

This is an index over other tables: it is not in the event log, and can be rebuilt at any time.
"""

from data.cases.initials import initials
from data.engine.connection import Connection
from frontdesk.domain.cases.search_terms import terms

_CASE = (
    "select plate, customer, coalesce(number, '') from complaints c left join phones p on p.id = c.phone_id"
    " where c.id = ?"
)


def index(connection: Connection, number: int) -> None:
    """Add the search terms of a new case."""
    plate, customer, phone = connection.execute(_CASE, (number,)).fetchone()
    found = terms(number, plate, customer, initials(customer), phone)
    rows = [(term, number) for term in sorted(found)]
    connection.executemany("insert or ignore into case_terms (term, complaint_id) values (?, ?)", rows)


def index_anew(connection: Connection, number: int) -> None:
    """Replace the search terms of a case by those of its present details."""
    connection.execute("delete from case_terms where complaint_id = ?", (number,))
    index(connection, number)


def index_all(connection: Connection) -> None:
    """Add the search terms of every case on record."""
    for (number,) in connection.execute("select id from complaints").fetchall():
        index(connection, number)
