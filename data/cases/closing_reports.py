"""The closing reports: one for each time a case was closed; the last one counts (C9)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.cases.closing_report import ClosingReport, FiledReport


def put(transaction: Transaction, number: int, report: ClosingReport) -> None:
    """Keep the report with which a case is closed."""
    row: Row = {"complaint_id": number, "at": transaction.now, "who": transaction.actor.who, "cause": report.cause}
    row |= {"measures": report.measures, "result": report.result, "improvement": report.improvement}
    transaction.insert("closing_reports", row)


def of(connection: Connection, number: int) -> tuple[FiledReport, ...]:
    """Return the reports a case was closed with, oldest first."""
    rows = connection.execute(
        "select at, who, cause, measures, result, improvement from closing_reports where complaint_id = ? order by id",
        (number,),
    )
    return tuple(FiledReport(at, who, ClosingReport(*parts)) for at, who, *parts in rows)
