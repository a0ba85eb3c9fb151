"""Parts that are fetched for somebody: ordered, on their way, handed out against a signed plan (R4, R5, R8, R9)."""

from collections.abc import Callable

from data import parts
from data.engine.transaction import Row, Transaction
from data.matters import matters
from data.rescues import rescues
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.rescues.rescues import tolerance
from frontdesk.desk.rescues.settling import settle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.parts.events import PartEvent
from frontdesk.domain.parts.part import PartOrder, PartState, Source, Way, check_eta, check_step, check_way, check_what
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

_EVENTS = {PartState.HANDED: PartEvent.HAND, PartState.CANCELLED: PartEvent.CANCEL}


def shown(desk: Desk, number: int) -> PartOrder:
    """Return one part. Raises `Refused(NO_PART)`."""
    return desk.read(lambda connection: parts.get(connection, number))


def open_ones(desk: Desk) -> tuple[PartOrder, ...]:
    """Return the parts that are still to be handed out, in the order they were asked for."""
    return desk.read(parts.open_ones)


def order(desk: Desk, number: int, way: Way, operation: str | None = None) -> Result:
    """Say where a part comes from, how, and when; what is not said stays.

    Raises `Refused`: NO_PART, PART_STATE, MAY_NOT_FLY, MONITORED_LATE, PART_ETA.
    """

    def change(_transaction: Transaction, part: PartOrder) -> Result:
        return Result(PartEvent.CHANGE, facts={"source": part.source})

    return _on_part(desk, number, change, operation, way)


def maker_ok(desk: Desk, number: int, way: Way | None = None, operation: str | None = None) -> Result:
    """The maker approved a monitored part (R9); `way`: what is said of it besides.

    Raises `Refused`: NOT_MONITORED, OK_ALREADY, and as `order`.
    """

    def change(transaction: Transaction, part: PartOrder) -> Result:
        if not part.monitored:
            raise Refused(PartReason.NOT_MONITORED, part=part.name)
        if part.maker_ok_at is not None:
            raise Refused(PartReason.OK_ALREADY, part=part.name, at=part.maker_ok_at)
        parts.change(transaction, part, {"maker_ok_at": transaction.now})
        return Result(PartEvent.MAKER_OK)

    return _on_part(desk, number, change, operation, way)


def step(
    desk: Desk, number: int, becomes: PartState, way: Way | None = None, operation: str | None = None
) -> Result:  # fmt: skip
    """A part went on: ordered, shipped, arrived, handed out; or it is not wanted any more. `way`: as in `maker_ok`.

    Raises `Refused`: NOT_RELEASED, as `order`; PARTS_UNSIGNED where its rescue is not signed (R8).
    """

    def change(transaction: Transaction, part: PartOrder) -> Result:
        check_step(part, becomes)
        if becomes is PartState.HANDED:
            _check_signed(transaction, part)
        parts.change(transaction, part, {"state": becomes})
        return Result(_EVENTS.get(becomes, PartEvent.STEP), facts={"state": becomes})

    return _on_part(desk, number, change, operation, way)


def want(desk: Desk, matter: int, name: str, quantity: int = 1, operation: str | None = None) -> Result:
    """Want a part for a matter. Raises `Refused`: NO_MATTER, MATTER_CLOSED, PART_NAME."""
    said = whole_line(name)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        check_what(said, quantity)
        found = matters.get(transaction.connection, matter)
        if found.closed_at is not None:
            raise Refused(MatterReason.MATTER_CLOSED, number=matter, who=found.closed_by, when=found.closed_at)
        row: Row = {"name": said, "quantity": quantity, "source": Source.STOCK}
        number = parts.ask(transaction, matter, row)
        _settle(transaction, matter)
        return Result(PartEvent.ASK, number=number, facts={"part": said})

    return desk.do(body, operation)


def _on_part(
    desk: Desk, number: int, change: Callable[[Transaction, PartOrder], Result], operation: str | None, way: Way | None
) -> Result:
    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        part = parts.get(transaction.connection, number)
        if not part.is_open:
            raise Refused(PartReason.PART_STATE, number=part.id, part=part.name, state=part.state, who=part.changed_by)
        result = change(transaction, _as_said(transaction, part, way) if way else part)
        _settle(transaction, part.matter)
        return Result(result.kind, number=number, facts={**result.facts, "part": part.name})

    return desk.do(body, operation)


def _as_said(transaction: Transaction, part: PartOrder, way: Way) -> PartOrder:
    """Put what is said of a part's way on record; return the part as it is then."""
    typed: Row = {**way}
    if "number" in way:
        typed["number"] = whole_line(way["number"])
    check_eta(way.get("eta"), transaction.now)
    becomes = part._replace(**typed)
    check_way(becomes)
    parts.change(transaction, part, typed)
    return becomes


def _settle(transaction: Transaction, matter: int) -> None:
    if matters.get(transaction.connection, matter).kind is MatterKind.RESCUE:
        settle(transaction, matter)


def _check_signed(transaction: Transaction, part: PartOrder) -> None:
    connection = transaction.connection
    if matters.get(connection, part.matter).kind is not MatterKind.RESCUE:
        return
    rescue = rescues.get(connection, part.matter)
    if not rescue.is_approved(tolerance(connection)):
        raise Refused(PartReason.PARTS_UNSIGNED, part=part.name, number=rescue.id)
