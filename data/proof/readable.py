"""Reading every record as the screens and commands do, to know which of them cannot be shown."""

import json
from collections.abc import Iterable
from functools import lru_cache

from data import calendar, penalties, policy
from data.cases import cases
from data.engine import store_time, stored_result
from data.engine.connection import Connection
from data.engine.unreadable import note, noting
from data.engine.unreadable import unreadable as noted
from data.escalations import escalations
from data.people import duties, staff
from data.progress import progress
from data.proof.walk import Event, Fold
from data.zone import floor as floors
from frontdesk.domain.cases.asks import Asked
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.unreadable import SENSELESS, Unreadable

_AT_ONCE = 500


def unreadable(connection: Connection) -> set[Unreadable]:
    """Return the records of all tables but the events' that cannot be shown as they are."""
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
        last = 0
        while repairs := progress.after(connection, last, _AT_ONCE):
            last = repairs[-1].id
        _drafts(connection)
        _words(connection, "notes", "step", CaseStep)
        _words(connection, "asks", "state", Asked)
        _words(connection, "steps", "role", ("", *Role))
    return found


class Results(Fold):
    """Which events keep a result that cannot be told."""

    def __init__(self) -> None:
        self._found: set[Unreadable] = set()

    def take(self, event: Event) -> None:
        """Take an event in."""
        if (error := _not_told(event.row["kind"], event.row["answer"])) is not None:
            self._found.add(noted("events", event.seq, error))

    def unreadable(self) -> set[Unreadable]:
        """Return the events whose result cannot be told."""
        self.check()
        return self._found


@lru_cache(maxsize=1024)
def _not_told(kind: str, answer: str) -> Exception | None:
    """Return what keeps a result from being told; the other columns of its event are what they are."""
    try:
        stored_result.from_row((0, kind, "", "", 0, None, "", answer))
    except SENSELESS as error:
        return error
    return None


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
