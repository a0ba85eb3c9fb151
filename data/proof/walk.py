"""Going through the events once: each is read and parsed a single time, and told to all that is proved by it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from data.engine import stored_result
from data.engine.connection import Connection, DatabaseError, is_stopped
from data.engine.parts import Progress
from data.engine.row_changes import Change, Row, from_json
from data.journal import last_seq

_EVERY = 200
_parsed = lru_cache(json.loads)
"""Parses an answer; nearly all of them are the same few."""


class Event:
    """An event as it stands in the log; what is in its texts is parsed when it is first asked for, and once."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.seq: int = row["seq"]

    @cached_property
    def answer(self) -> Any:
        """What it keeps of its result."""
        return _parsed(self.row["answer"])

    @cached_property
    def changes(self) -> list[Change]:
        """What it tells of the rows it changed."""
        return from_json(self.row["changes"], self.row["occurred_at"])

    @property
    def is_old(self) -> bool:
        """Whether it is from before 0.4."""
        return stored_result.is_old(self.answer)


class Fold:
    """Something that is proved by the events, of which it is told one after another."""

    is_over = False
    """Whether it learns nothing more from those that are to come."""
    error: Exception | None = None
    """What kept it from making sense of one."""

    def begin(self, connection: Connection, after: int) -> None:
        """Get ready for the events after a number."""

    def take(self, event: Event) -> None:
        """Take an event in."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise what kept it from making sense of an event."""
        if self.error is not None:
            raise self.error

    def end(self, error: Exception) -> None:
        """Take no more events in, because of an error; being asked to stop is none."""
        if is_stopped(error):
            raise error
        self.is_over, self.error = True, error


def walk(connection: Connection, folds: Sequence[Fold], progress: Progress, *, after: int = 0) -> None:
    """Tell each fold of the events after a number.

    What one of them makes no sense of ends that one only: its `check` raises why.
    """
    for fold in folds:
        try:
            fold.begin(connection, after)
        except Exception as error:
            fold.end(error)
    try:
        last = last_seq(connection)
        for event in _events(connection, after):
            going_on = [fold for fold in folds if not fold.is_over]
            if not going_on:
                break
            _tell(going_on, event)
            if event.seq % _EVERY == 0:
                progress(event.seq, last)
    except DatabaseError as error:
        for fold in folds:
            if not fold.is_over:
                fold.end(error)


def _tell(folds: Iterable[Fold], event: Event) -> None:
    for fold in folds:
        try:
            fold.take(event)
        except Exception as error:
            fold.end(error)


def _events(connection: Connection, after: int) -> Iterator[Event]:
    cursor = connection.execute("select * from events where seq > ? order by seq", (after,))
    names = [column[0] for column in cursor.description]
    return (Event(dict(zip(names, values, strict=True))) for values in cursor)
