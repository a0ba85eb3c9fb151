"""The forms handed to the quality department, and its answers (C5, C13)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.values.clock import Millis

_COLUMNS = (
    "id, handed_at, handed_by, question, answered_at, answered_by, answer, investigation, analysis, measure,"
    " passed_on_at, passed_on_by"
)


def of(connection: Connection, number: int) -> tuple[QualityForm, ...]:
    """Return the forms of a case, oldest first."""
    rows = connection.execute(f"select {_COLUMNS} from quality where complaint_id = ? order by id", (number,))
    return tuple(QualityForm(*row) for row in rows)


def hand(transaction: Transaction, number: int, question: str) -> None:
    """Hand a case to quality."""
    row: Row = {"complaint_id": number, "handed_at": transaction.now, "handed_by": transaction.actor.who}
    transaction.insert("quality", {**row, "question": question})


def answer(transaction: Transaction, number: int, words: str, given: Given) -> None:
    """Record quality's answer, which came from `transaction.actor` or through them."""
    form, since = _present(transaction, number)
    values: Row = {"answered_at": max(transaction.now, since), "answered_by": transaction.actor.who, "answer": words}
    values |= {"investigation": given.investigation, "analysis": given.analysis, "measure": given.measure}
    transaction.update("quality", form, values, where={"answered_at": None})


def pass_on(transaction: Transaction, number: int) -> None:
    """Record that quality's answer was confirmed and passed on to the customer."""
    form, since = _present(transaction, number)
    values: Row = {"passed_on_at": max(transaction.now, since), "passed_on_by": transaction.actor.who}
    transaction.update("quality", form, values, where={"passed_on_at": None})


def _present(transaction: Transaction, number: int) -> tuple[int, Millis]:
    """Return the open form and the time of its last step; the next step is no earlier, whatever the clock says."""
    form, since = transaction.connection.execute(
        "select id, coalesce(answered_at, handed_at) from quality where complaint_id = ? and passed_on_at is null",
        (number,),
    ).fetchone()
    return int(form), int(since)
