"""The whole picture, read in one transaction."""

from data import (
    case_clocks,
    complaints,
    duties,
    escalations,
    events,
    meta,
    policies,
    staff,
    stations,
    tasks,
    tickets,
    visits,
)
from data.connection import Connection, reading
from frontdesk.domain.duty import Roster
from frontdesk.domain.snapshot import COMPLAINTS_SHOWN, Snapshot


def read(connection: Connection) -> Snapshot:
    """Return everything the stations show; all of it belongs to the same moment."""
    with reading(connection):
        pace = meta.pace(connection)
        return Snapshot(
            seq=events.last_seq(connection),
            policy=policies.current(connection),
            floor=visits.floor(connection),
            escalations=escalations.open_ones(connection),
            complaints=complaints.open_ones(connection, COMPLAINTS_SHOWN),
            open_complaints=complaints.count_open(connection),
            roster=Roster(staff.everyone(connection), duties.lately(connection)),
            recent=events.recent(connection),
            pace=pace,
            closed=escalations.closed_lately(connection),
            unexplained=escalations.unexplained(connection),
            count_unexplained=escalations.count_unexplained(connection),
            tasks=tasks.open_ones(connection),
            tickets=tickets.open_ones(connection),
            presence=stations.presence(connection, pace),
            next_clock=case_clocks.next_unraised(connection),
        )
