"""What has to be given with a step: nothing, words, a number in its range, an answer, a check, a name, a time."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, tzinfo
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.holidays.points import Point, Shown
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.runs.playbook import Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.clock import MINUTE, Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, clean_line, folded
from frontdesk.domain.values.typed_times import read_time

MOST_ANSWERS = 9
"""Each answer has a digit of its own."""
ANSWER_LIMIT = 20

_NUMBER = r"-?\d{1,7}(?:\.\d{1,3})?"
_RANGE = re.compile(rf"number:({_NUMBER})\.\.({_NUMBER})(?: (\S{{1,8}}))?")


class EvidenceKind(StrEnum):
    """The kinds of what is given."""

    NONE = "none"
    WORDS = "words"
    NUMBER = "number"
    CHOICE = "choice"
    CHECK = "check"
    """It is in order, or there is a fault and it is said which."""
    AREA_CHECK = "area_check"
    """The same of an area; without it an incident is not over (I4, I8)."""
    PERSON = "person"
    """Somebody on the staff list."""
    VEHICLE = "vehicle"
    """A vehicle on the register that may be used now."""
    ROLL_CALL = "roll_call"
    """Everybody and every car was counted, and nobody is missing; without it an incident is not over (I4)."""
    SEEN = "seen"
    """The program sees by itself that it is done: `seen:roster`."""
    TIME = "time"
    """When it was: not before the run began, and not later than now."""


CHECKS = frozenset({EvidenceKind.CHECK, EvidenceKind.AREA_CHECK})
"""It is looked whether something is in order: nothing else is given."""
WITHOUT_VALUE = CHECKS | {EvidenceKind.NONE, EvidenceKind.WORDS, EvidenceKind.ROLL_CALL, EvidenceKind.SEEN}
"""What is typed with these is words."""


class Evidence(NamedTuple):
    """What has to be given with a step."""

    kind: EvidenceKind
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unit: str = ""
    answers: tuple[str, ...] = ()
    point: Point | None = None
    """What the program looks at."""


class Known(NamedTuple):
    """What is so when something is given, as far as it is checked against that."""

    staff: Collection[str] = ()
    since: Millis = 0
    """When the run began."""
    now: Millis = 0
    zone: tzinfo = UTC
    counted: bool = False
    """Whether the roll call is complete."""
    shown: Mapping[Point, Shown] = {}
    """How it stands with what the program sees by itself."""


def evidence_of(text: str) -> Evidence | None:
    """Return what `check`, `number:200..280 kPa` or `choice:given back|not wanted` asks for; None: it says nothing."""
    if text in {"", *EvidenceKind} - {EvidenceKind.NUMBER, EvidenceKind.CHOICE, EvidenceKind.SEEN}:
        return Evidence(EvidenceKind(text or EvidenceKind.NONE))
    if found := _RANGE.fullmatch(text):
        low, high = Decimal(found[1]), Decimal(found[2])
        return Evidence(EvidenceKind.NUMBER, low, high, found[3] or "") if low <= high else None
    name, _, listed = text.partition(":")
    if name == EvidenceKind.SEEN:
        return Evidence(EvidenceKind.SEEN, point=Point(listed)) if listed in set(Point) else None
    answers = tuple(answer.strip() for answer in listed.split("|"))
    if name != EvidenceKind.CHOICE or not 1 < len(answers) <= MOST_ANSWERS or len(set(answers)) < len(answers):
        return None
    is_right = all(0 < len(answer) <= ANSWER_LIMIT and not answer.isdigit() for answer in answers)
    return Evidence(EvidenceKind.CHOICE, answers=answers) if is_right else None


def asked_by(step: Step) -> Evidence:
    """Return what has to be given with a step."""
    return evidence_of(step.evidence) or Evidence(EvidenceKind.NONE)


def given(step: Step, value: str, words: str, known: Known) -> str:
    """Return what was given with a step as it is kept, checked against what the step asks for.

    With a check that is in order nothing is said: words would tell what is not.
    Whether a vehicle may be used is asked of the register. Raises `Refused`: EVIDENCE_MISSING, OUT_OF_RANGE,
    UNKNOWN_PERSON, CHECK_SAYS, VALUE_NEEDLESS, TIME_GIVEN, ROLL_CALL_OPEN, NOT_SEEN.
    """
    asked = asked_by(step)
    typed = clean_line(value)
    missing = Refused(RunReason.EVIDENCE_MISSING, step=step.title, evidence=step.evidence)
    if asked.kind in CHECKS and (typed or words):
        raise Refused(RunReason.CHECK_SAYS, step=step.title, words=words or typed)
    if asked.kind in WITHOUT_VALUE:
        if typed:
            raise Refused(RunReason.VALUE_NEEDLESS, step=step.title, value=typed)
        if asked.kind is EvidenceKind.WORDS and not words:
            raise missing
        if asked.kind is EvidenceKind.ROLL_CALL and not known.counted:
            raise Refused(RunReason.ROLL_CALL_OPEN, step=step.title)
        return _seen(step, asked.point, words, known) if asked.point else ""
    if not typed:
        raise missing
    if asked.kind is EvidenceKind.NUMBER:
        return _number(step, asked, typed, missing)
    if asked.kind is EvidenceKind.CHOICE:
        return _answer(asked, typed, missing)
    if asked.kind is EvidenceKind.TIME:
        return day_and_time(time_given(step, typed, known), known)
    if asked.kind is EvidenceKind.VEHICLE:
        return typed
    if typed not in known.staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=typed)
    return typed


def _seen(step: Step, point: Point, words: str, known: Known) -> str:
    """Return what shows that it is done; where the program cannot see it, somebody says in words that it is."""
    shown = known.shown.get(point, Shown())
    if shown.is_so or (shown.is_by_hand and words):
        return shown.proof
    raise Refused(RunReason.NOT_SEEN, step=step.title, missing=shown.missing)


def _number(step: Step, asked: Evidence, typed: str, missing: Refused) -> str:
    plain = clean_code(typed).replace(",", ".").replace("−", "-").removesuffix(asked.unit).strip()
    if not re.fullmatch(_NUMBER, plain):
        raise missing
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise missing from error
    if not asked.low <= number <= asked.high:
        raise Refused(RunReason.OUT_OF_RANGE, step=step.title, value=plain, evidence=step.evidence)
    return plain


def _answer(asked: Evidence, typed: str, missing: Refused) -> str:
    plain = clean_code(typed)
    if plain.isascii() and plain.isdecimal() and 0 < int(plain[:3]) <= len(asked.answers):
        return asked.answers[int(plain[:3]) - 1]
    found = [answer for answer in asked.answers if folded(answer) == folded(typed)]
    if not found:
        raise missing
    return found[0]


def time_given(step: Step, value: str, known: Known) -> Millis:
    """Return the instant that was given with a step; a minute counts as in time from its beginning to its end.

    Raises `Refused`: UNREADABLE_TIME, TIME_GIVEN.
    """
    at = read_time(clean_line(value), known.now, known.zone, past=True)
    if known.since - MINUTE < at < known.since:
        return known.since
    if not known.since <= at <= known.now:
        raise Refused(RunReason.TIME_GIVEN, step=step.title, at=known.since)
    return at


def day_and_time(at: Millis, known: Known) -> str:
    """Return an instant as it is kept: the time of day, with its day where that is not today."""
    then, now = to_datetime(at, known.zone), to_datetime(known.now, known.zone)
    return f"{then:%H:%M}" if then.date() == now.date() else f"{then:%m-%d %H:%M}"
