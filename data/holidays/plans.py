"""The plans of holidays (S2)."""

from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.engine.unreadable import each
from frontdesk.domain.holidays.plan import HolidayPlan
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.values.errors import Refused

_FROM = "select p.id, first, last, m.opened_at, asked_through from holiday_plans p join matters m on m.id = p.id"


def every(connection: Connection) -> tuple[HolidayPlan, ...]:
    """Return the plans, but those that were dropped, the earliest first."""
    return _select(connection, "m.outcome <> 'dropped' order by first")


def unfinished(connection: Connection) -> tuple[HolidayPlan, ...]:
    """Return the plans that are not brought to their end."""
    return _select(connection, "m.closed_at is null order by first")


def every_day(connection: Connection) -> frozenset[date]:
    """Return the first day of every plan there ever was: one that was dropped is not opened again by itself."""
    return frozenset(plan.first for plan in _select(connection, "1"))


def get(connection: Connection, number: int) -> HolidayPlan:
    """Return one plan. Raises `Refused(NO_HOLIDAY_PLAN)`."""
    found = _select(connection, "p.id = ?", number)
    if not found:
        raise Refused(HolidayReason.NO_HOLIDAY_PLAN, number=number)
    return found[0]


def put(transaction: Transaction, number: int, first: date, last: date) -> None:
    """Put a plan on record for a matter that was opened for it."""
    transaction.insert("holiday_plans", {"id": number, "first": str(first), "last": str(last)})


def note_asked(transaction: Transaction, plan: HolidayPlan, through: date) -> None:
    """Whoever came up to a day was drawn to be asked."""
    transaction.update("holiday_plans", plan.id, {"asked_through": str(through)})


def _select(connection: Connection, condition: str, *values: object) -> tuple[HolidayPlan, ...]:
    rows = connection.execute(f"{_FROM} where {condition}", values).fetchall()
    return tuple(each("holiday_plans", rows, _plan))


def _plan(row: tuple[Any, ...]) -> HolidayPlan:
    number, first, last, opened_at, asked = row
    return HolidayPlan(number, date.fromisoformat(first), date.fromisoformat(last), opened_at, _day(asked))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
