"""Every rule of the agenda. A new concern adds a line."""

from data.agenda import STANDING
from data.engine.transaction import Transaction
from frontdesk.desk import agenda, case_weeks
from frontdesk.desk.agenda import Rule
from frontdesk.desk.appointments import no_shows
from frontdesk.desk.appointments.reminding import REMINDERS
from frontdesk.desk.checks import coming as checks
from frontdesk.desk.copies.rules import COPIES, DRILL
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays.rules import HOLIDAYS
from frontdesk.desk.numbers import fall_back
from frontdesk.desk.readiness import READINESS
from frontdesk.desk.register.calling import CONTACTS
from frontdesk.desk.register.upkeep import THINGS
from frontdesk.desk.review.rules import REVIEW
from frontdesk.desk.rosters.gaps import ROSTER
from frontdesk.desk.surveys.rules import SURVEY
from frontdesk.desk.weather import decisions
from frontdesk.desk.weather.rules import FORECAST, plan_look_ups
from frontdesk.domain.journal.result import Result

RULES: tuple[Rule, ...] = (
    COPIES,
    DRILL,
    REVIEW,
    REMINDERS,
    THINGS,
    CONTACTS,
    READINESS,
    FORECAST,
    ROSTER,
    SURVEY,
    HOLIDAYS,
)


def come(desk: Desk) -> Result | None:
    """Do what time has brought; None where it has brought nothing, or somebody else was first."""
    fallen = desk.do_if(lambda transaction: fall_back(transaction, plan_anew))
    missing = no_shows.come(desk)
    over, checked, begun = decisions.come(desk), checks.come(desk), case_weeks.come(desk)
    return agenda.come(desk, RULES) or over or missing or checked or begun or fallen


def plan_standing(transaction: Transaction) -> None:
    """Plan what comes in every store."""
    for rule in RULES:
        if rule.name in STANDING:
            agenda.plan(transaction, rule)


def plan_anew(transaction: Transaction) -> None:
    """Plan everything that is not due yet once more, because the policy or the calendar has changed."""
    agenda.plan_anew(transaction, RULES)
    plan_look_ups(transaction)
    no_shows.plan(transaction)
    checks.plan(transaction)
