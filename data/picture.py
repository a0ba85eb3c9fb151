"""The whole picture, read in one transaction."""

from typing import Any
from zoneinfo import ZoneInfo

from data import agenda, gates, journal, lounge, stations
from data import policy as policies
from data.cases import cases, clocks, search
from data.engine import store_time
from data.engine.connection import Connection, reading
from data.engine.unreadable import noting
from data.escalations import escalations, missed_clocks, record, tasks, unexplained
from data.figures import kept_days
from data.incidents import incidents
from data.matters import matters
from data.messages import messages
from data.people.roster import roster
from data.progress import progress
from data.register import teams
from data.runs import open_steps
from data.weather import forecasts
from data.zone import floor as floors
from frontdesk.domain.cases.search import end_of_day
from frontdesk.domain.escalations.open_steps import STEPS_SHOWN
from frontdesk.domain.picture.shown import (
    COMPLAINTS_SHOWN,
    DUE_SHOWN,
    ENDED_SHOWN,
    MATTERS_SHOWN,
    MESSAGES_SHOWN,
    UNEXPLAINED_COUNTED,
)
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis, to_datetime


def read(connection: Connection, machine_time: Millis) -> Snapshot:
    """Return everything the stations show, at a machine time; all of it belongs to the same moment."""
    with reading(connection), noting() as unreadable:
        pace = store_time.pace(connection)
        policy, passed_over = policies.in_force(connection)
        now = machine_time if pace is None else pace.at(machine_time)
        zone_of_store = ZoneInfo(policy.time_zone)
        least = policy.explain_from
        count_unexplained = unexplained.count(connection, least, UNEXPLAINED_COUNTED)
        are_few = count_unexplained <= UNEXPLAINED_COUNTED
        steps = open_steps.of_teams(connection, STEPS_SHOWN)
        agenda_at = agenda.first(connection)
        picture = Snapshot(
            seq=journal.last_seq(connection),
            policy=policy,
            floor=floors.floor(connection),
            complaints=cases.open_ones(connection, COMPLAINTS_SHOWN),
            due_counts=search.counts(connection, now, end_of_day(now, zone_of_store)),
            roster=roster(connection, now),
            recent=journal.recent(connection),
            pace=pace,
            unexplained=unexplained.latest(connection, least, are_few=are_few),
            count_unexplained=count_unexplained,
            seen=record.seen(connection),
            tasks=tasks.open_ones(connection),
            tickets=lounge.open_ones(connection),
            presence=stations.presence(connection, pace),
            next_clock=clocks.next_unraised(connection),
            passed_over=passed_over,
            camera=gates.unsure(connection, now),
            clock_set=store_time.clock_set(connection),
            agenda_at=agenda_at,
            copying=None if agenda_at is None else agenda.planned_copying(connection),
            today=kept_days.today(connection, zone_of_store, now),
            weather=forecasts.now(connection, to_datetime(now, zone_of_store).date()),
            repairs=progress.here(connection),
            incidents=incidents.open_ones(connection, now - ENDED_SHOWN),
            matters=matters.first_owed(connection, MATTERS_SHOWN),
            steps=steps,
            teams=teams.every(connection) if steps else (),
            **_prompts(connection),
            **_told(connection),
        )
        return picture._replace(unreadable=tuple(sorted(unreadable)))


def _prompts(connection: Connection) -> dict[str, Any]:
    """Return what is open and what was closed lately; of missed clocks the first, and how many more there are."""
    due, others = missed_clocks.shown(connection, DUE_SHOWN), escalations.open_ones(connection)
    is_cut = len(due) == DUE_SHOWN
    return {
        "escalations": tuple(sorted((*others, *due), key=lambda e: (e.crossed_at, e.id))),
        "closed": escalations.closed_lately(connection),
        "waiting": missed_clocks.waiting(connection),
        "unshown": max(0, missed_clocks.count_raised(connection) - len(due)) if is_cut else 0,
        "count_escalations": len(others) + (missed_clocks.count(connection) if is_cut else len(due)),
    }


def _told(connection: Connection) -> dict[str, Any]:
    """Return what people have to tell somebody, and when a program has."""
    told = messages.for_people(connection, MESSAGES_SHOWN)
    return {
        "messages": told,
        "count_messages": len(told) if len(told) < MESSAGES_SHOWN else messages.count_for_people(connection),
        "message_passes_at": messages.passes_at(connection),
        "sends_at": messages.sends_at(connection),
    }
