"""The areas of the store: added, renamed, taken out of use and back (I8, S3)."""

from collections.abc import Iterable, Iterator, Mapping

from data.engine.transaction import Transaction
from data.register import areas
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.areas import MOST_AREAS, NAME_LIMIT, AreaOnRecord, check_name
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

Shipped = Mapping[str, tuple[str, ...]]
"""What the shipped areas are called, in every language."""


def listed(desk: Desk) -> tuple[AreaOnRecord, ...]:
    """Return every area, in order, also those that are not in use any more."""
    return desk.read(areas.every)


def add(desk: Desk, name: str, shipped: Shipped, operation: str | None = None) -> Result:
    """Add an area of the store's own. Raises `Refused`: AREA_NAME, NAME_TAKEN, TOO_MANY_AREAS, TEXT_TOO_LONG."""
    name = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        every = areas.every(transaction.connection)
        check_name(name, _names(every, shipped))
        if len(every) >= MOST_AREAS:
            raise Refused(RegisterReason.TOO_MANY_AREAS, right=MOST_AREAS)
        area = areas.add(transaction, name)
        return Result(RegisterEvent.AREA_ADD, facts={"area": area.key, "name": name})

    return desk.do(body, operation)


def change(
    desk: Desk, key: str, shipped: Shipped, *, name: str | None = None, in_use: bool | None = None,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Rename an area, or take it out of use or back; what is not said stays. A shipped one may get its own name back.

    Raises `Refused`: NO_AREA, AREA_NAME, NAME_TAKEN, SAME_AS_BEFORE, TEXT_TOO_LONG.
    """
    said = None if name is None else whole_line(name, NAME_LIMIT)
    as_shipped = shipped.get(key, ())

    def body(transaction: Transaction) -> Result:
        every = areas.every(transaction.connection)
        area = areas.get(transaction.connection, key)
        called = area.name if said is None else "" if said in ("", *as_shipped) else said
        becomes = area._replace(name=called, in_use=area.in_use if in_use is None else in_use)
        if becomes == area:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=area.name or said or key)
        if not as_shipped or called not in ("", area.name):
            check_name(called, _names((other for other in every if other.key != key), shipped))
        areas.save(transaction, becomes)
        return Result(RegisterEvent.AREA_CHANGE, facts={"area": key, "name": called})

    return desk.do(body, operation)


def _names(every: Iterable[AreaOnRecord], shipped: Shipped) -> Iterator[str]:
    """Return what areas are called, in every language."""
    for area in every:
        yield from (area.name,) if area.name else shipped.get(area.key, ())
