"""What is on record and cannot be shown: a row, or a value in it, that this version makes no sense of."""

from dataclasses import dataclass

SENSELESS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What is raised where a value on record is none of those that it may be."""


@dataclass(frozen=True, slots=True, order=True)
class Unreadable:
    """A row that cannot be shown as it is on record: its table, its key, and what is wrong with it."""

    table: str
    key: str
    detail: str
