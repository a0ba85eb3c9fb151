"""What a figure is, and the sums every one of them needs."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, and what it is compared with, in the same unit."""

    figure: str
    value: float
    unit: str
    beside: float | None = None
    goal: str = ""


def share(values: list[float], part: float) -> float:
    """Return the value that `part` of the values do not exceed: 0.5 the median, 0.99 p99."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of its own, on the disk temporary files are on."""
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-benchmark-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
