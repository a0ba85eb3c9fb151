"""SQLite's own check of a file: every page, every index, and each row that refers to another."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.engine.connection import Connection, stoppable
from data.engine.parts import Progress, quietly

_STEPS_A_PAGE, _STEPS_A_PAGE_OF_COPY, _STEPS_A_PAGE_ALONE = 900, 800, 340
"""About how many of its steps SQLite takes for each page of a file; fewer where rows are few and large."""


def count_pages(connection: Connection) -> int:
    """Return how many pages the file has."""
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def problems_in_full(connection: Connection, progress: Progress = quietly, *, is_copy: bool = False) -> str:
    """Return what is wrong with the file, or `""` for nothing.

    `is_copy`: what a row may say is not asked again: it was when the row was written, and copying changes none.
    """
    whole = count_pages(connection) * (_STEPS_A_PAGE_OF_COPY if is_copy else _STEPS_A_PAGE)
    with _looking(connection, whole, progress, asks_rows=not is_copy):
        found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        lost = connection.execute("PRAGMA foreign_key_check").fetchone() if found == "ok" else None
    if lost is not None:
        return f"{lost[0]} {lost[1]} -> {lost[2]}"
    return "" if found == "ok" else found


def problems_in_pages(connection: Connection, progress: Progress = quietly) -> str:
    """Return what is wrong with a file that was just copied page by page, or `""` for nothing.

    Whether its rows, and what finds them, agree with each other is not asked: copying changes neither.
    """
    with _looking(connection, count_pages(connection) * _STEPS_A_PAGE_ALONE, progress, asks_rows=False):
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if found == "ok" else found


@contextmanager
def _looking(connection: Connection, whole: int, progress: Progress, *, asks_rows: bool) -> Iterator[None]:
    connection.execute(f"PRAGMA ignore_check_constraints = {'OFF' if asks_rows else 'ON'}")
    try:
        with stoppable(connection, lambda steps: progress(min(steps, whole), whole)):
            yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")
