"""When somebody owes the day's look-up of the weather, where the store has switched it on (I7)."""

from datetime import datetime, time

from data import agenda, agenda_runs
from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.weather import forecasts
from frontdesk.desk.agenda import Came, Rule, plan
from frontdesk.desk.weather.forecasts import end_look_up
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.agenda.rhythm import Days, Rhythm
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import to_millis
from frontdesk.domain.weather.look_up import begins_at


def _open(transaction: Transaction, came: Came) -> None:
    """Owe the day's look-up, unless it is done or the day is over; one that nobody did is on record as missed."""
    connection = transaction.connection
    policy = policies.current(connection)
    hours = OpeningHours.of(policy)
    end_look_up(transaction, RunState.MISSED)
    agenda_runs.begin(transaction, agenda.FORECAST, came.due_at, came.missed)
    day = hours.day_of(came.due_at)
    if forecasts.is_looked_up(connection, day):
        end_look_up(transaction, RunState.DONE)
    elif hours.day_of(transaction.now) > day:
        end_look_up(transaction, RunState.MISSED)
    else:
        number = matters.open_one(transaction, MatterKind.FORECAST, day.isoformat())
        due_at = to_millis(datetime.combine(day, time.fromisoformat(policy.forecast_by), hours.zone))
        dues.start(transaction, number, DueName.FORECAST, max(due_at, transaction.now))


def _rhythm(policy: Policy) -> Rhythm:
    return Rhythm(begins_at(policy.forecast_by), Days.OPEN)


FORECAST = Rule(agenda.FORECAST, _rhythm, _open)


def plan_look_ups(transaction: Transaction) -> None:
    """Plan the look-ups where the store wants them, from the next one on; where it does not, none is owed."""
    if policies.current(transaction.connection).weather == "daily":
        plan(transaction, FORECAST)
    elif agenda.is_planned(transaction.connection, agenda.FORECAST):
        agenda.drop(transaction.connection, agenda.FORECAST)
        end_look_up(transaction, RunState.MISSED)
