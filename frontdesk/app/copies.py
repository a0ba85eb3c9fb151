"""Copies that are due where only stations run: another process makes them (G2)."""

from functools import cache
from pathlib import Path

from frontdesk.machine.copier import GRACE, Copier
from screens.kit.live import Live


def look_after(store: Path, live: Live) -> None:
    """Have copies made that have been due for a while, with nobody else at it."""
    if live.snapshot is not None:
        _copier(store).look(live.snapshot.copying, live.now)


@cache
def _copier(store: Path) -> Copier:
    return Copier(store, GRACE)
