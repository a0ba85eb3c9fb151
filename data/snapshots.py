"""The whole picture, read in one transaction."""

from zoneinfo import ZoneInfo

from data import (
    case_clocks,
    case_search,
    complaints,
    due_escalations,
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
from frontdesk.domain.case_search import end_of_day
from frontdesk.domain.clock import Millis
from frontdesk.domain.duty import Roster
from frontdesk.domain.snapshot import COMPLAINTS_SHOWN, DUE_SHOWN, Snapshot


def read(connection: Connection, machine: Millis) -> Snapshot:
    """Return everything the stations show, at a machine time; all of it belongs to the same moment."""
    with reading(connection):
        pace = meta.pace(connection)
        policy = policies.current(connection)
        now = machine if pace is None else pace.at(machine)
        due = due_escalations.shown(connection, DUE_SHOWN)
        others = escalations.open_ones(connection)
        is_cut = len(due) == DUE_SHOWN
        return Snapshot(
            seq=events.last_seq(connection),
            policy=policy,
            floor=visits.floor(connection),
            escalations=tuple(sorted((*others, *due), key=lambda e: (e.crossed_at, e.id))),
            complaints=complaints.open_ones(connection, COMPLAINTS_SHOWN),
            due_counts=case_search.counts(connection, now, end_of_day(now, ZoneInfo(policy.time_zone))),
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
            waiting=due_escalations.waiting(connection),
            unshown=max(0, due_escalations.count_raised(connection) - len(due)) if is_cut else 0,
            count_escalations=len(others) + (due_escalations.count(connection) if is_cut else len(due)),
        )
