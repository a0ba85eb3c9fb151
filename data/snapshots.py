"""The whole picture, read in one transaction."""

from data import complaints, escalations, events, meta, policies, staff, visits
from data.connection import Connection, reading
from frontdesk.domain.snapshot import COMPLAINTS_SHOWN, Snapshot


def read(connection: Connection) -> Snapshot:
    """Return everything the stations show; all of it belongs to the same moment."""
    with reading(connection):
        return Snapshot(
            seq=events.last_seq(connection),
            policy=policies.current(connection),
            floor=visits.floor(connection),
            escalations=escalations.open_ones(connection),
            complaints=complaints.open_ones(connection, COMPLAINTS_SHOWN),
            open_complaints=complaints.count_open(connection),
            staff=staff.everyone(connection),
            recent=events.recent(connection),
            pace=meta.pace(connection),
            closed=escalations.closed_lately(connection),
            next_clock=complaints.next_unraised(connection),
        )
