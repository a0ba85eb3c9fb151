"""Making the copies that are due: looked through once, written into each folder, thinned, on record (G2)."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from data import agenda_runs, copies
from data import policy as policies
from data.agenda import COPIES
from data.agenda_runs import Run
from data.backup import LEFTOVERS
from data.engine.parts import Progress, quietly
from data.engine.transaction import Transaction
from data.looked_through import copy_out, look_through
from data.proof.heads import mark
from data.stamp import stamp
from frontdesk.desk import heads
from frontdesk.desk.copies import folders
from frontdesk.desk.copies.folders import Destination
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import AgendaEvent, RunState
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.copies.copy import Copy, Held
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.domain.copies.names import copy_name
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.files import FileReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import FrontdeskError, Reason, StoreError
from frontdesk.files import vault
from frontdesk.files.new_file import building_beside
from frontdesk.files.refused_by_system import said_by
from frontdesk.files.sent_file import send

_AGAIN = 100
_MEGABYTE = 1024 * 1024
_SPARE = 16 * _MEGABYTE
"""What is left to the stations in any case."""


class Whole(NamedTuple):
    """A copy that was looked through: the file to send, and what it holds."""

    path: Path
    held: Held


def make_due(desk: Desk, to: Destination, progress: Progress = quietly) -> tuple[Copy, ...]:
    """Make the copies that are due, if any are and this machine has folders; return what became of each folder's.

    A folder that has its copy of this evening already, from a process that was ended since, is left alone.
    """
    run = desk.read(lambda connection: agenda_runs.open_run(connection, COPIES))
    if run is None or not to.folders:
        return ()
    have = {copy.folder for copy in desk.read(lambda connection: copies.of_run(connection, run.id)) if not copy.fault}
    left = [folder for folder in to.folders if str(folder) not in have]
    with ExitStack() as stack:
        try:
            whole = stack.enter_context(_whole(desk.path, to.public, progress))
        except FrontdeskError as error:
            reason, detail = _fault_here(error)
            made = [Copy(0, run.id, str(folder), "", desk.now(), reason, detail) for folder in left]
            _record_all(desk, run, made)
        else:
            _record_all(desk, run, (_copied(desk, run, folder, whole, sealed=bool(to.public)) for folder in left))
    for folder in left:
        folders.thin(folder, desk.read(mark), _today(desk), desk.read(policies.current))
    return desk.read(lambda connection: copies.of_run(connection, run.id))


def begin_now(desk: Desk) -> None:
    """Let copies be due now, if none are yet: somebody has seen to a folder and does not wait for the evening."""

    def body(transaction: Transaction) -> Result | None:
        if agenda_runs.open_run(transaction.connection, COPIES) is not None:
            return None
        agenda_runs.begin(transaction, COPIES, transaction.now)
        return Result(AgendaEvent.CAME, number=1, facts={"rules": COPIES})

    desk.do_if(body)


@contextmanager
def _whole(store: Path, public: str, progress: Progress) -> Iterator[Whole]:
    """Give a copy that was looked through, beside the store, and sealed where a key is kept; then it is deleted."""
    _check_room(store, 2 if public else 1)
    with building_beside(store, LEFTOVERS) as building:
        copy_out(store, building)
        try:
            held = look_through(building, store, progress)
        except StoreError as error:
            raise StoreError(CopyReason.STORE_DAMAGED, detail=error.facts.get("detail", "")) from error
        if not public:
            yield Whole(building, held)
            return
        with building_beside(store) as sealed:
            vault.seal(building, sealed, public)
            yield Whole(sealed, held)


def _check_room(store: Path, times: int) -> None:
    """Raise `StoreError(NO_ROOM_HERE)` rather than take from the stations the room they write in."""
    needed = times * store.stat().st_size + _SPARE
    if shutil.disk_usage(store.absolute().parent).free < needed:
        raise StoreError(CopyReason.NO_ROOM_HERE, detail=f"{-(-needed // _MEGABYTE)} MB")


def _fault_here(error: FrontdeskError) -> tuple[Reason, str]:
    """Return why no folder has a copy, for what went wrong beside the store."""
    detail = str(error.facts.get("detail", "")) or error.reason.value
    if error.reason is StoreReason.DISK_FULL:
        return CopyReason.NO_ROOM_HERE, f"{_SPARE // _MEGABYTE} MB"
    return (error.reason if isinstance(error.reason, CopyReason) else CopyReason.FOLDER_FAILED), detail


def _copied(desk: Desk, run: Run, folder: Path, whole: Whole, *, sealed: bool) -> Copy:
    """Write a copy into a folder; return what became of it."""
    try:
        target, digest = _sent(desk, folder, whole.path, sealed=sealed)
        size = target.stat().st_size
    except (FrontdeskError, OSError) as error:
        known = StoreError(CopyReason.FOLDER_FAILED, detail=said_by(error)) if isinstance(error, OSError) else error
        reason, detail = folders.fault_of(known, folder)
        return Copy(0, run.id, str(folder), "", desk.now(), reason, detail)
    if not sealed:
        heads.note_backup(target)
    return Copy(0, run.id, str(folder), target.name, desk.now(), size=size, digest=digest, held=whole.held)


def _sent(desk: Desk, folder: Path, whole: Path, *, sealed: bool) -> tuple[Path, str]:
    store, at = desk.read(lambda connection: (mark(connection), stamp(connection, desk.now())))
    for again in range(_AGAIN):
        target = folder / copy_name(store, at, again, sealed=sealed)
        try:
            return target, send(whole, target)
        except StoreError as error:
            if error.reason is not FileReason.FILE_EXISTS:
                raise
    raise StoreError(FileReason.FILE_EXISTS, path=folder)


def _record_all(desk: Desk, run: Run, made: Iterable[Copy]) -> None:
    """Put on record what became of each folder's copy as soon as it is known, and then of the evening."""
    for copy in made:
        _record(desk, copy)

    def body(transaction: Transaction) -> Result:
        good = [each for each in copies.of_run(transaction.connection, run.id) if not each.fault]
        agenda_runs.end(transaction, run, RunState.DONE if good else RunState.FAILED)
        return Result(AgendaEvent.ENDED, number=run.id)

    desk.do(body)


def _record(desk: Desk, copy: Copy) -> None:
    def body(transaction: Transaction) -> Result:
        copies.add(transaction, copy)
        facts = {"folder": copy.folder, "file": copy.file} if not copy.fault else {"folder": copy.folder}
        return Result(CopyEvent.FAILED if copy.fault else CopyEvent.MADE, number=copy.run, facts=facts)

    desk.do(body)


def _today(desk: Desk) -> date:
    return OpeningHours.of(desk.read(policies.current)).day_of(desk.now())
