"""The closing reports: one for each time a case was closed; the last one counts (C9)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.cases.closing_report import ClosingReport, FiledReport


def put(transaction: Transaction, number: int, report: ClosingReport, *, is_for_head: bool) -> None:
    """Keep the report with which a case is closed; the head has to read it or has not."""
    row: Row = {"complaint_id": number, "at": transaction.now, "who": transaction.actor.who, "cause": report.cause}
    row |= {"measures": report.measures, "result": report.result, "improvement": report.improvement}
    row |= {"to_read": int(is_for_head)}
    transaction.insert("closing_reports", row)


def of(connection: Connection, number: int) -> tuple[FiledReport, ...]:
    """Return the reports a case was closed with, oldest first."""
    rows = connection.execute(
        "select at, who, to_read, read_at, read_by, cause, measures, result, improvement"
        " from closing_reports where complaint_id = ? order by id",
        (number,),
    )
    return tuple(
        FiledReport(at, who, ClosingReport(*parts), bool(to_read), read_at, read_by)
        for at, who, to_read, read_at, read_by, *parts in rows
    )


def read(transaction: Transaction, number: int) -> bool:
    """The head has read what a case was closed with; return whether anything of it was still to be read."""
    rows = transaction.connection.execute(
        "select id from closing_reports where complaint_id = ? and to_read = 1", (number,)
    ).fetchall()
    values: Row = {"to_read": 0, "read_at": transaction.now, "read_by": transaction.actor.who}
    for (report,) in rows:
        transaction.update("closing_reports", report, values, where={"to_read": 1})
    return bool(rows)
