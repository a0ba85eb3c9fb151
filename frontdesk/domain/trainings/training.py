"""Trainings by group, for how long each is valid, who lacks one, and certificates with their last day (S12)."""

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

WARNED_DAYS = 30
"""So many days before its last day a certificate is told of, as a thing of the register is."""
HIGHEST = 100
LONGEST_BACK: Millis = 3660 * DAY


class Topic(StrEnum):
    """The groups of trainings."""

    SERVICE = "service"
    TECHNICIANS = "technicians"
    LEGAL = "legal"
    FIRST_AID = "first_aid"
    FIRE = "fire_safety"
    EPIDEMIC = "epidemic_control"


class Attendance(StrEnum):
    """How somebody did."""

    PASSED = "passed"
    FAILED = "failed"


class CertificateKind(StrEnum):
    """The certificates that are known by name; a store has others of its own."""

    FIRST_AID = "certified_first_aid"
    ELECTRICIAN = "electrician"
    HIGH_VOLTAGE = "high_voltage"
    LIFT = "lift"
    DRIVING = "driving"


ALL = frozenset(Post)
DESK = frozenset({Post.ADVISOR, Post.SUPERVISOR, Post.MANAGER})
MONTHS: dict[Topic, tuple[int, Collection[Post]]] = {
    Topic.SERVICE: (12, DESK),
    Topic.TECHNICIANS: (12, frozenset({Post.TECHNICIAN, Post.SUPERVISOR, Post.QUALITY})),
    Topic.LEGAL: (24, frozenset({Post.MANAGER, Post.DIRECTOR, Post.GENERAL_MANAGER})),
    Topic.FIRST_AID: (24, DESK | {Post.GUARD, Post.TECHNICIAN}),
    Topic.FIRE: (12, ALL),
    Topic.EPIDEMIC: (12, ALL),
}
"""For how many months each is valid, and whose posts need it."""


class Result(NamedTuple):
    """How somebody did in a training."""

    name: str
    result: Attendance
    score: int | None = None


class Training(NamedTuple):
    """One training."""

    id: int
    topic: Topic
    held_on: date
    trainer: str
    plan_version: str
    words: str
    attended: tuple[Result, ...] = ()


class Certificate(NamedTuple):
    """A certificate of somebody, with its last day."""

    id: int
    name: str
    kind: str
    ends_on: date

    def days_left(self, today: date) -> int:
        """Return how many days are left after today; negative once it has ended."""
        return (self.ends_on - today).days

    def is_warned(self, today: date) -> bool:
        """Whether it is told of: it ends soon, or has ended."""
        return self.days_left(today) <= WARNED_DAYS


class Lacking(NamedTuple):
    """Somebody who lacks a training."""

    name: str
    post: Post
    topic: Topic
    ended_on: date | None
    """When the last one they passed ended; None: they never passed one."""


def valid_until(topic: Topic, held_on: date) -> date:
    """Return the last day on which a training that was passed is valid: some months on, the month's last at most."""
    months = held_on.month - 1 + MONTHS[topic][0]
    year, month = held_on.year + months // 12, months % 12 + 1
    return date(year, month, min(held_on.day, monthrange(year, month)[1]))


def last_days(trainings: Iterable[Training]) -> dict[tuple[str, Topic], date]:
    """Return until when whoever passed a training has it, by their name and its topic."""
    until: dict[tuple[str, Topic], date] = {}
    for training in trainings:
        for each in training.attended:
            if each.result is Attendance.PASSED:
                key = (each.name, training.topic)
                until[key] = max(until.get(key, date.min), valid_until(training.topic, training.held_on))
    return until


def lacking(staff: Iterable[Person], trainings: Iterable[Training], today: date) -> tuple[Lacking, ...]:
    """Return who lacks which training that their post needs."""
    until = last_days(trainings)
    return tuple(
        Lacking(person.name, person.post, topic, until.get((person.name, topic)))
        for topic in Topic
        for person in staff
        if person.post in MONTHS[topic][1] and until.get((person.name, topic), date.min) < today
    )


def check_training(at: Millis, trainer: str, now: Millis) -> None:
    """Check what is said of a training. Raises `Refused`: TRAINING_TIME, NO_TRAINER."""
    if not now - LONGEST_BACK <= at <= now:
        raise Refused(TrainingReason.TRAINING_TIME)
    if not trainer:
        raise Refused(TrainingReason.NO_TRAINER)


def check_score(score: int | None) -> None:
    """Check a score. Raises `Refused(SCORE)`."""
    if score is not None and not 0 <= score <= HIGHEST:
        raise Refused(TrainingReason.SCORE, text=str(score), right=HIGHEST)
