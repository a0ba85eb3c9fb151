"""What was counted of each store in a month."""

from typing import Any

from psycopg import Connection

from frontdesk.domain.group.comparison import Comparison, Measure, Month
from frontdesk.domain.values.clock import Millis

_STORES = "select code, name, province, case when trouble is null then heard_at end from stores order by code"
"""One of which something is not taken is as good as not heard of."""
_CARS = (
    "select store, count(*) from visits where arrived_at >= %(begins)s and arrived_at < %(ends)s group by store"
)  # fmt: skip
_OF_A_CAR = (
    "select v.store, count(*) from visits v where arrived_at >= %(begins)s and arrived_at < %(ends)s"
    " and exists (select from escalations e where e.store = v.store and e.subject = 'visit:' || v.id and kind = '{}'"
    " and coalesce(outcome, '') not in ('corrected', 'undone')) group by v.store"
)
_BETWEEN = "select r.store, count(*) from {} where {} >= %(begins)s and {} < %(ends)s and {} group by r.store"
_REAL = "not coalesce(m.drill, 0) = 1"
_WITH_MATTER = "{} r left join matters m on m.store = r.store and m.id = r.id"

_COUNTED = {
    Measure.OVER_COUNTS: _BETWEEN.format(
        "escalations r", "crossed_at", "crossed_at",
        "kind = 'over_count' and coalesce(outcome, '') not in ('corrected', 'undone')",
    ),
    Measure.OVER_STAYS: _OF_A_CAR.format("over_stay"),
    Measure.LATE_RECEPTIONS: _OF_A_CAR.format("late_reception"),
    Measure.COMPLAINTS: _BETWEEN.format("complaints r", "received_at", "received_at", "coalesce(r.drill, 0) = 0"),
    Measure.PENALTIES: _BETWEEN.format("penalties r", "proposed_at", "proposed_at", "countered_at is null"),
    Measure.RESCUES: _BETWEEN.format(_WITH_MATTER.format("rescues"), "called_at", "called_at", _REAL),
    Measure.INCIDENTS: _BETWEEN.format(_WITH_MATTER.format("incidents"), "occurred_at", "occurred_at", _REAL),
}  # fmt: skip


def compared(connection: Connection[Any], begins: Millis, ends: Millis) -> Comparison:
    """Return what was counted of each store between two instants; all at once within `at_one_instant`."""
    between = {"begins": begins, "ends": ends}

    def counted(query: str) -> dict[str, int]:
        return dict(connection.execute(query, between).fetchall())

    stores = connection.execute(_STORES).fetchall()
    cars = counted(_CARS)
    counts = {measure: counted(query) for measure, query in _COUNTED.items()}
    months = (
        Month(code, name, province, heard, cars.get(code, 0), {each: of.get(code, 0) for each, of in counts.items()})
        for code, name, province, heard in stores
    )
    return Comparison(tuple(months), ends)
