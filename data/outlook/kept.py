"""What the days before the present one were like: read by whoever is first on a day, and kept for all of that day."""

import json
import struct

from data.engine.connection import Connection, errors_as_sentences
from data.engine.turns import writing
from frontdesk.domain.outlook.habits import HALF_HOURS, Basis, Habits, Known

_LONGEST = 2**32 - 1
"""A car that was in the zone for longer, 49 days, counts as this."""


def of(connection: Connection, basis: Basis) -> Known | None:
    """Return what is kept for a day; None where nothing is that can be used, or of other days than are wanted now."""
    row = connection.execute(
        "select days, per_half_hour, lengths from habits where day = ? and class = ? and most = ?", _key(basis)
    ).fetchone()
    if row is None:
        return None
    days, rates, lengths = row
    per_half_hour = tuple(json.loads(rates))
    if len(per_half_hour) != HALF_HOURS or not all(isinstance(rate, float) for rate in per_half_hour):
        return None
    return Known(basis, Habits(days, per_half_hour, struct.unpack(f"<{len(lengths) // 4}I", lengths)))


def keep(connection: Connection, known: Known) -> None:
    """Keep it in place of what was kept, unless somebody else was first."""
    habits = known.habits
    lengths = struct.pack(f"<{len(habits.lengths)}I", *(min(each, _LONGEST) for each in habits.lengths))
    row = *_key(known.basis), habits.days, json.dumps(habits.per_half_hour), lengths
    with errors_as_sentences(), writing(connection):
        if of(connection, known.basis) is None:
            connection.execute("delete from habits")
            connection.execute("insert into habits values (?, ?, ?, ?, ?, ?)", row)


def _key(basis: Basis) -> tuple[str, str, int]:
    return basis.day.isoformat(), basis.of.value, basis.most
