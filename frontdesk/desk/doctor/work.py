"""What looking over all of a store takes, part by part, so that the time left can be told."""

from data.engine.connection import Connection
from data.engine.full_check import count_pages
from data.engine.parts import Parts, Progress
from data.figures.kept_days import count_days
from data.journal import last_seq
from data.proof.search import last_case

_PAGE, _EVENT, _ROWS, _CASE, _DAY = 50, 100, 15, 800, 8_000
"""How long one of each takes, in microseconds, beside the others: measured once, on one machine."""


def work(connection: Connection, progress: Progress, *, with_backup: bool) -> Parts:
    """Return the parts of looking over all of a store, and its last copy."""
    pages, events = count_pages(connection), last_seq(connection)
    times = {
        "integrity": pages * _PAGE,
        "events": events * _EVENT,
        "rows": events * _ROWS,
        "search": last_case(connection) * _CASE,
        "figures": count_days(connection) * _DAY,
        "backup": pages * _PAGE * with_backup,
    }
    return Parts(times, progress)
