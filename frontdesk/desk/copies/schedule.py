"""Whether copies are made by themselves, and how it stands with them (G2)."""

from typing import NamedTuple

from data import agenda, agenda_runs, copies
from data.agenda import COPIES, DRILL, Planned
from data.agenda_runs import Run
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.desk import agenda as planning
from frontdesk.desk.copies.rules import COPIES as COPIES_RULE
from frontdesk.desk.copies.rules import DRILL as DRILL_RULE
from frontdesk.desk.desk import Desk
from frontdesk.domain.copies.copy import Copy
from frontdesk.domain.copies.copying import Copying
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.domain.journal.result import Result

_SHOWN = 9


class Standing(NamedTuple):
    """How it stands with the copies."""

    planned: tuple[Planned, ...]
    latest: tuple[Copy, ...]
    """What became of the copies lately, the newest first."""
    copying: Copying
    drill: Run | None


def standing(desk: Desk) -> Standing:
    """Return how it stands with the copies."""

    def read(connection: Connection) -> Standing:
        listed = tuple(each for each in agenda.planned(connection) if each.rule in {COPIES, DRILL})
        last = agenda_runs.last_run(connection, DRILL)
        return Standing(listed, copies.latest(connection, _SHOWN), agenda.copying(connection), last)

    return desk.read(read)


def plan(desk: Desk, folders: int, operation: str | None = None) -> Result | None:
    """Have copies made from the next evening on, or no more where there is no folder; None if that is so already."""

    def body(transaction: Transaction) -> Result | None:
        known = {each.rule for each in agenda.planned(transaction.connection)}
        if bool(folders) == (COPIES in known):
            return None
        for rule in (COPIES_RULE, DRILL_RULE):
            if folders:
                planning.plan(transaction, rule)
            else:
                agenda.drop(transaction.connection, rule.name)
        return Result(CopyEvent.PLANNED, number=folders)

    return desk.do_if(body, operation)
