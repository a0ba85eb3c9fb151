"""When each rule of the agenda comes next, and what of it every station has to know."""

from typing import NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.copies.copying import Copying
from frontdesk.domain.values.clock import DAY, Millis

COPIES, DRILL, REVIEW, ROSTER, SURVEY = "copies", "drill", "review", "roster", "survey"
"""The rules."""
HOLIDAYS = "holidays"
"""Looks each morning whether the plan of a holiday is to be opened, and asks those who came in one."""
STANDING = (REVIEW, SURVEY)
"""Those that come in every store, whether somebody has asked for them or not."""
APPOINTMENTS = "appointments"
"""Comes when the next customer may turn out not to have come."""
REMINDERS = "reminders"
"""Who is booked for the next opening day is to be reminded."""
CHECKS = "checks"
"""Comes when the next check does, or when the time for one is over."""
THINGS = "things"
"""Things are looked through at opening: what is to be renewed, filled up or mended."""
READINESS = "readiness"
"""Drills, trainings and certificates are looked through at opening: what is due soon."""
CONTACTS = "contacts"
"""The emergency contact list is looked through at opening: whom to call."""
FORECAST = "forecast"
"""The day's look-up of the weather."""
WEATHER = "weather_ends"
"""Comes when the time of a decision because of the weather is over."""
WEEKS = "weeks"
"""Comes once after an update: cases that were open begin to owe a date."""
EMERGENCY = "emergency"
"""Comes once, at a given instant: a number that was changed at once falls back."""


class Planned(NamedTuple):
    """A rule, when it comes next, and when it came last."""

    rule: str
    at: Millis
    last_at: Millis | None


def first(connection: Connection) -> Millis | None:
    """Return when anything comes next; None where nothing is planned."""
    at: Millis | None = connection.execute("select min(at) from agenda").fetchone()[0]
    return at


def planned(connection: Connection) -> tuple[Planned, ...]:
    """Return all that is planned."""
    return tuple(Planned(*row) for row in connection.execute("select rule, at, last_at from agenda order by at, rule"))


def next_one(connection: Connection) -> Planned | None:
    """Return what comes next; None where nothing is planned."""
    row = connection.execute("select rule, at, last_at from agenda order by at limit 1").fetchone()
    return None if row is None else Planned(*row)


def at_of(connection: Connection, rule: str) -> Millis | None:
    """Return when a rule comes next; None where it is not planned."""
    row = connection.execute("select at from agenda where rule = ?", (rule,)).fetchone()
    return None if row is None else int(row[0])


def is_planned(connection: Connection, rule: str) -> bool:
    """Whether a rule is planned."""
    return connection.execute("select 1 from agenda where rule = ?", (rule,)).fetchone() is not None


def put(connection: Connection, rule: str, at: Millis, last_at: Millis | None = None) -> None:
    """Plan when a rule comes next, in a transaction under way."""
    connection.execute(
        "insert into agenda (rule, at, last_at) values (?, ?, ?)"
        " on conflict (rule) do update set at = excluded.at, last_at = coalesce(excluded.last_at, last_at)",
        (rule, at, last_at),
    )


def drop(connection: Connection, rule: str) -> None:
    """Plan a rule no more, in a transaction under way."""
    connection.execute("delete from agenda where rule = ?", (rule,))


def planned_copying(connection: Connection) -> Copying | None:
    """Return how it stands with the copies that make themselves; None where none are planned."""
    return copying(connection) if is_planned(connection, COPIES) else None


def copying(connection: Connection) -> Copying:
    """Return what of the copies a station has to know."""
    (waits,) = connection.execute(
        "select min(due_at) from agenda_runs where state = 'due' and rule in (?, ?)", (COPIES, DRILL)
    ).fetchone()
    drill = connection.execute(
        "select due_at, state from agenda_runs where rule = ? order by id desc limit 1", (DRILL,)
    ).fetchone()
    due_at, state = drill or (None, None)
    return Copying(waits, _last_good(connection), due_at, state and RunState(state))


def _last_good(connection: Connection) -> Millis | None:
    row = connection.execute("select at from copies where fault = '' order by id desc limit 1").fetchone()
    if row is None:
        sql = "select due_at - ? from agenda_runs where rule = ? order by id limit 1"
        row = connection.execute(sql, (DAY, COPIES)).fetchone()
    return None if row is None else int(row[0])
