"""Checks against what was kept outside the store: chain ends in the log and in backups, and leftover files."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from data import policy
from data.engine.connection import Connection, still
from data.engine.full_check import problems_in_full
from data.engine.parts import Progress
from data.journal import last_seq
from data.proof.heads import Head, has, head, head_of_file, in_full_in_file, mark, parting, restored_since
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.desk.heads import Noted
from frontdesk.domain.values.clock import DAY, SECOND, Millis, to_datetime
from frontdesk.files import leftovers

_MEGABYTE = 1024 * 1024
_MOST_FILES = 200
_OLD: Millis = 7 * DAY


def left_behind(path: Path, noted: Sequence[Noted]) -> list[Finding]:
    """Return the half-made files that nobody is working on any more: beside the store, its papers and its backups."""
    beside = path.absolute().parent
    folders = {beside, beside / "documents", *(Path(each.path).parent for each in noted if each.is_backup)}
    found = [file for folder in sorted(folders) for file in leftovers.abandoned(folder)]
    return [_leftover(each) for each in (*found, *leftovers.abandoned_in_folders(beside))]


def _leftover(file: Path) -> Finding:
    with contextlib.suppress(OSError):
        size = -(-file.stat().st_size // _MEGABYTE)
        return Finding("leftovers", "leftover", Level.WARNING, {"path": file, "megabytes": size})
    return Finding("leftovers", "leftover", Level.WARNING, {"path": file, "megabytes": 0})


def compared(desk: Desk, noted: Sequence[Noted], into_backup: Progress | None) -> list[Finding]:
    """Compare the chain with every end of it that was kept outside; `into_backup`: look through the last copy too."""

    def read(connection: Connection) -> list[Finding]:
        own = mark(connection)
        backups = list(_backups(desk.path, own, noted))
        ends = [*(each for each in noted if not each.is_backup), *backups]
        return [
            *_ends(connection, desk.path, own, ends, [*noted, *backups]),
            *safely("backup", lambda: _last_backup(backups, desk.clock.now(), _zone(connection), into_backup)),
            *_now(connection),
        ]

    return safely("heads", lambda: desk.read(read))


def _zone(connection: Connection) -> ZoneInfo:
    return ZoneInfo(policy.current(connection).time_zone)


def _now(connection: Connection) -> Iterator[Finding]:
    if (end := head(connection)) is not None:
        yield Finding("heads", "head", facts={"number": end.seq, "hash": end.hash[:16]})


def _ends(
    connection: Connection, path: Path, own: str, ends: Sequence[Noted], elsewhere: Sequence[Noted]
) -> list[Finding]:
    here, last = str(path.absolute()), last_seq(connection)
    worst: dict[str, Finding] = {}
    agree = set_aside = 0
    for each in (each for each in ends if each.head.store in {own, ""} or each.path == here):
        if has(connection, each.head):
            agree += 1
        elif not restored_since(connection, each.head):
            worst[each.path] = worst.get(each.path) or _parted(connection, each, here) or _wrong(each, own, last)
        elif any(restored_since(connection, known) for known in _known(each.head, own, elsewhere)):
            set_aside += 1
        else:
            facts: dict[str, object] = {"path": each.path}
            worst[each.path] = Finding("heads", "unknown_end", Level.PROBLEM, facts)
    found = [*worst.values()]
    if set_aside:
        found.append(Finding("heads", "set_aside", facts={"count": set_aside}))
    if agree and not worst:
        found.append(Finding("heads", "ends_agree", facts={"count": agree}))
    elif not found:
        found.append(Finding("heads", "no_ends", Level.WARNING if last else Level.OK))
    return found


def _known(end: Head, own: str, elsewhere: Sequence[Noted]) -> Iterator[Head]:
    """Yield an end as this store's log and copies know it; one that is on paper alone may be anything."""
    if end.store:
        yield end
        return
    for each in (each for each in elsewhere if each.head.store == own):
        if each.head.seq == end.seq and each.head.hash.startswith(end.hash):
            yield each.head
        elif each.is_backup and (known := in_full_in_file(Path(each.path), end)) is not None:
            yield known


def _parted(connection: Connection, each: Noted, here: str) -> Finding | None:
    """Say from where on another file that is there still has a history of its own; None for one that has none."""
    since = None if each.path == here else parting(connection, Path(each.path))
    if since is None:
        return None
    facts: dict[str, object] = {"path": each.path, "number": since - 1, "since": since}
    return Finding("heads", "rewritten_from" if each.is_backup else "two_histories", Level.PROBLEM, facts)


def _wrong(each: Noted, own: str, last: int) -> Finding:
    facts: dict[str, object] = {"path": each.path, "number": each.head.seq, "last": last}
    if each.head.store not in {own, ""}:
        return Finding("heads", "other_store", Level.WARNING, facts)
    return Finding("heads", "cut_off" if each.head.seq > last else "rewritten", Level.PROBLEM, facts)


def _backups(path: Path, own: str, noted: Sequence[Noted]) -> Iterator[Noted]:
    """Yield the copies of this store that exist beside it or where the log says one was put."""
    there = {Path(each.path) for each in noted if each.is_backup and each.head.store == own}
    with contextlib.suppress(OSError):
        beside = (each for each in path.absolute().parent.iterdir() if each.is_file() and each.name[0] != ".")
        newest = sorted(beside, key=lambda each: each.stat().st_mtime, reverse=True)
        there |= set(newest[:_MOST_FILES])
    for each in sorted(there - {path.absolute()}):
        end: Head | None = head_of_file(each)
        if end is not None and end.store == own:
            yield Noted(end, str(each), is_backup=True)


def _last_backup(backups: Sequence[Noted], now: Millis, zone: ZoneInfo, into_it: Progress | None) -> Iterator[Finding]:
    if not backups:
        yield Finding("backup", "no_backup", Level.WARNING)
        return
    path = max((Path(each.path) for each in backups), key=lambda each: each.stat().st_mtime)
    made = int(path.stat().st_mtime * SECOND)
    facts: dict[str, object] = {"path": path, "at": f"{to_datetime(made, zone):%Y-%m-%d %H:%M}"}
    old = now - made > _OLD
    level = Level.WARNING if old else Level.OK
    if into_it is None:
        yield Finding("backup", "backup", level, facts)
        return
    with contextlib.closing(still(path)) as copy:
        wrong = problems_in_full(copy, into_it, is_copy=True)
    if wrong:
        yield Finding("backup", "bad_backup", Level.PROBLEM, {**facts, "detail": wrong})
    else:
        yield Finding("backup", "whole_backup", level, facts)
