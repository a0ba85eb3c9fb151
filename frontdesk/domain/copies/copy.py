"""A copy of the store in a folder, and what it holds (G2)."""

from collections.abc import Mapping
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis


class Held(NamedTuple):
    """What a whole copy holds: where its chain of events ends, and how many rows each table has."""

    event: int
    hash: str
    counts: Mapping[str, int]


class Copy(NamedTuple):
    """What became of one folder's copy. `fault`: why there is none; empty for a good one, which has all the rest."""

    id: int
    run: int
    folder: str
    file: str
    at: Millis
    fault: str = ""
    detail: str = ""
    size: int = 0
    digest: str = ""
    held: Held | None = None
