"""Bringing a store of an older version up to this one, after a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

from data import older
from frontdesk.domain.values.clock import Clock

if TYPE_CHECKING:
    from data.engine.parts import Progress
    from data.upgrade import Upgraded


def is_older(store: Path) -> bool:
    """Whether a store is of an older version; if it is being updated just now, wait until that is done."""
    return older.is_older(store)


def bring_up_to_date(store: Path, clock: Clock, progress: "Progress") -> "Upgraded | None":
    """Update a store to this version; return None if it already is. Raises `StoreError` and then changes nothing."""
    from data.upgrade import upgrade  # noqa: PLC0415 - once in the life of a version

    return upgrade(store, clock.now(), progress)
