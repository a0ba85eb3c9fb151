"""Bringing a store of an older version up to this one, after a copy."""

from pathlib import Path

from data import upgrade as upgrading
from data.engine.parts import Progress
from data.upgrade import Upgraded
from frontdesk.domain.values.clock import Clock


def is_older(store: Path) -> bool:
    """Whether a store is of an older version; if it is being updated just now, wait until that is done."""
    return upgrading.is_older(store)


def bring_up_to_date(store: Path, clock: Clock, progress: Progress) -> Upgraded | None:
    """Update a store to this version; return None if it already is. Raises `StoreError` and then changes nothing."""
    return upgrading.upgrade(store, clock.now(), progress)
