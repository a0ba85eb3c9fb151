"""SQLite's own check of a file in full: every page, every index, and each row that refers to another."""

from data.engine.connection import Connection, stoppable
from data.engine.parts import Progress, quietly

_STEPS_A_PAGE, _STEPS_A_PAGE_OF_COPY = 340, 260
"""About how many of its steps SQLite takes for each page of a file; more where rows are many and small."""


def count_pages(connection: Connection) -> int:
    """Return how many pages the file has."""
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def problems_in_full(connection: Connection, progress: Progress = quietly, *, is_copy: bool = False) -> str:
    """Return what is wrong with the file, or `""` for nothing.

    `is_copy`: what a row may say is not asked again: it was when the row was written, and copying changes none.
    """
    whole = count_pages(connection) * (_STEPS_A_PAGE_OF_COPY if is_copy else _STEPS_A_PAGE)
    connection.execute(f"PRAGMA ignore_check_constraints = {'ON' if is_copy else 'OFF'}")
    try:
        with stoppable(connection, lambda steps: progress(min(steps, whole), whole)):
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            lost = connection.execute("PRAGMA foreign_key_check").fetchone() if found == "ok" else None
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")
    if lost is not None:
        return f"{lost[0]} {lost[1]} -> {lost[2]}"
    return "" if found == "ok" else found
