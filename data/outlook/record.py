"""What was said of the hours, a row for each half hour, and what the escalations say came of it."""

from data.engine.connection import Connection, errors_as_sentences
from data.engine.turns import writing
from frontdesk.domain.outlook.habits import HALF_HOUR
from frontdesk.domain.outlook.outlook import AHEAD, Outlook
from frontdesk.domain.outlook.record import Said
from frontdesk.domain.values.clock import Millis

_SAID = (
    "select at, probability, exists(select 1 from escalations indexed by escalations_by_crossing"
    f" where kind = 'over_count' and crossed_at > at and crossed_at <= at + {AHEAD}"
    " and coalesce(outcome, '') not in ('corrected', 'undone'))"
    " from outlooks where half_hour >= ?1 and at <= ?2 order by half_hour"
)


def is_noted(connection: Connection, at: Millis) -> bool:
    """Whether something was said in the half hour of an instant already."""
    row = connection.execute("select 1 from outlooks where half_hour = ?", (_half_hour(at),)).fetchone()
    return row is not None


def note(connection: Connection, outlook: Outlook) -> None:
    """Note what is said; whoever is first in a half hour does it for all."""
    row = _half_hour(outlook.at), outlook.at, outlook.probability, outlook.basis_days
    with errors_as_sentences(), writing(connection):
        connection.execute("insert or ignore into outlooks values (?, ?, ?, ?)", row)


def said(connection: Connection, since: Millis, now: Millis) -> list[Said]:
    """Return what was said from an instant on of hours that are over."""
    rows = connection.execute(_SAID, (_half_hour(since), now - AHEAD))
    return [Said(at, probability, bool(happened)) for at, probability, happened in rows]


def _half_hour(at: Millis) -> int:
    return at // HALF_HOUR
