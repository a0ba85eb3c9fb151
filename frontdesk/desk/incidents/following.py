"""What follows by itself: cars to be looked at, the authority to be told, an incident to be learned from (I12–I16)."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.transaction import Transaction
from data.incidents import car_checks, incidents
from data.matters import dues, matters
from data.zone import floor as floors
from frontdesk.desk.hazard_reports import owe_hazard
from frontdesk.desk.matters import owe_in_working_days
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.incidents.aftermath import must_be_learned_from, must_be_reported
from frontdesk.domain.incidents.car_checks import cars_there
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis, to_datetime, to_millis


def after_report(transaction: Transaction, number: int) -> None:
    """Cars that stand there are looked at before work goes on; a hazard is to be dealt with."""
    incident = incidents.get(transaction.connection, number)
    for car in cars_there(incident, floors.floor(transaction.connection)):
        car_checks.ask(transaction, number, car.visit_id)
    if incident.kind is IncidentKind.HAZARD and not incident.is_drill:
        owe_hazard(transaction, number)
    after_news(transaction, number)


def after_news(transaction: Transaction, number: int) -> None:
    """Where somebody is hurt in a major incident, the authority is told within the hour, once (I14)."""
    incident = incidents.get(transaction.connection, number)
    owed = any(due.name is DueName.AUTHORITY for due in matters.get(transaction.connection, number).dues)
    if must_be_reported(incident) and not owed:
        within = policies.current(transaction.connection).authority_report_s * SECOND
        dues.start(transaction, number, DueName.AUTHORITY, transaction.now + within, incident.command)


def after_end(transaction: Transaction, number: int) -> None:
    """It is over: cause, person responsible and loss are to be found (I12)."""
    incident = incidents.get(transaction.connection, number)
    if must_be_learned_from(incident):
        days = policies.current(transaction.connection).investigate_days
        owe_in_working_days(transaction, number, DueName.INVESTIGATE, days)


def after_mistake(transaction: Transaction, number: int) -> None:
    """There was nothing: no car has to be looked at."""
    car_checks.lift(transaction, number)


def same_day(transaction: Transaction) -> Millis:
    """Return close of business today; where the store is closed already, the end of the day."""
    policy = policies.current(transaction.connection)
    closes = OpeningHours.of(policy).closing_after(transaction.now)
    if closes is not None:
        return closes
    midnight = to_datetime(transaction.now, ZoneInfo(policy.time_zone)).replace(hour=0, minute=0, second=0)
    end = to_millis(midnight.replace(microsecond=0) + timedelta(days=1))
    return max(end, transaction.now + MINUTE)
