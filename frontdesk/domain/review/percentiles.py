"""What so many of a hundred did not exceed."""

from collections.abc import Iterable
from math import ceil
from typing import TypeVar

Number = TypeVar("Number", int, float)


def percentile(values: Iterable[Number], of_a_hundred: int) -> Number:
    """Return the smallest of some values that so many of a hundred do not exceed. Raises `ValueError` for none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError(of_a_hundred)
    return ordered[max(1, ceil(len(ordered) * of_a_hundred / 100)) - 1]
