"""The words of a car's repair: what is done, how far it is, what was found, where the customer waits (P1–P4)."""

from enum import StrEnum


class JobKind(StrEnum):
    """What sort of work a job is."""

    MAINTENANCE = "maintenance"
    REPAIR = "repair"
    BODY = "body"
    """Sheet metal and paint."""
    CHECK = "check"
    """The quality check once the work is done."""
    WASH = "wash"


WORK = (JobKind.MAINTENANCE, JobKind.REPAIR, JobKind.BODY)
"""What a technician is given to do; the check and the wash follow by themselves."""


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    WORKING = "working"
    HELD = "held"
    DONE = "done"
    DROPPED = "dropped"


ENDED = frozenset({JobState.DONE, JobState.DROPPED})


class Hold(StrEnum):
    """What a job that is held waits for."""

    PARTS = "parts"
    CUSTOMER = "customer"
    PEOPLE = "people"
    OTHER = "other"
    QUALITY = "quality"
    """A quality problem was found: all jobs of the car stop until the supervisor lets them go on (P2)."""


CHOSEN_HOLDS = (Hold.PARTS, Hold.CUSTOMER, Hold.PEOPLE, Hold.OTHER)
"""What somebody says a job waits for; a quality problem stops the jobs by itself."""


class Waits(StrEnum):
    """Where the customer waits."""

    LOUNGE = "lounge"
    AWAY = "away"


class FoundKind(StrEnum):
    """What sort of problem was found."""

    QUALITY = "quality"
    """The work itself, or a part: it stops at once (P2)."""
    HIDDEN = "hidden"
    """What nobody knew of before: the customer decides."""


class Decision(StrEnum):
    """What the customer wants done about it."""

    AGREED = "agreed"
    DECLINED = "declined"
    LATER = "later"


class Heard(StrEnum):
    """How the customer was told: somebody heard it. What is only sent is not told."""

    IN_PERSON = "in_person"
    PHONE = "phone"


class Stage(StrEnum):
    """How far a car is, in one word; it follows from its jobs and is never typed (P4)."""

    WAITING = "waiting"
    WORKING = "working"
    FOR_PARTS = "for_parts"
    FOR_CUSTOMER = "for_customer"
    PAUSED = "paused"
    CHECK = "check"
    WASH = "wash"
    READY = "ready"
    HANDED_BACK = "handed_back"


class News(StrEnum):
    """Why the customer is owed word."""

    SILENCE = "silence"
    """Nothing happened; but nothing was said for so long, either."""
    WISH = "wish"
    """It is the time at which the customer wanted to hear."""
    PROMISE = "promise"
    FOUND = "found"
    READY = "ready"
