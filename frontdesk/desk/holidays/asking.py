"""In a holiday satisfaction is asked day by day: yesterday's visitors are drawn and owed the call (S11)."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.holidays import plans
from frontdesk.desk.holiday_proofs import survey_in_force
from frontdesk.desk.surveys import asking
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.plan import HolidayPlan


def ask(transaction: Transaction, plan: HolidayPlan) -> None:
    """Draw those who came on the holiday's days that are over and were not drawn for yet.

    Without a survey in force nobody is: the plan's point says so, and somebody says in words how they were asked.
    """
    connection = transaction.connection
    today = OpeningHours.of(policies.current(connection)).day_of(transaction.now)
    survey = survey_in_force(connection, plan)
    over = [day for day in plan.days if day < today and (plan.asked_through is None or day > plan.asked_through)]
    if survey is None or not over:
        return
    for day in over:
        asking.draw_day(transaction, survey, day)
    plans.note_asked(transaction, plan, over[-1])
