"""Who has a store open, by the store's record of stations and, if available, the system's list of locks."""

import contextlib
import os
import re
import time
from pathlib import Path

from data.engine.connection import connect, errors_as_sentences
from frontdesk.domain.stations.presence import AWAY_AFTER, Opener
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import StoreError

_LOCKS = Path("/proc/locks")
_LOOKS, _BETWEEN_S = 10, 0.02
_LOCK = r"POSIX .* (\d+) [0-9a-f]+:[0-9a-f]+:(\d+) "


def of(path: Path, now: Millis) -> tuple[Opener, ...]:
    """Return who else has a store open, as far as can be told. `now` is the machine's time."""
    known = {opener.pid: opener for opener in _on_record(path, now)}
    holding = _holding(path)
    if holding is None:
        return tuple(known.values())
    return tuple(known.get(pid, Opener(pid)) for pid in sorted(holding))


def refuse_taken_journal(path: Path) -> None:
    """Raise `StoreError(JOURNAL_TAKEN)` if somebody has the store open and its journal is gone.

    A second journal beside the one that they go on writing to would damage the store. Somebody who opens or closes it
    is without one for an instant.
    """
    for _attempt in range(_LOOKS):
        if Path(f"{path}-wal").exists() or not _holding(path):
            return
        time.sleep(_BETWEEN_S)
    raise StoreError(StoreReason.JOURNAL_TAKEN, path=path, part=f"{path.name}-wal")


def stations(path: Path, now: Millis) -> tuple[Opener, ...]:
    """Return the stations that have a store open; none if it cannot be read."""
    return tuple(opener for opener in of(path, now) if opener.station) if path.exists() else ()


def _on_record(path: Path, now: Millis) -> list[Opener]:
    with contextlib.suppress(StoreError), errors_as_sentences(path), contextlib.closing(connect(path)) as connection:
        rows = connection.execute(
            "select pid, station, who from stations where (port is not null or station = 'watch')"
            " and seen_at between ? and ?",
            (now - AWAY_AFTER, now + AWAY_AFTER),
        )
        return [Opener(*row) for row in rows]
    return []


def _holding(path: Path) -> set[int] | None:
    """Return the processes that hold a lock on a file, or None if the system does not tell."""
    try:
        lines, inode = _LOCKS.read_text(encoding="utf-8", errors="replace"), path.stat().st_ino
    except OSError:
        return None
    return {int(pid) for pid, number in re.findall(_LOCK, lines) if int(number) == inode} - {os.getpid()}
