"""The search terms of cases: parts of plate and name, initials, last phone digits, the number (C10).

This is an index over other tables: it is not in the event log, and can be rebuilt at any time.
"""

from data.engine.connection import Connection
from data.people.initials import initials, spellings
from frontdesk.domain.cases.search_terms import folded_words, pairs, terms

_CASE = (
    "select plate, customer, coalesce(number, '') from complaints c left join phones p on p.id = c.phone_id"
    " where c.id = ?"
)


def of(connection: Connection, number: int) -> frozenset[str]:
    """Return the search terms of a case."""
    plate, customer, phone = connection.execute(_CASE, (number,)).fetchone()
    return terms(number, plate, customer, initials(customer), phone, spelt=spellings(customer))


def index(connection: Connection, number: int) -> None:
    """Add the search terms of a new case."""
    rows = [(term, number) for term in sorted(of(connection, number))]
    connection.executemany("insert or ignore into case_terms (term, complaint_id) values (?, ?)", rows)


def index_words(connection: Connection, number: int, words: str) -> None:
    """Let a case be found by what its customer said; that is never changed."""
    folded = folded_words(words)
    connection.execute("insert into case_texts (complaint_id, folded) values (?, ?)", (number, folded))
    rows = [(pair, number) for pair in sorted(pairs(folded))]
    connection.executemany("insert into case_words (term, complaint_id) values (?, ?)", rows)


def forget_words(connection: Connection, number: int, words: str) -> None:
    """Let a case that was taken back no longer be found by what its customer said."""
    rows = [(pair, number) for pair in pairs(folded_words(words))]
    connection.executemany("delete from case_words where term = ? and complaint_id = ?", rows)


def index_anew(connection: Connection, number: int) -> None:
    """Replace the search terms of a case by those of its present details."""
    connection.execute("delete from case_terms where complaint_id = ?", (number,))
    index(connection, number)


def index_all(connection: Connection) -> None:
    """Add the search terms of every case on record."""
    connection.execute("delete from case_terms")
    for (number,) in connection.execute("select id from complaints").fetchall():
        index(connection, number)


def index_all_words(connection: Connection) -> None:
    """Let every case be found by what its customer said: put in order first, many are written in a fraction of time."""
    connection.execute("create temp table said (term text, complaint_id integer)")
    for number, words in connection.execute("select id, words from complaints order by id").fetchall():
        folded = folded_words(words)
        connection.execute("insert into case_texts (complaint_id, folded) values (?, ?)", (number, folded))
        connection.executemany("insert into said values (?, ?)", ((pair, number) for pair in pairs(folded)))
    connection.execute("insert into case_words select term, complaint_id from said order by term, complaint_id")
    connection.execute("drop table said")
