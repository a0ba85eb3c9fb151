"""The over-counts and over-stays of a month with the causes that the clocks propose (Z7)."""

from collections import defaultdict
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.figures import visits
from data.figures.raw import limits
from data.review import crowding as on_record
from data.review import waiting_bays
from data.zone import visits as visits_of_zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.review import proposals
from frontdesk.domain.review.fullness import Fullness
from frontdesk.domain.review.history import HISTORY_DAYS, History
from frontdesk.domain.review.month import MonthsCauses, ReviewCase
from frontdesk.domain.review.parts import in_zone
from frontdesk.domain.review.people import by_person
from frontdesk.domain.review.proposals import Known, Proposal
from frontdesk.domain.review.week import Week
from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.zone.visits import VisitLine


def causes_of_month(desk: Desk, month: Month) -> MonthsCauses:
    """Return the crowding of a month, each case with a proposed cause; what is usual, from the 90 days to its end.

    It reads those days whole: in a process of its own where a station asks.
    """
    now = desk.now()
    return desk.read(lambda connection: _causes(connection, month, now))


def _causes(connection: Connection, month: Month, now: Millis) -> MonthsCauses:
    zone = ZoneInfo(policies.current(connection).time_zone)
    begins, ends = month.begins(zone), month.later(1).begins(zone)
    after = date(month.later(1).year, month.later(1).number, 1)
    since = DaySpan.of(after - timedelta(days=HISTORY_DAYS), zone).begins
    in_force = limits(connection)
    visits_then = tuple(visits.between(connection, since, ends))
    lines = {visit.line.visit_id: visit.line for visit in visits_then}
    made = _Proposing(
        connection,
        lines,
        Known(
            History.of(tuple(lines.values()), zone, now),
            Fullness.of(waiting_bays.stays(connection, since, ends), in_force, since, ends),
            now,
        ),
    )
    cases = tuple(ReviewCase(each, made.propose(each)) for each in crowding(connection, begins, ends))
    people = by_person((visit for visit in visits_then if visit.line.arrived_at >= begins), in_force)
    return MonthsCauses(month, cases, Week.of((case.escalation.crossed_at for case in cases), zone), people)


def crowding(connection: Connection, begins: Millis, ends: Millis) -> tuple[Escalation, ...]:
    """Return the over-counts and over-stays that began between two instants and that a review is about."""
    found = on_record.between(connection, begins, ends)
    return tuple(each for each in found if each.happened and each.cleared_at != each.crossed_at)


class _Proposing:
    """The visits that a month's causes are proposed from, and what is usual."""

    def __init__(self, connection: Connection, lines: dict[int, VisitLine], known: Known) -> None:
        self._connection, self._lines, self._known = connection, lines, known
        self._stood: dict[int, list[tuple[Millis, Millis, VisitLine]]] = defaultdict(list)
        for line in lines.values():
            for since, until in in_zone(line, known.now):
                for hour in range(since // HOUR, until // HOUR + 1):
                    self._stood[hour].append((since, until, line))

    def propose(self, case: Escalation) -> Proposal:
        """Propose a cause for one case."""
        if case.kind is Kind.OVER_COUNT:
            return proposals.of_crowd(case.crossed_at, self._there_at(case.crossed_at), case.why, self._known)
        number = case.subject.number
        line = self._lines[number] if number in self._lines else visits_of_zone.get(self._connection, number)
        return proposals.of_stay(line, case.why, self._known)

    def _there_at(self, moment: Millis) -> list[VisitLine]:
        then = self._stood.get(moment // HOUR, [])
        return [line for since, until, line in then if since <= moment < until]
