"""Looking the store over: its file, its records, who would be called, its clock, its calendar."""

from collections.abc import Sequence
from pathlib import Path

from data.engine.parts import Parts, Progress, quietly
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor import calls, copies, file, kept, proof, times
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.desk.doctor.group import group
from frontdesk.desk.doctor.sending import sending
from frontdesk.desk.doctor.signing_in import signing_in
from frontdesk.desk.doctor.terms import terms
from frontdesk.desk.doctor.work import work
from frontdesk.desk.heads import Noted
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock, SystemClock
from frontdesk.domain.values.errors import FrontdeskError

IN_FULL_UP_TO = 64 * 1024 * 1024
"""Up to this size in bytes a store is checked in full each day, which takes seconds."""


def examine(
    path: Path,
    actor: Actor,
    clock: Clock | None = None,
    *,
    noted: Sequence[Noted] = (),
    thorough: bool = False,
    progress: Progress = quietly,
) -> list[Finding]:
    """Examine the store without creating or changing anything.

    `noted`: the ends of chains kept outside the store. `thorough`: check everything, however large the store is.
    """
    found = [file.sqlite(), *file.disk(path), *kept.left_behind(path, noted)]
    if not (folder := path.absolute().parent).exists():
        return [Finding("database", "no_folder", Level.WARNING, {"path": path, "folder": folder}), *found]
    if not path.exists():
        return [Finding("database", "no_database", Level.WARNING, {"path": path}), *found]
    try:
        with Desk.open(path, actor, clock or SystemClock()) as desk:
            whole = thorough or path.stat().st_size <= IN_FULL_UP_TO
            parts = desk.read(lambda connection: work(connection, progress, with_backup=thorough)) if whole else None
            return [*_records(desk, noted, parts, thorough), *found, *_today(desk, whole)]
    except FrontdeskError as error:
        level = Level.WARNING if error.reason is StoreReason.OLDER else Level.PROBLEM
        return [Finding("database", "refused", level, error=error), *found]


def _records(desk: Desk, noted: Sequence[Noted], parts: Parts | None, thorough: bool) -> list[Finding]:
    return [
        file.writing(desk),
        file.readers(desk.path),
        *(proof.prove_lately(desk) if parts is None else proof.prove(desk, parts)),
        *kept.compared(desk, noted, parts.part("backup") if parts is not None and thorough else None),
    ]


def _today(desk: Desk, whole: bool) -> list[Finding]:
    def look() -> list[Finding]:
        snapshot, now = desk.snapshot(), desk.now()
        recorded = desk.read(lambda connection: times.recorded(connection, snapshot, now, whole))
        of_today = [*times.times(snapshot, now), *calls.reachable(snapshot, now), *signing_in(desk, snapshot)]
        return [*recorded, *of_today, *copies.copies(desk, snapshot), *terms(desk), *sending(desk), *group(desk)]

    return safely("picture", look)
