"""The quotations: added, never changed (Q8)."""

import json
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.quotes import About, Quote, QuoteLine, QuoteReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_NEWER = (
    "exists (select 1 from quotes n where n.id > q.id and n.matter_id is q.matter_id"
    " and n.complaint_id is q.complaint_id)"
)


def of(connection: Connection, about: About) -> tuple[Quote, ...]:
    """Return the quotations for something, newest first."""
    return _select(connection, "q.matter_id is ? and q.complaint_id is ?", about.matter, about.case)


def newest(connection: Connection, limit: int) -> tuple[Quote, ...]:
    """Return the newest quotations, newest first, at most so many."""
    return _select(connection, "true", limit=limit)


def get(connection: Connection, number: int) -> Quote:
    """Return one quotation. Raises `Refused(NO_QUOTE)`."""
    found = _select(connection, "q.id = ?", number)
    if not found:
        raise Refused(QuoteReason.NO_QUOTE, number=number)
    return found[0]


def add(transaction: Transaction, about: About, asked: str, lines: tuple[QuoteLine, ...], valid_until: Millis) -> int:
    """Put a quotation on record; return its number."""
    row: Row = {"matter_id": about.matter, "complaint_id": about.case, "at": transaction.now}
    row |= {"who": transaction.actor.who, "asked": asked, "valid_until": valid_until}
    row |= {"lines": json.dumps([line._asdict() for line in lines], ensure_ascii=False)}
    totals: Row = {"total_min": sum(line.least for line in lines), "total_max": sum(line.most for line in lines)}
    return transaction.insert("quotes", {**row, **totals})


def _select(connection: Connection, condition: str, *values: object, limit: int = 1000) -> tuple[Quote, ...]:
    rows = connection.execute(
        f"select q.id, q.matter_id, q.complaint_id, q.at, q.who, q.asked, q.lines, q.valid_until, not {_NEWER},"
        " coalesce(m.title, c.plate, ''), coalesce(c.customer, '')"
        " from quotes q left join matters m on m.id = q.matter_id and m.kind = 'progress'"
        " left join complaints c on c.id = q.complaint_id"
        f" where {condition} order by q.id desc limit {limit}",
        values,
    )
    return tuple(each("quotes", rows, _quote))


def _quote(row: tuple[Any, ...]) -> Quote:
    number, matter, case, at, who, asked, lines, valid_until, newest, plate, customer = row
    told = tuple(QuoteLine(**line) for line in json.loads(lines))
    return Quote(number, About(matter, case), at, who, asked, told, valid_until, bool(newest), Plate(plate), customer)
