"""What looking over all of a store takes, part by part, so that the time left can be told."""

from data.engine.connection import Connection
from data.engine.full_check import count_pages
from data.engine.parts import Parts, Progress
from data.journal import last_seq

_PAGE, _EVENT, _ROWS, _CASE, _DAY = 50, 100, 15, 800, 8_000
"""How long one of each takes, in microseconds, beside the others: measured once, on one machine."""


def work(connection: Connection, progress: Progress, *, with_backup: bool) -> Parts:
    """Return the parts of looking over all of a store, and its last copy."""
    pages, events = count_pages(connection), last_seq(connection)
    (cases,) = connection.execute("select coalesce(max(id), 0) from complaints").fetchone()
    (days,) = connection.execute("select count(*) from day_figures").fetchone()
    times = {
        "integrity": pages * _PAGE,
        "events": events * _EVENT,
        "rows": events * _ROWS,
        "search": cases * _CASE,
        "figures": days * _DAY,
        "backup": pages * _PAGE * with_backup,
    }
    return Parts(times, progress)
