"""The rescues, each with its plans, its times of arrival, and what was said on the road (R1–R9)."""

import json
from typing import Any

from data import approvals, parts
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from data.rescues import plans as revisions
from data.rescues import road
from frontdesk.domain.approvals.approval import Approval, What
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.rescue import CallForm, Rescue
from frontdesk.domain.rescues.terms import Hurt, RescueOutcome, Stands
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_FORM = ("place", "stands", "hurt", "plate", "model", "km", "customer", "symptom", "elsewhere")
_REST = (
    "called_at", "taken_by", "phone_id", "second_id", "consent_revision", "consent_at", "consent_by", "consent",
    "consent_words", "departed_at", "vehicle", "without", "arrived_at", "checked_at", "as_planned", "checked_words",
    "ended_at", "outcome", "satisfied", "result_words", "mark", "followed_at",
)  # fmt: skip
_COLUMNS = ", ".join(f"r.{name}" for name in ("id", *_FORM, *_REST))
_FROM = (
    f"select {_COLUMNS}, coalesce(p.masked, ''), coalesce(s.masked, '') from rescues r"
    " left join phones p on p.id = r.phone_id left join phones s on s.id = r.second_id"
)
_LISTED = 500


def open_ones(connection: Connection) -> tuple[Rescue, ...]:
    """Return the rescues that are not over, in the order their calls came."""
    is_open = "r.id in (select id from matters where closed_at is null and kind = 'rescue')"
    return _select(connection, f"{is_open} order by r.id")


def newest(connection: Connection) -> tuple[Rescue, ...]:
    """Return the newest rescues, newest first."""
    return _select(connection, f"true order by r.id desc limit {_LISTED}")


def of_plate(connection: Connection, plate: Plate, limit: int = 5) -> tuple[Rescue, ...]:
    """Return the rescues of a car, the latest first."""
    return _select(connection, "r.plate = ? order by r.id desc limit ?", plate, limit)


def get(connection: Connection, number: int) -> Rescue:
    """Return the rescue that is this matter. Raises `Refused(NO_RESCUE)`."""
    found = _select(connection, "r.id = ?", number)
    if not found:
        raise Refused(RescueReason.NO_RESCUE, number=number)
    return found[0]


def open_one(transaction: Transaction, form: CallForm, values: Row) -> int:
    """Put a call on record; return the number of its matter."""
    number = matters.open_one(transaction, MatterKind.RESCUE, form.plate)
    transaction.insert("rescues", {"id": number, **form._asdict(), **values})
    return number


def change(transaction: Transaction, rescue: Rescue, values: Row) -> None:
    """Change what is on record of a rescue, unless it went on meanwhile."""
    where: Row = {"departed_at": rescue.departed_at, "arrived_at": rescue.arrived_at, "ended_at": rescue.ended_at}
    transaction.update("rescues", rescue.id, values, where=where)


def _select(connection: Connection, tail: str, *values: object) -> tuple[Rescue, ...]:
    rows = connection.execute(f"{_FROM} where {tail}", values).fetchall()
    numbers = [row[0] for row in rows]
    if not numbers:
        return ()
    listed = json.dumps(numbers)
    owned, fetched = matters.of(connection, numbers), parts.of(connection, numbers)
    made, etas, contacts = (read(connection, listed) for read in (revisions.of, road.etas, road.contacts))
    return tuple(
        each(
            "rescues",
            rows,
            lambda row: _rescue(
                owned[row[0]],
                row,
                *(found.get(row[0], ()) for found in (made, etas, contacts, fetched)),
                _asked(connection, row[0]),
            ),
        )
    )


def _asked(connection: Connection, number: int) -> Approval | None:
    signed = [each for each in approvals.of_matter(connection, number) if each.what is What.RESCUE]
    return signed[-1] if signed else None


def _rescue(matter: Matter, row: tuple[Any, ...], *rest: Any) -> Rescue:
    named = dict(zip(("id", *_FORM, *_REST, "phone", "second"), row, strict=True))
    del named["id"]
    said = {name: named.pop(name) for name in _FORM}
    form = CallForm(**{**said, "stands": Stands(said["stands"]), "hurt": Hurt(said["hurt"])})
    for name in ("consent", "as_planned", "satisfied"):
        named[name] = None if named[name] is None else bool(named[name])
    named |= {"outcome": RescueOutcome(named["outcome"]) if named["outcome"] else None}
    plans, etas, contacts, fetched, approval = rest
    return Rescue(
        matter=matter, form=form, plans=plans, etas=etas, contacts=contacts, parts=fetched, approval=approval, **named
    )
