"""A day's figures reckoned from the rows they follow from."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.zone import visits
from frontdesk.domain.figures.day import DayFigures, DaySpan, Decided
from frontdesk.domain.figures.limits import InForce, Limits, Stretch
from frontdesk.domain.figures.sweep import VisitTimes, holds_until, joined, swept
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.zone.places import is_zone_key

_VISITS = (
    "select id from visits where arrived_at >= ?1 and arrived_at < ?2"
    " union select visit_id from stays indexed by stays_in_zone where (place = 'lane' or place glob 'bay*')"
    f" and started_at > ?1 - {DAY} and started_at < ?2 and (ended_at is null or ended_at > ?1)"
    f" union select visit_id from stays indexed by stays_in_zone_for_days where ended_at - started_at >= {DAY}"
    " and (place = 'lane' or place glob 'bay*') and ended_at > ?1 and started_at < ?2"
    " union select visit_id from stays indexed by one_open_stay_per_visit where ended_at is null"
    " and (place = 'lane' or place glob 'bay*') and started_at < ?2"
)
"""The visits that began between two instants, and those that stood in the zone then."""
_LATE = (
    "select count(distinct complaint_id) from escalations e indexed by escalations_by_crossing"
    " join clocks k on k.id = cast(substr(e.subject, 7) as integer) join complaints c on c.id = complaint_id"
    " where e.kind = 'complaint_due' and crossed_at >= ?1 and crossed_at < ?2 and drill = 0"
    " and coalesce(outcome, '') not in ('corrected', 'undone')"
)
_OPENED = "select count(*) from complaints where received_at >= ?1 and received_at < ?2 and drill = 0"
_CLOSED = (
    "select count(distinct complaint_id) from notes n indexed by notes_of_closing join complaints c"
    " on c.id = complaint_id where step = 'close' and at >= ?1 and at < ?2 and drill = 0"
)
_NO_SHOWS = "select count(*) from tickets where no_show_at is not null and no_show_at >= ?1 and no_show_at < ?2"
_BOOKED = "select count(*) from appointments where at >= ?1 and at < ?2 and state <> 'cancelled'"
_MISSED = "select count(*) from appointments where at >= ?1 and at < ?2 and state = 'no_show'"
_DECIDED = (
    "select acted_by, count(*), sum(acted_at - crossed_at), max(acted_at - crossed_at) from escalations"
    " indexed by escalations_by_crossing where kind in ('over_count', 'over_stay') and crossed_at >= ?1"
    " and crossed_at < ?2 and acted_at >= crossed_at and coalesce(outcome, '') not in ('corrected', 'undone')"
    " group by acted_by order by acted_by"
)


class Reckoned(NamedTuple):
    """A day's figures, and how long they hold if nothing is entered."""

    figures: DayFigures
    holds_until: Millis | None


def reckon(connection: Connection, day: date, zone: ZoneInfo, now: Millis) -> Reckoned:
    """Return the figures of a day, each moment of it by the limits that were in force then."""
    span = DaySpan.of(day, zone)
    between = span.begins, span.ends
    in_force = limits(connection)
    found = visit_times(connection, *between)

    def count(query: str) -> int:
        return int(connection.execute(query, between).fetchone()[0])

    figures = replace(
        swept(span, found, in_force, now),
        left_unreceived=sum(visits.left_unreceived(connection, *between).values()),
        no_shows=count(_NO_SHOWS),
        decided=tuple(Decided(*row) for row in connection.execute(_DECIDED, between)),
        opened=count(_OPENED),
        closed=count(_CLOSED),
        late=count(_LATE),
        booked=count(_BOOKED),
        missed=count(_MISSED),
    )
    return Reckoned(figures, holds_until(span, found, in_force, now))


def limits(connection: Connection) -> Limits:
    """Return the limits that the store has had."""
    return Limits.of(Policy(), (InForce(*each) for each in policies.in_turn(connection)))


def visit_times(connection: Connection, begins: Millis, ends: Millis) -> list[VisitTimes]:
    """Return the visits that began between two instants, and those that stood in the zone then."""
    listed = json.dumps([number for (number,) in connection.execute(_VISITS, (begins, ends))])
    chosen = "in (select value from json_each(?))"
    stays: dict[int, list[Stretch]] = defaultdict(list)
    for visit, place, since, until in connection.execute(
        f"select visit_id, place, started_at, ended_at from stays where visit_id {chosen} order by visit_id, id",
        (listed,),
    ):
        if is_zone_key(place):
            stays[visit].append((since, until))
    tickets: dict[int, list[Stretch]] = defaultdict(list)
    for visit, issued, closed in connection.execute(
        f"select visit_id, issued_at, closed_at from tickets where visit_id {chosen} order by visit_id, id", (listed,)
    ):
        tickets[visit].append((issued, closed))
    return [
        VisitTimes(
            *(*times, ended == "turned_away", joined(stays.get(number, ())), tuple(tickets.get(number, ()))),
        )
        for number, ended, *times in connection.execute(
            "select id, ended, arrived_at, received_at, handed_over_at, left_at from visits"
            f" where id {chosen} order by id",
            (listed,),
        )
    ]
