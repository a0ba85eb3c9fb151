"""Bringing a store of an older version up to this one, after a copy."""

from pathlib import Path

from data import upgrade as upgrading
from data.backup import Progress
from data.upgrade import Upgraded
from frontdesk.domain.values.clock import Clock


def is_older(store: Path) -> bool:
    """Whether a store is of an older version; where it is being brought up to date, wait until that is done."""
    return upgrading.is_older(store)


def bring_up_to_date(store: Path, clock: Clock, progress: Progress) -> Upgraded | None:
    """Bring a store to this version; None where it is already. Raises `StoreError`: then nothing was changed."""
    return upgrading.upgrade(store, clock.now(), progress)
