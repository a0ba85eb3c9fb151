"""What can be wrong with the store: its file, its records, its clock, its calendar."""

import os
import shutil
from dataclasses import dataclass, field
from enum import StrEnum
from errno import EACCES
from pathlib import Path

from data.backup import Progress
from data.engine.connection import SQLITE_VERSION, WAL_FIXED, problems
from data.engine.transaction import try_to_write
from data.journal import broken_link
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Clock, Millis, SystemClock, to_datetime
from frontdesk.domain.values.errors import FrontdeskError, Reason, StoreError

_WAL_FIXED_TOO = ((3, 50, 7), (3, 44, 6))
"""Older lines of SQLite that the same repair was made in."""

_MODES_MEAN_SOMETHING = os.name == "posix"
_MEGABYTE = 1024 * 1024
_TOO_LITTLE = 50 * _MEGABYTE
_LITTLE = 500 * _MEGABYTE


class Level(StrEnum):
    """How grave a finding is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `name` says what was found; `facts` are what its sentence needs."""

    topic: str
    name: str
    level: Level = Level.OK
    facts: dict[str, object] = field(default_factory=dict)
    error: FrontdeskError | None = None


def examine(
    path: Path, actor: Actor, clock: Clock | None = None, *, progress: Progress = lambda done, of: None
) -> list[Finding]:
    """Look the store over; nothing is created and nothing changed."""
    found = [_sqlite(), *_disk(path)]
    if not (folder := path.absolute().parent).exists():
        return [Finding("database", "no_folder", Level.WARNING, {"path": path, "folder": folder}), *found]
    if not path.exists():
        return [Finding("database", "no_database", Level.WARNING, {"path": path}), *found]
    try:
        with Desk.open(path, actor, clock or SystemClock()) as desk:
            return [*_records(desk, progress), *found, *_times(desk.snapshot(), desk.now())]
    except FrontdeskError as error:
        level = Level.WARNING if error.reason is Reason.OLDER else Level.PROBLEM
        return [Finding("database", "refused", level, error=error), *found]


def _records(desk: Desk, progress: Progress) -> list[Finding]:
    wrong = problems(desk.connection)
    broken = desk.read(lambda connection: broken_link(connection, progress))
    return [
        _writing(desk),
        _readers(desk.path),
        Finding("integrity", "damaged", Level.PROBLEM, {"detail": wrong}) if wrong else Finding("integrity", "whole"),
        Finding("events", "broken", Level.PROBLEM, {"number": broken}) if broken else Finding("events", "unbroken"),
    ]


def _readers(path: Path) -> Finding:
    """Say who can read the database. On Windows its mode says nothing, but a user's own folder is closed to others."""
    if not _MODES_MEAN_SOMETHING:
        private = path.absolute().is_relative_to(Path.home())
        return Finding("database", "database" if private else "maybe_open_to_others", facts={"path": path})
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        return Finding("database", "open_to_others", Level.WARNING, {"path": path, "mode": f"{mode:o}"})
    return Finding("database", "database", facts={"path": path})


def _writing(desk: Desk) -> Finding:
    try:
        try_to_write(desk.connection)
    except StoreError as error:
        detail = error.facts.get("detail", "")
        return Finding("writing", "not_writable", Level.PROBLEM, {"path": desk.path, "detail": detail})
    if not os.access(desk.path, os.W_OK):
        return Finding("writing", "not_writable", Level.PROBLEM, {"path": desk.path, "detail": os.strerror(EACCES)})
    return Finding("writing", "writable")


def _sqlite() -> Finding:
    version = ".".join(str(part) for part in SQLITE_VERSION)
    repaired = any(SQLITE_VERSION[:2] == line[:2] and line <= SQLITE_VERSION for line in _WAL_FIXED_TOO)
    if SQLITE_VERSION >= WAL_FIXED or repaired:
        return Finding("sqlite", "sqlite", facts={"version": version})
    right = ".".join(str(part) for part in WAL_FIXED)
    return Finding("sqlite", "old_sqlite", Level.WARNING, {"version": version, "right": right})


def _disk(path: Path) -> list[Finding]:
    folder = next((parent for parent in path.absolute().parents if parent.exists()), Path("/"))
    free = shutil.disk_usage(folder).free
    level = Level.PROBLEM if free < _TOO_LITTLE else Level.WARNING if free < _LITTLE else Level.OK
    name = "disk" if level is Level.OK else "little_disk"
    found = [Finding("disk", name, level, {"megabytes": free // _MEGABYTE, "folder": folder})]
    if not os.access(folder, os.W_OK | os.X_OK):
        # SQLite keeps its journal beside the database.
        found.append(Finding("folder", "folder_not_writable", Level.PROBLEM, {"folder": folder}))
    return found


def _times(snapshot: Snapshot, now: int) -> list[Finding]:
    hours = OpeningHours.of(snapshot.policy)
    today = to_datetime(now, hours.zone).date()
    last = snapshot.recent[0].at if snapshot.recent else now

    def shown(at: Millis) -> str:
        return f"{to_datetime(at, hours.zone):%Y-%m-%d %H:%M:%S}"

    open_today = hours.of_day(today)
    due = next((case.next_due.due_at for case in snapshot.complaints if case.next_due), None)
    return [
        Finding("clock", "clock_behind", Level.PROBLEM, {"now": shown(now), "since": shown(last)})
        if last > now
        else Finding("clock", "clock", facts={"now": shown(now)}),
        Finding("hours", "hours", facts={"opens": f"{open_today[0]:%H:%M}", "closes": f"{open_today[1]:%H:%M}"})
        if open_today
        else Finding("hours", "closed_today"),
        Finding("due", "due", facts={"at": shown(due)}) if due is not None else Finding("due", "nothing_due"),
        _calendar(today.year),
    ]


def _calendar(year: int) -> Finding:
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415 - needed only here

    years = sorted({day.year for day in (*holidays, *workdays)})
    facts: dict[str, object] = {"first": years[0], "last": years[-1], "year": year}
    if year in years:
        return Finding("calendar", "calendar", facts=facts)
    return Finding("calendar", "no_calendar", Level.WARNING, facts)
