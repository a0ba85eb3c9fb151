"""The monthly reviews, the causes that were said, and why a cause has no measure (Z7)."""

from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.review.review import Decided, Left, Review, ReviewState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


def of_month(connection: Connection, month: Month) -> Review:
    """Return the review of a month. Raises `Refused(NO_REVIEW)`."""
    found = _select(connection, "month = ?", str(month))
    if not found:
        raise Refused(ReviewReason.NO_REVIEW, month=str(month))
    return found[0]


def get(connection: Connection, number: int) -> Review:
    """Return the review that is a matter. Raises `Refused(NO_REVIEW)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(ReviewReason.NO_REVIEW, month=str(number))
    return found[0]


def every(connection: Connection) -> tuple[Review, ...]:
    """Return every review, the earliest month first."""
    return _select(connection, "1")


def is_opened(connection: Connection, month: Month) -> bool:
    """Whether a month has its review."""
    return connection.execute("select 1 from reviews where month = ?", (str(month),)).fetchone() is not None


def open_one(transaction: Transaction, number: int, month: Month) -> None:
    """Put the review of a month on record for a matter that was opened for it."""
    transaction.insert("reviews", {"id": number, "month": str(month), "state": ReviewState.DRAFT})


def change(transaction: Transaction, review: Review, values: Row) -> None:
    """Change a review that is still as it was read."""
    transaction.update("reviews", review.id, values, where={"state": review.state, "conclusion": review.conclusion})


def causes(connection: Connection, begins: Millis, ends: Millis) -> dict[int, Decided]:
    """Return the causes said of what began between two instants, by the number of the escalation."""
    rows = connection.execute(
        "select escalation_id, cause, words, at, who from causes where escalation_id in (select id from escalations"
        " indexed by escalations_by_crossing where kind in ('over_count', 'over_stay') and crossed_at >= ? and"
        " crossed_at < ?)",
        (begins, ends),
    )
    return {row[0]: Decided(*row) for row in rows}


def say_cause(transaction: Transaction, crossing: int, cause: str, words: str) -> None:
    """Put on record why a limit was crossed; what was said before is in the log."""
    row: Row = {"cause": cause, "words": words, "at": transaction.now, "who": transaction.actor.who}
    said = transaction.connection.execute("select id from causes where escalation_id = ?", (crossing,)).fetchone()
    if said is None:
        transaction.insert("causes", {"escalation_id": crossing, **row})
    else:
        transaction.update("causes", said[0], row)


def leave(transaction: Transaction, review: Review, cause: str, why: str) -> None:
    """Put on record why a cause has no measure."""
    row: Row = {"why": why, "at": transaction.now, "who": transaction.actor.who}
    said = transaction.connection.execute(
        "select id from causes_left where review_id = ? and cause = ?", (review.id, cause)
    ).fetchone()
    if said is None:
        transaction.insert("causes_left", {"review_id": review.id, "cause": cause, **row})
    else:
        transaction.update("causes_left", said[0], row)


def _select(connection: Connection, condition: str, *values: object) -> tuple[Review, ...]:
    query = f"from reviews where {condition}"
    rows = connection.execute(f"select id, month, state, conclusion {query} order by month", values).fetchall()
    left: defaultdict[int, list[Left]] = defaultdict(list)
    for review, *said in connection.execute(
        f"select review_id, cause, why, at, who from causes_left where review_id in (select id {query}) order by id",
        values,
    ):
        left[review].append(Left(*said))
    of = matters.of(connection, [row[0] for row in rows])

    def read(row: tuple[Any, ...]) -> Review:
        number, month, state, conclusion = row
        return Review(of[number], Month.read(month), ReviewState(state), conclusion, tuple(left[number]))

    return tuple(each("reviews", rows, read))
