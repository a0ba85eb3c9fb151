"""What a step found that is not in order is seen to by a measure: the run goes on, the measure stays (I4, I8)."""

from data import measures
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.runs.settling import settle
from frontdesk.desk.spoken import run_in
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.runs.acts import check_measure
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.values.text import LINE_LIMIT, clean_line, whole_line


def see_to(
    desk: Desk, number: int, key: str, what: str = "", operation: str | None = None, *, language: str = ""
) -> Result:
    """Propose a measure against the fault a step found; `what`: what is to change, else what was found.

    The measure belongs to the run's matter, which is not closed before that was seen to.
    Raises `Refused`, as `check_measure` says.
    """
    title = whole_line(what)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        run = run_in(runs.running(transaction.connection, number), language)
        each = run.step(key)
        check_measure(run, each, person, manages=roster_of(transaction).manages(person.name, transaction.now))
        found = f"{each.step.title}: {clean_line(each.words)}"
        said = title or clean_line(found, LINE_LIMIT)
        measure = matters.open_one(transaction, MatterKind.MEASURE, said, run.matter)
        measures.propose(transaction, measure, "", found)
        runs.change_step(transaction, each, {"measure_id": measure})
        if each.due is not None:
            dues.lift_one(transaction, each.due)
        runs.enter(transaction, run.id, RunEvent.MEASURE, each.id, value=str(measure), words=said)
        settle(transaction, run.id)
        return Result(RunEvent.MEASURE, number=number, facts={"step": key, "measure": measure})

    return desk.do(body, operation)
