"""Looking up the weather: three days are published by a person, and the staff is told (I7)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from data import agenda, agenda_runs
from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.messages import routes
from data.weather import forecasts
from frontdesk.desk import owing
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.weather.fetching import offered
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.messages.message import Audience, Purpose, ToTell
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.forecast import DayWeather, Source, Weather, written
from frontdesk.domain.weather.offer import Try
from frontdesk.domain.weather.reasons import WeatherReason
from frontdesk.domain.weather.severe import is_severe
from frontdesk.domain.weather.typed import check_day

ABOUT = "forecast"
"""What a message about a look-up is about: a newer look-up replaces it."""


class Shown(NamedTuple):
    """What there is to see of the weather."""

    weather: Weather
    seen: int
    """The number of the last row that was published."""
    owed: bool
    """Whether somebody owes today's look-up."""
    offer: Try | None = None
    """What a program brought today last, or why it brought nothing."""


def shown(desk: Desk) -> Shown:
    """Return what is published from today on."""
    now = desk.now()

    def question(connection: Connection) -> Shown:
        today = OpeningHours.of(policies.current(connection)).day_of(now)
        owed = bool(matters.open_of(connection, MatterKind.FORECAST))
        found, last = forecasts.published(connection, today), forecasts.last_id(connection)
        return Shown(found, last, owed, offered(connection, now))

    return desk.read(question)


def publish(
    desk: Desk,
    days: Sequence[DayWeather],
    text: str,
    *,
    source: Source = Source.MANUAL,
    seen: int | None = None,
    operation: str | None = None,
) -> Result:
    """Publish the weather of today and the days after it; `text` is what the staff is told.

    `seen`: the number of the last row that whoever publishes knows of. Raises `Refused`: PUBLISHED_SINCE where another
    look-up came meanwhile, and as `check_day`.
    """
    for ahead, each in enumerate(days):
        check_day(each, ahead)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        check_at_desk(transaction)
        _check_seen(connection, seen)
        policy = policies.current(connection)
        today = OpeningHours.of(policy).day_of(transaction.now)
        told = [(today + timedelta(days=ahead), each, is_severe(each, policy)) for ahead, each in enumerate(days)]
        numbers = forecasts.put(transaction, told, source)
        end_look_up(transaction, RunState.DONE)
        _tell_staff(transaction, text, is_urgent=told[0][2])
        facts = {"day": today.isoformat(), "said": written(days)}
        return Result(WeatherEvent.PUBLISH, number=numbers[0], facts=facts)

    return desk.do(body, operation)


def end_look_up(transaction: Transaction, state: RunState) -> None:
    """The look-up that somebody owes is done, or came to nothing."""
    run = agenda_runs.open_run(transaction.connection, agenda.FORECAST)
    if run is not None:
        agenda_runs.end(transaction, run, state)
    done = state is RunState.DONE
    for matter in matters.open_of(transaction.connection, MatterKind.FORECAST):
        if done:
            dues.meet(transaction, matter.id, DueName.FORECAST)
        matters.close(transaction, matter.id, Outcome.DONE if done else Outcome.DROPPED)


def _check_seen(connection: Connection, seen: int | None) -> None:
    last = forecasts.last_look_up(connection)
    if seen is not None and last is not None and last.id != seen:
        raise Refused(WeatherReason.PUBLISHED_SINCE, who=last.who, when=last.looked_up_at, seen=last.id)


def _tell_staff(transaction: Transaction, text: str, *, is_urgent: bool) -> None:
    """Owe the look-up to wherever the settings call the staff; at the stations it is seen anyway."""
    channels = {channel for role in Role for channel in routes.of(transaction.connection, role)}
    for channel in sorted(channels):
        said = ToTell(Purpose.WEATHER, text, Audience.STAFF, channel=channel, about=ABOUT, is_urgent=is_urgent)
        owing.owe(transaction, said)
