"""What customers were promised, and when they were told (P4)."""

from collections import defaultdict

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.progress.progress import Progress, Promise, Telling
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.values.clock import Millis


def of(connection: Connection, numbers: str) -> defaultdict[int, list[Promise]]:
    """Return the promises for cars, in the order they were given; `numbers` is a JSON list."""
    rows = connection.execute(
        "select progress_id, at, who, was, becomes, why, told_at from promises"
        " where progress_id in (select value from json_each(?)) order by id",
        (numbers,),
    )
    found: defaultdict[int, list[Promise]] = defaultdict(list)
    for owner, *promise in rows:
        found[owner].append(Promise(*promise))
    return found


def give(transaction: Transaction, car: Progress, becomes: Millis, why: str) -> None:
    """Put a promise on record; the customer does not know of it yet."""
    row: Row = {"progress_id": car.id, "at": transaction.now, "who": transaction.actor.who, "was": car.promised_at}
    transaction.insert("promises", {**row, "becomes": becomes, "why": why})


def untold(connection: Connection, car: int) -> list[int]:
    """Return the numbers of the promises the customer does not know of."""
    rows = connection.execute("select id from promises where progress_id = ? and told_at is null order by id", (car,))
    return [number for (number,) in rows]


def tell(transaction: Transaction, car: Progress, channel: Heard, words: str, silence: Millis) -> None:
    """Put on record that the customer was told, and after how long a silence while the store was open."""
    row: Row = {"progress_id": car.id, "at": transaction.now, "who": transaction.actor.who, "channel": channel}
    transaction.insert("tellings", {**row, "words": words, "silence": silence})


def tellings(connection: Connection, car: int) -> tuple[Telling, ...]:
    """Return how often the customer was told, in that order."""
    rows = connection.execute("select at, who, channel, words from tellings where progress_id = ? order by id", (car,))
    return tuple(Telling(at, who, Heard(channel), words) for at, who, channel, words in rows)
