"""Reading every record as the screens and commands do, to know which of them cannot be shown."""

import json
from collections.abc import Iterable

from data import calendar, penalties, policy
from data.cases import cases
from data.engine import store_time, stored_result
from data.engine.connection import Connection
from data.engine.parts import Progress
from data.engine.unreadable import each, note, noting
from data.escalations import escalations
from data.journal import last_seq
from data.people import duties, staff
from data.zone import floor as floors
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.unreadable import Unreadable

_AT_ONCE = 500
_EVERY = 200


def unreadable(connection: Connection, progress: Progress) -> tuple[Unreadable, ...]:
    """Return the records of all tables that cannot be shown as they are."""
    with noting() as found:
        store_time.pace(connection)
        store_time.reading(connection)
        policy.places(connection)
        calendar.current(connection)
        floors.floor(connection)
        staff.everyone(connection)
        duties.lately(connection)
        escalations.select(connection, "order by id")
        penalties.every(connection)
        last = 0
        while some := cases.cases(connection, "where c.id > ? order by c.id limit ?", last, _AT_ONCE):
            last = some[-1].id
        _drafts(connection)
        _words(connection, "notes", "step", CaseStep)
        _words(connection, "steps", "role", ("", *Role))
        results = connection.execute(f"select {stored_result.COLUMNS} from events")
        of_all = last_seq(connection)
        for number, _ in enumerate(each("events", results, stored_result.from_row)):
            if number % _EVERY == 0:
                progress(number, of_all)
    return tuple(sorted(found))


def _drafts(connection: Connection) -> None:
    for owner, text in connection.execute("select owner, fields from drafts"):
        if not isinstance(json.loads(text), dict):
            note("drafts", owner, "fields")


def _words(connection: Connection, table: str, column: str, known: Iterable[str]) -> None:
    """Note the rows of which a column says a word that this version does not know."""
    words = tuple(str(word) for word in known)
    marks = ", ".join("?" * len(words))
    for number, text in connection.execute(
        f"select id, {column} from {table} where {column} not in ({marks}) order by id", words
    ):
        note(table, number, f"{column}: {text}")
