"""What head office's dashboard shows, read from the database: each answer is of one instant, and changes nothing."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.group.comparison import Comparison
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import CarThere, EscalationThere, MajorThere, There
from frontdesk.group import version
from frontdesk.group.database import at_one_instant, connected

if TYPE_CHECKING:
    from psycopg import Connection

QUICK_S, LONG_S = 10, 120
"""How long PostgreSQL may take for what is asked every few seconds, and for a month of all stores."""
_MOST = 200
"""So many of each are shown at most."""
_CARS = (
    "select v.id, coalesce(v.plate, ''), v.received_at, s.place, s.started_at, s.ended_at"
    " from visits v join stays s on s.store = v.store and s.visit_id = v.id"
    " where v.store = %(code)s and v.left_at is null order by v.arrived_at desc, v.id, s.started_at, s.id"
)
_ESCALATIONS = (
    "select kind, coalesce(plate, ''), crossed_at, state from escalations"
    f" where store = %(code)s and cleared_at is null order by crossed_at desc limit {_MOST}"
)
_MAJORS = (
    "select id, stage, received_at, next_due from complaints where store = %(code)s and severity = 'major'"
    f" and stage <> 'closed' and coalesce(drill, 0) = 0 order by received_at limit {_MOST}"
)

T = TypeVar("T")


class Reading:
    """Reads from one database; each time on a connection of its own, so that one that broke harms nothing."""

    def __init__(self, address: str) -> None:
        self._address = address

    def stores(self) -> tuple[Store, ...]:
        """Return all stores. Raises `StoreError`."""
        from frontdesk.group import stores  # noqa: PLC0415 - of the extra `group`

        return self._ask(lambda connection: tuple(stores.every(connection)))

    def compared(self, month: Month, zone: ZoneInfo, within_s: int = LONG_S) -> Comparison:
        """Return the stores beside each other in a month; 0 for however long it takes. Raises `StoreError`."""
        from frontdesk.group.compared import compared  # noqa: PLC0415 - of the extra `group`

        begins, ends = month.begins(zone), month.later(1).begins(zone)
        return self._ask(lambda connection: compared(connection, begins, ends), within_s)

    def there(self, code: str) -> There:
        """Return what goes on at a store. Raises `StoreError`."""
        return self._ask(lambda connection: _there(connection, code))

    def _ask(self, question: "Callable[[Connection[Any]], T]", within_s: int = QUICK_S) -> T:
        with connected(self._address) as connection, at_one_instant(connection, within_s):
            version.check(connection)
            return question(connection)


def _there(connection: "Connection[Any]", code: str) -> There:
    asked = {"code": code}
    rows = connection.execute(_CARS, asked).fetchall()
    cars = [
        CarThere(plate, received_at, tuple(row[3:] for row in stays))
        for (_, plate, received_at), stays in groupby(rows, itemgetter(0, 1, 2))
    ]
    return There(
        code,
        tuple(cars[:_MOST]),
        tuple(map(EscalationThere._make, connection.execute(_ESCALATIONS, asked).fetchall())),
        tuple(map(MajorThere._make, connection.execute(_MAJORS, asked).fetchall())),
    )
