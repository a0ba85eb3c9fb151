"""The visits of cars: how each begins, goes from place to place and ends, and what is on record of a plate."""

from collections.abc import Collection

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.domain.zone.places import Place
from frontdesk.domain.zone.visits import VisitLine


def open_visit(transaction: Transaction, plate: Plate, purpose: Purpose, place: Place, at: Millis) -> int:
    """Begin a visit at a place; return its number."""
    visit = transaction.insert("visits", {"plate": plate, "purpose": purpose, "arrived_at": at})
    _stay(transaction, visit, place, at)
    known = transaction.connection.execute(
        "select id, last_arrived_at, visits from vehicles where plate = ?", (plate,)
    ).fetchone()
    if known is None:
        transaction.insert("vehicles", {"plate": plate, "last_arrived_at": at, "visits": 1})
    else:
        transaction.update("vehicles", known[0], {"last_arrived_at": max(known[1], at), "visits": known[2] + 1})
    return visit


def turned_away(transaction: Transaction, plate: Plate, at: Millis) -> int:
    """Record a car that may not stop in the zone and was not let into it (Z3)."""
    row: Row = {
        "plate": plate,
        "purpose": Purpose.OTHER,
        "arrived_at": at,
        "left_at": at,
        "ended": "turned_away",
    }
    return transaction.insert("visits", row)


def move(transaction: Transaction, car: Car, place: Place, at: Millis) -> None:
    """End a car's stay and begin the next one, at the same instant."""
    _end_stay(transaction, car, at)
    _stay(transaction, car.visit_id, place, at)


def swap(transaction: Transaction, one: Car, other: Car, at: Millis) -> None:
    """Let two cars change places at the same instant; both places are emptied before either is taken again."""
    _end_stay(transaction, one, at)
    _end_stay(transaction, other, at)
    _stay(transaction, one.visit_id, other.place, at)
    _stay(transaction, other.visit_id, one.place, at)


def close_visit(transaction: Transaction, car: Car, at: Millis, ended: str, why: WhyLeft | None = None) -> None:
    """End a visit and its open stay; `why` the customer left, where nobody had received them."""
    _end_stay(transaction, car, at)
    values: Row = {"left_at": at, "ended": ended}
    if why is not None:
        values["left_why"] = why
    if ended == "turned_away":
        values["purpose"] = Purpose.OTHER
    transaction.update("visits", car.visit_id, values, where={"left_at": None})


def _stay(transaction: Transaction, visit: int, place: Place, at: Millis) -> None:
    alone = int(place.capacity == 1)
    transaction.insert("stays", {"visit_id": visit, "place": place.key, "alone": alone, "started_at": at})


def _end_stay(transaction: Transaction, car: Car, at: Millis) -> None:
    row = transaction.connection.execute(
        "select id from stays where visit_id = ? and ended_at is null", (car.visit_id,)
    ).fetchone()
    transaction.update("stays", row[0], {"ended_at": at}, where={"ended_at": None})


def last_change(connection: Connection, visit_id: int) -> Millis:
    """Return when something last happened to a visit; nothing may be entered as happening earlier."""
    row = connection.execute(
        "select max(s.started_at, v.arrived_at, coalesce(v.received_at, 0), coalesce(v.work_order_at, 0))"
        " from visits v join stays s on s.visit_id = v.id and s.ended_at is null where v.id = ?",
        (visit_id,),
    ).fetchone()
    return int(row[0])


def last_departure(connection: Connection, plate: Plate) -> Millis | None:
    """Return when a plate last left, or None if it never did."""
    return connection.execute("select max(left_at) from visits where plate = ?", (plate,)).fetchone()[0]  # type: ignore[no-any-return]


FEW = 500
"""So many cars that match what is typed are looked up and sorted; among more the latest are soon met."""

_BEHIND = "\U0010ffff"
_BEGINS = "typed >= :typed and typed < :behind"


def known_plates(connection: Connection, typed: str, limit: int = 50) -> list[Plate]:
    """Return known plates that contain the typed text, latest first, without those that were corrected."""
    values = {"typed": typed, "behind": typed + _BEHIND, "limit": limit}
    counted = f"select count(*) from (select 1 from plate_ends where {_BEGINS} limit {FEW + 1})"
    if connection.execute(counted, values).fetchone()[0] > FEW:
        found = "vehicles indexed by vehicles_lately where instr(plate, :typed)"
    else:
        found = f"vehicles not indexed where id in (select vehicle_id from plate_ends where {_BEGINS})"
    rows = connection.execute(
        f"select plate from {found} and visits > 0 order by last_arrived_at desc limit :limit", values
    )
    return [plate for (plate,) in rows]


def known_among(connection: Connection, plates: Collection[str]) -> list[Plate]:
    """Return those of some plates that have been here, latest first; no plate that was corrected."""
    if not plates:
        return []
    # One look into the index for each, however many cars are known.
    marks = ", ".join("?" * len(plates))
    rows = connection.execute(
        f"select plate from vehicles where plate in ({marks}) and visits > 0 order by last_arrived_at desc",
        tuple(plates),
    )
    return [plate for (plate,) in rows]


def left_unreceived(connection: Connection, begins: Millis, ends: Millis) -> dict[WhyLeft, int]:
    """Return how many left without having been received, at or after one instant and before another, by reason."""
    rows = connection.execute(
        "select coalesce(left_why, 'unknown') as why, count(*) from visits indexed by visits_left_unreceived"
        " where received_at is null and ended = 'left' and left_at >= ? and left_at < ? group by why",
        (begins, ends),
    )
    counts = {WhyLeft(why): count for why, count in rows}
    return {why: counts[why] for why in WhyLeft if why in counts}


def came_between(connection: Connection, begins: Millis, ends: Millis) -> bool:
    """Whether any car came at or after one instant and before another."""
    row = connection.execute("select 1 from visits where arrived_at >= ? and arrived_at < ? limit 1", (begins, ends))
    return row.fetchone() is not None


def timeline(connection: Connection, plate: Plate, limit: int = 5) -> tuple[VisitLine, ...]:
    """Return a plate's latest visits, newest first."""
    return _lines(connection, "where plate = ? order by arrived_at desc limit ?", plate, limit)


def get(connection: Connection, visit: int) -> VisitLine:
    """Return one visit."""
    return _lines(connection, "where id = ?", visit)[0]


def latest_visit(connection: Connection, plate: Plate, at: Millis) -> int | None:
    """Return the number of the latest visit of a plate that had begun at an instant, or None."""
    row = connection.execute(
        "select id from visits where plate = ? and arrived_at <= ? order by arrived_at desc limit 1", (plate, at)
    ).fetchone()
    return None if row is None else int(row[0])


def usual_zone_time(connection: Connection, of_the_last: int = 50) -> Millis | None:
    """Return how long cars usually were in the zone: the median of the latest visits to leave it; None if none did."""
    rows = connection.execute(
        "select sum(s.ended_at - s.started_at) as spent from (select id from visits where received_at is not null"
        " and left_at is not null order by id desc limit ?) v join stays s on s.visit_id = v.id"
        " join places on key = place where kind in ('bay', 'lane') group by v.id order by spent",
        (of_the_last,),
    ).fetchall()
    return int(rows[len(rows) // 2][0]) if rows else None


def _lines(connection: Connection, tail: str, *values: object) -> tuple[VisitLine, ...]:
    """Return the visits that the rest of a statement chooses."""
    lines = []
    for row in connection.execute(
        "select id, arrived_at, received_at, received_by, work_order_at, handed_over_at, left_at, coalesce(ended, '')"
        f" from visits {tail}",
        values,
    ).fetchall():
        stays = connection.execute(
            "select place, started_at, ended_at from stays where visit_id = ? order by id", (row[0],)
        ).fetchall()
        lines.append(VisitLine(*(*row, tuple(stays))))
    return tuple(lines)
