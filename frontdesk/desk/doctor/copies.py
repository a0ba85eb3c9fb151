"""How old the copies are that are made by themselves, and whether one could be restored (G2)."""

from collections.abc import Iterator
from pathlib import Path

from frontdesk.desk.copies.schedule import Standing, standing
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.copies.copy import Copy
from frontdesk.domain.copies.faults import on_record
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis, to_datetime


def copies(desk: Desk, snapshot: Snapshot) -> list[Finding]:
    """Say how it stands with the copies and the restore drill."""
    return safely("copies", lambda: _copies(standing(desk), snapshot, desk.now()))


def _copies(found: Standing, snapshot: Snapshot, now: Millis) -> Iterator[Finding]:
    if not found.planned:
        yield Finding("copies", "copies_not_planned", Level.WARNING)
        return
    zone = OpeningHours.of(snapshot.policy).zone

    def said(at: Millis) -> dict[str, object]:
        return {"at": f"{to_datetime(at, zone):%Y-%m-%d %H:%M}"}

    copying = found.copying
    if copying.is_late(now) and copying.last_good is not None:
        yield Finding("copies", "copies_late", Level.PROBLEM, said(copying.last_good))
    elif found.latest and copying.last_good is not None:
        yield Finding("copies", "copies", facts=said(copying.last_good))
    for copy in _last_of_each(found):
        yield from _of_folder(copy)
    if copying.lacks_drill(now) and copying.drill_due is not None:
        yield Finding("drill", "drill_failed", Level.PROBLEM, said(copying.drill_due))
        if found.drill is not None and found.drill.fault:
            yield _why("drill", found.drill.fault, found.drill.file, found.drill.detail)
    elif copying.drill is RunState.DONE and copying.drill_due is not None:
        yield Finding("drill", "drill_passed", facts=said(copying.drill_due))


def _last_of_each(found: Standing) -> list[Copy]:
    """Return what became of each folder's copy the last time there was one."""
    run = found.latest[0].run if found.latest else 0
    latest = {copy.folder: copy for copy in reversed(found.latest) if copy.run == run}
    return [latest[folder] for folder in sorted(latest)]


def _of_folder(copy: Copy) -> Iterator[Finding]:
    if copy.fault:
        yield _why("copies", copy.fault, copy.folder, copy.detail)
    elif not (file := Path(copy.folder) / copy.file).is_file():
        yield Finding("copies", "copy_gone", Level.WARNING, {"path": file})


def _why(topic: str, fault: str, path: str, detail: str) -> Finding:
    """Return the reason that is on record, as it is said where it is refused."""
    return Finding(topic, "refused", Level.WARNING, error=on_record(fault, path, detail))
