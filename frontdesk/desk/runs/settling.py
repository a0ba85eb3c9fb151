"""After each change of a run: which steps can be done now, by when, and whether it has ended with what follows."""

from data.engine.transaction import Transaction
from data.progress import progress
from data.runs import runs
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.opening_steps import open_steps
from frontdesk.desk.progress.telling import note_handed_back
from frontdesk.domain.runs.playbook import HAND_BACK
from frontdesk.domain.runs.run import RunOutcome


def settle(transaction: Transaction, number: int) -> None:
    """Open the steps that can be begun now, let those wait again that cannot, and end a run of which all is done."""
    run = open_steps(transaction, number)
    if not run.is_over:
        return
    runs.end(transaction, run, RunOutcome.DONE)
    if run.playbook.key == HAND_BACK:
        note_handed_back(transaction, progress.get(transaction.connection, run.matter))
    else:
        close_if_done(transaction, run.matter)
