"""A run is begun; its steps that can be begun now are opened, with what is owed for each; the others wait."""

from data.engine.transaction import Row, Transaction
from data.matters import dues
from data.runs import playbooks, runs
from frontdesk.desk.step_rows import rows_of
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import PlaybookOnRecord
from frontdesk.domain.runs.run import Run, StepState


def begin_run(
    transaction: Transaction, number: int, playbook: PlaybookOnRecord, facts: tuple[str, ...], language: str
) -> int:
    """Begin a run for a matter by a playbook, in a language; return its number. None of its steps is open yet."""
    made = playbook if playbook.id else playbooks.put(transaction, playbook.playbook)
    begun = runs.begin(transaction, number, made, facts, rows_of(transaction.connection, made.playbook, language))
    runs.enter(transaction, begun, RunEvent.START)
    return begun


def open_steps(transaction: Transaction, number: int) -> Run:
    """Open the steps that can be begun now, let those wait again that cannot; return the run as it is then."""
    (run,) = runs.of(transaction.connection, (number,))
    for each, state in run.settled():
        row: Row = {"state": state, "who": "", "at": None, "value": "", "words": "", "due_id": None}
        if state is StepState.OPEN:
            due_at = run.due_at(each.step, transaction.now)
            if due_at is not None:
                owed = dues.start(transaction, run.matter, DueName.STEP, due_at, what=each.step.title)
                row["due_id"] = owed
        elif each.due is not None:
            dues.lift_one(transaction, each.due)
        runs.change_step(transaction, each, row)
    (run,) = runs.of(transaction.connection, (number,))
    return run
