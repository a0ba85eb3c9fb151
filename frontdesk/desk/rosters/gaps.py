"""Gaps of the published roster are looked for thirty days ahead each day; each is owed until it is filled (S2)."""

from collections import Counter
from datetime import date, timedelta

from data import agenda as names
from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.rosters import rosters
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.roster_board import read_board, today, zone_of
from frontdesk.domain.agenda.rhythm import Rhythm
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.rosters.board import day_owed
from frontdesk.domain.rosters.shift import instant
from frontdesk.domain.rosters.version import RosterState, Version
from frontdesk.domain.values.clock import DAY, HOUR

LOOKED_AHEAD = timedelta(days=30)


def mind(transaction: Transaction, version: Version) -> None:
    """Owe that the gaps of a published version are filled, day by day; what is filled or past is owed no more.

    Where more people are missing on a day than before, that is owed anew: somebody called in sick.
    """
    if version.state is not RosterState.PUBLISHED:
        return
    connection = transaction.connection
    found = read_board(connection, version, transaction.now)
    missing = Counter[date]()
    for gap in found.gaps():
        if found.today <= gap.need.day <= found.today + LOOKED_AHEAD:
            missing[gap.need.day] += gap.missing
    owed = {day_owed(due): due for due in matters.get(connection, version.id).dues if _is_gap(due)}
    for (day, count), due in owed.items():
        if day < found.today or missing[day] > count:
            dues.lift_one(transaction, due.id)
        elif not missing[day]:
            dues.meet_one(transaction, due.id, transaction.now)
    standing = {day for day, count in owed if missing[day] <= count}
    before, zone = policies.current(connection).roster_gap_days, zone_of(connection)
    for day, count in sorted(missing.items()):
        if day not in standing:
            due_at = max(instant(day, 0, zone) - before * DAY, transaction.now + HOUR)
            dues.start(transaction, version.id, DueName.ROSTER_GAP, due_at, what=f"{day} {count}")


def _is_gap(due: Due) -> bool:
    return due.name is DueName.ROSTER_GAP and due.is_running


def mind_days(transaction: Transaction, first: date, last: date) -> None:
    """Do so for every version that has a part in some days."""
    for version in rosters.every(transaction.connection, first):
        if version.first <= last:
            mind(transaction, version)


def mind_ahead(transaction: Transaction) -> None:
    """Do so for all that is looked at ahead: what somebody may work has changed (S12)."""
    day = today(transaction.connection, transaction.now)
    mind_days(transaction, day, day + LOOKED_AHEAD)


def _look(transaction: Transaction, came: Came) -> None:
    """Look for gaps; a version whose last day is past is over, and so is its matter."""
    connection = transaction.connection
    day = today(connection, transaction.now)
    for version in rosters.every(connection):
        if version.state is RosterState.PUBLISHED and version.last < day - timedelta(days=1):
            rosters.note_state(transaction, version, RosterState.OVER)
            matters.close(transaction, version.id, Outcome.DONE)
        else:
            mind(transaction, version)


ROSTER = Rule(names.ROSTER, lambda policy: Rhythm("06:00"), _look)
