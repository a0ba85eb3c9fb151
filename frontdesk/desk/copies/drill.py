"""The restore drill: the newest copy is opened as if it were to be restored, and the result is on record (G2)."""

from typing import NamedTuple

from data import agenda_runs
from data.agenda import DRILL
from data.engine.parts import Progress, quietly
from data.engine.transaction import Transaction
from frontdesk.desk.copies.verifying import newest, rehearse
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError

_OF_THE_KEY = frozenset({CopyReason.WRONG_KEY, CopyReason.NO_KEY, CopyReason.MISTYPED_KEY, CopyReason.NO_VAULT})


class Drilled(NamedTuple):
    """What became of a drill: the copy it was done with, and why it failed; None where it passed."""

    result: Result
    file: str
    error: FrontdeskError | None


def drill_due(desk: Desk) -> Drilled | None:
    """Do the restore drill if one is due."""
    run = desk.read(lambda connection: agenda_runs.open_run(connection, DRILL))
    return None if run is None else drill(desk)


def drill(desk: Desk, key: str = "", progress: Progress = quietly) -> Drilled:
    """Do a restore drill now and put on record what became of it; one that is due is done with that.

    Raises `InputError` where the key that was given opens nothing: whoever mistyped it tries again.
    """
    file, error = "", None
    try:
        path, copy = newest(desk)
        file = str(path)
        rehearse(desk, path, copy, key, progress)
    except FrontdeskError as failed:
        if key and failed.reason in _OF_THE_KEY:
            raise
        error = failed
    return Drilled(_record(desk, file, error), file, error)


def _record(desk: Desk, file: str, error: FrontdeskError | None) -> Result:
    def body(transaction: Transaction) -> Result:
        run = agenda_runs.open_run(transaction.connection, DRILL)
        if run is None:
            agenda_runs.begin(transaction, DRILL, transaction.now)
            run = agenda_runs.open_run(transaction.connection, DRILL)
        assert run is not None
        state = RunState.DONE if error is None else RunState.FAILED
        detail = "" if error is None else str(error.facts.get("detail", ""))
        agenda_runs.end(transaction, run, state, file=file, fault=error.reason if error else "", detail=detail)
        return Result(CopyEvent.DRILL, number=run.id, facts={"result": state, "file": file})

    return desk.do(body)
