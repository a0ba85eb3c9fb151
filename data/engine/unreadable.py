"""Reading rows of which one may make no sense: the others are read all the same, and that one is noted."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from frontdesk.domain.picture.unreadable import SENSELESS, Unreadable

T = TypeVar("T")

_LONGEST = 80

_noted: ContextVar[set[Unreadable] | None] = ContextVar("unreadable", default=None)


@contextmanager
def noting() -> Iterator[set[Unreadable]]:
    """Collect what turns out to be unreadable, here and in all that is read from here."""
    found: set[Unreadable] = set()
    token = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(token)


def note(table: str, key: object, detail: object) -> None:
    """Note a row that cannot be shown as it is; whoever reads without collecting is not told."""
    found = _noted.get()
    if found is not None:
        found.add(unreadable(table, key, detail))


def unreadable(table: str, key: object, detail: object) -> Unreadable:
    """Return what is told of a row that cannot be shown as it is."""
    if isinstance(detail, Exception):
        detail = f"{type(detail).__name__}: {detail}"
    return Unreadable(table, str(key), str(detail)[:_LONGEST])


def each(table: str, rows: Iterable[tuple[Any, ...]], make: Callable[[tuple[Any, ...]], T]) -> Iterator[T]:
    """Give what rows make; a row that makes nothing, whose key is its first value, is noted and left out."""
    for row in rows:
        try:
            yield make(row)
        except SENSELESS as error:
            note(table, row[0], error)
