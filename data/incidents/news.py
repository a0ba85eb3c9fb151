"""What was said of an incident to whom: versions are added, never changed (I9)."""

from typing import Any

from data import approvals
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.incidents.news import News
from frontdesk.domain.messages.message import Audience

_COLUMNS = "id, incident_id, audience, version, text, written_at, written_by, approval_id, sent_at, sent_by"


def of(connection: Connection, incident: int) -> tuple[News, ...]:
    """Return every version of an incident's news, in the order they were written."""
    rows = connection.execute(f"select {_COLUMNS} from news where incident_id = ? order by id", (incident,)).fetchall()
    signed = {approval.id: approval for approval in approvals.of_matter(connection, incident)} if rows else {}

    def made(row: tuple[Any, ...]) -> News:
        number, of_incident, audience, *rest = row
        news = News(number, of_incident, Audience(audience), *rest)
        return news._replace(approval=signed.get(news.approval_id or 0))

    return tuple(each("news", rows, made))


def newest(connection: Connection, incident: int, audience: Audience) -> News | None:
    """Return what was written last for an audience."""
    found = [news for news in of(connection, incident) if news.audience is audience]
    return found[-1] if found else None


def write(transaction: Transaction, incident: int, audience: Audience, version: int, text: str) -> int:
    """Keep a version; return its number."""
    row: Row = {"incident_id": incident, "audience": audience, "version": version, "text": text}
    return transaction.insert("news", {**row, "written_at": transaction.now, "written_by": transaction.actor.who})


def sign(transaction: Transaction, news: News, approval: int) -> None:
    """Keep which signature stands for it."""
    transaction.update("news", news.id, {"approval_id": approval}, where={"approval_id": news.approval_id})


def sent(transaction: Transaction, news: News) -> None:
    """Keep who let it out."""
    values: Row = {"sent_at": transaction.now, "sent_by": transaction.actor.who}
    transaction.update("news", news.id, values, where={"sent_at": None})
