"""When the draft of next year's survey is opened: on the first of November (Q7)."""

from data import agenda, policy
from data.engine.transaction import Transaction
from data.surveys import surveys
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.surveys.surveys import open_in
from frontdesk.domain.agenda.rhythm import Days, Rhythm
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.surveys.survey import SurveyKind
from frontdesk.domain.values.clock import to_datetime

_NOVEMBER = frozenset({11})


def _open(transaction: Transaction, came: Came) -> None:
    zone = OpeningHours.of(policy.current(transaction.connection)).zone
    year = to_datetime(came.due_at, zone).year + 1
    if not surveys.is_there(transaction.connection, year, SurveyKind.YEAR):
        open_in(transaction, year, SurveyKind.YEAR)


SURVEY = Rule(agenda.SURVEY, lambda policy: Rhythm("06:00", Days.EVERY, _NOVEMBER), _open)
