"""The trainings with who attended them, and the certificates."""

from collections import defaultdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.trainings.training import Attendance, Certificate, Result, Topic, Training
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import Refused


def every(connection: Connection, zone: ZoneInfo) -> tuple[Training, ...]:
    """Return every training, the newest first, days by the store's clock."""
    attended: defaultdict[int, list[Result]] = defaultdict(list)
    for training, name, result, score in connection.execute(
        "select a.training_id, s.name, a.result, a.score from attended a join staff s on s.id = a.staff_id"
        " order by a.id"
    ):
        attended[training].append(Result(name, Attendance(result), score))
    rows = connection.execute(
        "select id, topic, held_at, trainer, plan_version, words from trainings order by held_at desc, id desc"
    ).fetchall()
    return tuple(each("trainings", rows, lambda row: _training(row, tuple(attended[row[0]]), zone)))


def check_there(connection: Connection, number: int) -> None:
    """Raise `Refused(NO_TRAINING)` where there is no such training."""
    if connection.execute("select 1 from trainings where id = ?", (number,)).fetchone() is None:
        raise Refused(TrainingReason.NO_TRAINING, number=number)


def add(transaction: Transaction, topic: Topic, at: Millis, *, trainer: str, plan_version: str, words: str) -> int:
    """Put a training on record; return its number."""
    row: Row = {"topic": topic, "held_at": at, "trainer": trainer, "plan_version": plan_version, "words": words}
    return transaction.insert("trainings", row)


def attend(transaction: Transaction, number: int, staff: int, result: Attendance, score: int | None) -> None:
    """Put on record how somebody did; said again, it is as said last."""
    row: Row = {"result": result, "score": score}
    known = transaction.connection.execute(
        "select id from attended where training_id = ? and staff_id = ?", (number, staff)
    ).fetchone()
    if known is None:
        transaction.insert("attended", {"training_id": number, "staff_id": staff, **row})
    else:
        transaction.update("attended", known[0], row)


def certificates(connection: Connection) -> tuple[Certificate, ...]:
    """Return the certificates of those on the staff list, those that end first in front."""
    rows = connection.execute(
        "select c.id, s.name, c.kind, c.ends_on from certificates c join staff s on s.id = c.staff_id"
        " where c.is_kept = 1 and s.active = 1 order by c.ends_on, s.name, c.kind"
    ).fetchall()
    return tuple(
        each("certificates", rows, lambda row: Certificate(row[0], row[1], row[2], date.fromisoformat(row[3])))
    )


def certify(transaction: Transaction, staff: int, kind: str, ends_on: date) -> int:
    """Put a certificate on record, or its new last day; return its number."""
    row: Row = {"ends_on": ends_on.isoformat(), "is_kept": 1}
    known = transaction.connection.execute(
        "select id from certificates where staff_id = ? and kind = ?", (staff, kind)
    ).fetchone()
    if known is None:
        return transaction.insert("certificates", {"staff_id": staff, "kind": kind, **row})
    transaction.update("certificates", known[0], row)
    return int(known[0])


def drop(transaction: Transaction, certificate: Certificate) -> None:
    """A certificate is not kept any more."""
    transaction.update("certificates", certificate.id, {"is_kept": 0}, where={"is_kept": 1})


def _training(row: tuple[Any, ...], attended: tuple[Result, ...], zone: ZoneInfo) -> Training:
    number, topic, held_at, trainer, plan_version, words = row
    return Training(number, Topic(topic), to_datetime(held_at, zone).date(), trainer, plan_version, words, attended)
