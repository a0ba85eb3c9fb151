"""Trainings, who attended them and how they did, who lacks one; certificates with their last day (S12)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import policy, trainings
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.people import staff
from frontdesk.desk import readiness
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.rosters.gaps import mind_ahead
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT, Person
from frontdesk.domain.trainings.events import TrainingEvent
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.trainings.training import (
    Attendance,
    Certificate,
    Lacking,
    Topic,
    Training,
    check_score,
    check_training,
    lacking,
)
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

KIND_LIMIT = 30
_LONGEST = timedelta(days=36_600)


class Listed(NamedTuple):
    """How it stands with trainings and certificates."""

    trainings: tuple[Training, ...]
    lacking: tuple[Lacking, ...]
    certificates: tuple[Certificate, ...]
    today: date


def listed(desk: Desk) -> Listed:
    """Return how it stands with trainings and certificates."""
    now = desk.now()

    def question(connection: Connection) -> Listed:
        zone = ZoneInfo(policy.current(connection).time_zone)
        found, today = trainings.every(connection, zone), to_datetime(now, zone).date()
        missing = lacking(staff.everyone(connection), found, today)
        return Listed(found, missing, trainings.certificates(connection), today)

    return desk.read(question)


def add(
    desk: Desk, topic: Topic, trainer: str, *,
    at: Millis | None = None, plan_version: str = "", words: str = "",
    passed: Sequence[str] = (), failed: Sequence[str] = (), operation: str | None = None,
) -> Result:  # fmt: skip
    """Put a training on record that was held, with who attended it as far as that is said.

    Raises `Refused`: NOT_YOUR_POST, TRAINING_TIME, NO_TRAINER, UNKNOWN_PERSON.
    """
    by, version, said = whole_line(trainer, NAME_LIMIT), whole_line(plan_version, KIND_LIMIT), whole_words(words)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        held = transaction.now if at is None else at
        check_training(held, by, transaction.now)
        number = trainings.add(transaction, topic, held, trainer=by, plan_version=version, words=said)
        for names, result in ((passed, Attendance.PASSED), (failed, Attendance.FAILED)):
            for name in names:
                person = _person(transaction, whole_line(name, NAME_LIMIT))
                trainings.attend(transaction, number, person.id, result, None)
        readiness.mind(transaction)
        return Result(TrainingEvent.ADD, number=number, facts={"topic": topic})

    return desk.do(body, operation)


def attend(
    desk: Desk, number: int, names: Sequence[str], result: Attendance = Attendance.PASSED, *,
    score: int | None = None, operation: str | None = None,
) -> Result:  # fmt: skip
    """Put on record who attended a training and how they did. Raises `Refused`: NO_TRAINING, UNKNOWN_PERSON, SCORE."""
    named = tuple(dict.fromkeys(whole_line(name, NAME_LIMIT) for name in names))

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        trainings.check_there(transaction.connection, number)
        check_score(score)
        for name in named:
            trainings.attend(transaction, number, _person(transaction, name).id, result, score)
        readiness.mind(transaction)
        return Result(TrainingEvent.ATTEND, number=number, facts={"names": " ".join(named), "result": result})

    return desk.do(body, operation)


def certify(desk: Desk, name: str, kind: str, ends_on: date, operation: str | None = None) -> Result:
    """Put somebody's certificate on record, or its new last day.

    Raises `Refused`: NOT_YOUR_POST, UNKNOWN_PERSON, CERTIFICATE_KIND, CERTIFICATE_DAY.
    """
    who, called = whole_line(name, NAME_LIMIT), whole_line(kind, KIND_LIMIT)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        zone = ZoneInfo(policy.current(transaction.connection).time_zone)
        today = to_datetime(transaction.now, zone).date()
        if not called:
            raise Refused(TrainingReason.CERTIFICATE_KIND)
        if abs(ends_on - today) > _LONGEST:
            raise Refused(TrainingReason.CERTIFICATE_DAY, day=ends_on.isoformat())
        number = trainings.certify(transaction, _person(transaction, who).id, called, ends_on)
        readiness.mind(transaction)
        mind_ahead(transaction)
        return Result(TrainingEvent.CERTIFICATE, number=number, facts={"name": who, "kind": called})

    return desk.do(body, operation)


def drop_certificate(desk: Desk, name: str, kind: str, operation: str | None = None) -> Result:
    """Somebody's certificate is not kept any more. Raises `Refused`: NOT_YOUR_POST, NO_CERTIFICATE."""
    who, called = whole_line(name, NAME_LIMIT), whole_line(kind, KIND_LIMIT)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        for each in trainings.certificates(transaction.connection):
            if (each.name, each.kind) == (who, called):
                trainings.drop(transaction, each)
                readiness.mind(transaction)
                mind_ahead(transaction)
                return Result(TrainingEvent.CERTIFICATE_GONE, number=each.id, facts={"name": who, "kind": called})
        raise Refused(TrainingReason.NO_CERTIFICATE, who=who, text=called)

    return desk.do(body, operation)


def _person(transaction: Transaction, name: str) -> Person:
    for person in staff.everyone(transaction.connection):
        if person.name == name:
            return person
    raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
