"""Correcting the plate of a visit: every row that names the car by it follows."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.plate_correction import NamedVisit
from frontdesk.domain.zone.reasons import ZoneReason

NAMED_BY_PLATE = ("visits", "escalations", "complaints", "penalties")
"""The tables whose rows name a car by its plate."""

_VISIT = "select id, plate, arrived_at, left_at from visits"

_ABOUT = (
    "select id from escalations where kind in ('late_reception', 'over_stay') and subject = 'visit:' || :visit"
    " and plate <> :plate"
    " union select e.id from complaints c join clocks k on k.complaint_id = c.id"
    " join escalations e on e.kind = 'complaint_due' and e.subject = 'clock:' || k.id"
    " where c.visit_id = :visit and e.plate <> :plate"
    # A ticket's number is followed by how often it had been renewed; ';' is what comes next to ':'.
    " union select e.id from tickets t join escalations e on e.kind = 'diversion_expired'"
    " and e.subject > 'ticket:' || t.id || ':' and e.subject < 'ticket:' || t.id || ';'"
    " where t.visit_id = :visit and e.plate <> :plate order by 1"
)
"""The escalations that name the car of a visit wrongly: its own, those of its tickets and of its cases' clocks."""


def visit(connection: Connection, number: int) -> NamedVisit:
    """Return a visit. Raises `Refused(NO_SUCH_VISIT)`."""
    row = connection.execute(f"{_VISIT} where id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(ZoneReason.NO_SUCH_VISIT, number=number)
    return NamedVisit(*row)


def visits(connection: Connection, plate: Plate) -> tuple[NamedVisit, ...]:
    """Return the visits of a plate, newest first."""
    rows = connection.execute(f"{_VISIT} where plate = ? order by arrived_at desc, id desc", (plate,))
    return tuple(NamedVisit(*row) for row in rows)


def corrected_by(connection: Connection, number: int, plate: Plate) -> tuple[str, Millis] | None:
    """Return who gave a visit its present plate, and when, or None if nobody corrected it."""
    row = connection.execute(
        "select who, at from events where plate = ? and kind = ? and json_extract(answer, '$.number') = ?"
        " order by seq desc limit 1",
        (plate, ZoneEvent.CORRECT_PLATE, number),
    ).fetchone()
    return None if row is None else (row[0], row[1])


def rename(transaction: Transaction, found: NamedVisit, plate: Plate) -> None:
    """Record a visit and its penalties under another plate, and recount the visits of both plates."""
    transaction.update("visits", found.id, {"plate": plate}, where={"plate": found.plate})
    for penalty in penalties(transaction.connection, found.id):
        transaction.update("penalties", penalty, {"plate": plate})
    for (matter,) in transaction.connection.execute(
        "select id from progress where visit_id = ?", (found.id,)
    ).fetchall():
        transaction.update("matters", matter, {"title": plate})
    _count(transaction, found.plate)
    _count(transaction, plate)


def penalties(connection: Connection, number: int) -> list[int]:
    """Return the numbers of a visit's penalties, including countered ones."""
    rows = connection.execute("select id from penalties where visit_id = ? order by id", (number,))
    return [penalty for (penalty,) in rows]


def cases(connection: Connection, number: int) -> list[int]:
    """Return the numbers of the cases that are linked to a visit."""
    rows = connection.execute("select id from complaints where visit_id = ? order by id", (number,))
    return [case for (case,) in rows]


def cases_without(connection: Connection, found: NamedVisit, plate: Plate) -> list[int]:
    """Return a plate's cases since a visit began that are linked to an earlier visit, or to none."""
    rows = connection.execute(
        "select id from complaints c where plate = ? and received_at >= ? and visit_id is not ?"
        " and not exists (select 1 from visits v where v.plate = c.plate and v.arrived_at > ? and"
        " v.arrived_at <= c.received_at)"
        " and not exists (select 1 from penalties p where p.complaint_id = c.id and countered_at is null) order by id",
        (plate, found.arrived_at, found.id, found.arrived_at),
    )
    return [case for (case,) in rows]


def follow(transaction: Transaction, number: int, plate: Plate) -> None:
    """Give every escalation about a visit, its call tickets or its cases' clocks the plate of the visit."""
    rows = transaction.connection.execute(_ABOUT, {"visit": number, "plate": plate}).fetchall()
    for (escalation,) in rows:
        transaction.update("escalations", escalation, {"plate": plate})


def _count(transaction: Transaction, plate: Plate) -> None:
    """Count a plate's visits again; a plate without a visit is no longer a known one."""
    connection = transaction.connection
    count, last = connection.execute(
        "select count(*), max(arrived_at) from visits v where plate = ?"
        " and exists (select 1 from stays where visit_id = v.id)",
        (plate,),
    ).fetchone()
    known = connection.execute("select id, last_arrived_at, visits from vehicles where plate = ?", (plate,)).fetchone()
    if known is None and count:
        transaction.insert("vehicles", {"plate": plate, "last_arrived_at": last, "visits": count})
    elif known is not None and known[1:] != (last or known[1], count):
        values: Row = {"last_arrived_at": last or known[1], "visits": count}
        transaction.update("vehicles", known[0], values)
