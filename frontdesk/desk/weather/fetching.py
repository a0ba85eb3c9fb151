"""Looking up the weather by a program: a try is claimed before it is made, and what comes of it is a proposal (I7)."""

from collections.abc import Sequence

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.weather import tries
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError, InputError, Refused
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.forecast import DayWeather
from frontdesk.domain.weather.offer import APART, Try
from frontdesk.domain.weather.reasons import OfferReason


def claim(desk: Desk, source: str, *, only_owed: bool) -> int | None:
    """Begin a try; return its number. `only_owed`: None where no look-up is owed, or it was tried lately.

    Raises `Refused(FETCHED_LATELY)` where it was not ten minutes ago.
    """
    taken: list[int] = []

    def body(transaction: Transaction) -> Result | None:
        connection, now = transaction.connection, transaction.now
        if only_owed:
            at = tries.next_at(connection)
            if at is None or at > now:
                return None
        last = tries.last(connection)
        if last is not None and abs(now - last.at) < APART:
            raise Refused(OfferReason.FETCHED_LATELY, when=last.at)
        taken.append(tries.begin(transaction, source))
        return Result(WeatherEvent.FETCH, number=taken[-1], facts={"source": source})

    desk.do_if(body)
    return taken[-1] if taken else None


def note(desk: Desk, number: int, days: Sequence[DayWeather] = (), fault: FrontdeskError | None = None) -> Result:
    """Put on record what a try brought, or why it brought nothing."""

    def body(transaction: Transaction) -> Result:
        tries.end(transaction, number, days, fault)
        said = "came" if fault is None else str(fault.reason)
        return Result(WeatherEvent.FETCHED, number=number, facts={"said": said})

    return desk.do(body)


def offered(connection: Connection, now: int) -> Try | None:
    """Return the latest try of today; None where there was none today."""
    last = tries.last(connection)
    hours = OpeningHours.of(policies.current(connection))
    if last is None or hours.day_of(last.at) != hours.day_of(now):
        return None
    if last.is_running and not tries.is_running(last, now):
        return last._replace(is_running=False, fault=InputError(OfferReason.STOPPED))
    return last
