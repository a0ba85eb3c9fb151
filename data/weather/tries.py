"""The tries of programs to look up the weather (I7)."""

import json
from collections.abc import Iterable
from typing import Any

from data import agenda
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, InputError, Refused
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky
from frontdesk.domain.weather.offer import APART, LEASE, Try
from frontdesk.domain.weather.reasons import DayAhead, OfferReason, WeatherReason

_COLUMNS = "id, at, source, state, days, fault, facts"
_KINDS = {"day": DayAhead, "figure": Figure}


def last(connection: Connection) -> Try | None:
    """Return the latest try; None where there was none."""
    rows = connection.execute(f"select {_COLUMNS} from forecast_tries order by id desc limit 1").fetchall()
    return next(iter(each("forecast_tries", rows, _try)), None)


def next_at(connection: Connection) -> Millis | None:
    """Return when a program may look up what somebody owes today; None where nothing is owed, or it has come.

    It is asked for every picture: where no look-up is owed, that is one probe of an index.
    """
    sql = "select due_at from agenda_runs where rule = ? and state = 'due'"
    owed = connection.execute(sql, (agenda.FORECAST,)).fetchone()
    if owed is None:
        return None
    row = connection.execute("select at, state from forecast_tries order by id desc limit 1").fetchone()
    if row is None or row[0] < owed[0]:
        return max(int(owed[0]), 0 if row is None else int(row[0]) + APART)
    at, state = row
    return None if state == "came" else int(at) + APART


def begin(transaction: Transaction, source: str) -> int:
    """Put on record that a try begins; one that was stopped before is over."""
    connection = transaction.connection
    running = connection.execute("select id from forecast_tries where state = 'trying'").fetchall()
    for (number,) in running:
        end(transaction, number, fault=InputError(OfferReason.STOPPED))
    return transaction.insert("forecast_tries", {"at": transaction.now, "source": source, "state": "trying"})


def end(
    transaction: Transaction, number: int, days: Iterable[DayWeather] = (), fault: FrontdeskError | None = None
) -> None:
    """Put on record what a try brought, or why it brought nothing."""
    values: Row = {"state": "came" if fault is None else "failed", "ended_at": transaction.now}
    values["days"] = json.dumps([list(day) for day in days])
    if fault is not None:
        values |= {"fault": str(fault.reason), "facts": json.dumps(fault.facts, ensure_ascii=False, default=str)}
    transaction.update("forecast_tries", number, values, where={"state": "trying"})


def is_running(found: Try, now: Millis) -> bool:
    """Whether somebody may still be at a try."""
    return found.is_running and now < found.at + LEASE


def _try(row: tuple[Any, ...]) -> Try:
    number, at, source, state, days, fault, facts = row
    found = tuple(
        DayWeather(Sky(sky), low, high, rain, snow, gust, Signal(warning))
        for sky, low, high, rain, snow, gust, warning in json.loads(days)
    )
    return Try(number, at, source, found, _fault(fault, json.loads(facts)), state == "trying")


def _fault(reason: str, facts: dict[str, Any]) -> Refused | InputError | None:
    if not reason:
        return None
    told = {name: _KINDS[name](value) if name in _KINDS else value for name, value in facts.items()}
    if reason in set(WeatherReason):
        return Refused(WeatherReason(reason), **told)
    return InputError(OfferReason(reason), **told)
