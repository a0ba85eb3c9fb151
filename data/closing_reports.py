"""The closing reports: one for each time a case was closed; the last one counts (C9)."""

from data.connection import Connection
from data.transaction import Row, Transaction
from frontdesk.domain.closing_report import ClosingReport


def put(transaction: Transaction, number: int, report: ClosingReport) -> None:
    """Keep the report with which a case is closed."""
    row: Row = {"complaint_id": number, "at": transaction.now, "who": transaction.actor.who, "cause": report.cause}
    row |= {"measures": report.measures, "result": report.result, "improvement": report.improvement}
    transaction.insert("closing_reports", row)


def of(connection: Connection, number: int) -> ClosingReport | None:
    """Return the report with which a case was closed last; None for one that never was."""
    row = connection.execute(
        "select cause, measures, result, improvement from closing_reports where complaint_id = ? order by id desc"
        " limit 1",
        (number,),
    ).fetchone()
    return None if row is None else ClosingReport(*row)
