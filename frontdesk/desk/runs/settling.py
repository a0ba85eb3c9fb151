"""After each change of a run: which steps can be done now, by when, and whether it has ended with what follows."""

from data.engine.transaction import Row, Transaction
from data.matters import dues
from data.progress import progress
from data.runs import runs
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.progress.telling import note_handed_back
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.runs.playbook import HAND_BACK
from frontdesk.domain.runs.run import RunOutcome, StepState


def settle(transaction: Transaction, number: int) -> None:
    """Open the steps that can be begun now, let those wait again that cannot, and end a run of which all is done."""
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
    if not run.is_over:
        return
    runs.end(transaction, run, RunOutcome.DONE)
    if run.playbook.key == HAND_BACK:
        note_handed_back(transaction, progress.get(transaction.connection, run.matter))
    else:
        close_if_done(transaction, run.matter)
