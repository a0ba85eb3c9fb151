"""What each morning brings of holidays: a plan before each of them, and in them the calls (S2, S11)."""

from data import agenda, calendar
from data import policy as policies
from data.engine.transaction import Transaction
from data.holidays import plans
from frontdesk.desk import holiday_points
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.holidays.asking import ask
from frontdesk.desk.holidays.opening import open_one
from frontdesk.domain.agenda.rhythm import Rhythm
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.plan import coming


def _look(transaction: Transaction, came: Came) -> None:
    """Open the plan of each holiday whose time has come; ask in those that go on; let every point say what is so."""
    connection = transaction.connection
    policy = policies.current(connection)
    today = OpeningHours.of(policy).day_of(transaction.now)
    known = plans.every_day(connection)
    for holiday in coming(today, policy.holiday_ahead_days, calendar.current(connection), policy.holiday_least_days):
        if holiday.first not in known:
            open_one(transaction, holiday)
    for plan in plans.unfinished(connection):
        ask(transaction, plan)
    holiday_points.keep_up(transaction)


HOLIDAYS = Rule(agenda.HOLIDAYS, lambda policy: Rhythm(f"{holiday_points.AT:%H:%M}"), _look)
