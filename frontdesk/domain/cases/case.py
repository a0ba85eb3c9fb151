"""A case: its nature, its kinds, its stages, what is on record about it (C1, C2, C4, C12, Q1)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.cases.asks import Asked
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate

CUSTOMER_LIMIT = 60
WANTS_LIMIT = 200
"""How many characters a name, or the text of what the customer wants, may have."""


class Nature(StrEnum):
    """What sort of case it is: one queue holds them all (C1, Q1)."""

    COMPLAINT = "complaint"
    DISPUTE = "dispute"
    INQUIRY = "inquiry"


class Channel(StrEnum):
    """How a case may have come in; a store may list others, under their own word (C1, Q1)."""

    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    ONLINE = "online"
    LETTER = "letter"
    MAKER = "maker"
    """The maker's hotline."""
    WECOM = "wecom"
    AUTHORITY = "authority"
    """12315 and 12345, the hotlines of the authorities."""
    PLATFORM = "platform"
    """A platform where customers complain in public."""
    FAX = "fax"
    PASSED_ON = "passed_on"
    """Passed on by an authority, the maker or another store."""


class CaseKind(StrEnum):
    """What a case may be about; a store may list others, under their own word (C4)."""

    SERVICE = "service"
    PRODUCT = "product"
    PRICE = "price"
    RETURN = "return"
    WAITING = "waiting"
    REPAIR = "repair"
    """What was repaired had to be repaired again."""
    PARTS = "parts"
    INSURANCE = "insurance"
    PROMISE = "promise"
    """What was promised when the car was sold."""


class Severity(StrEnum):
    """How grave it is (C2)."""

    ORDINARY = "ordinary"
    MAJOR = "major"

    @property
    def other(self) -> "Severity":
        """The other severity, which a new judgement changes it to."""
        return Severity.MAJOR if self is Severity.ORDINARY else Severity.ORDINARY


class Stage(StrEnum):
    """How far a case has come (C12)."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


class Form(StrEnum):
    """Whether something was said or written; a spoken answer is written up and confirmed afterwards (Q5)."""

    WRITTEN = "written"
    SPOKEN = "spoken"


class AtQuality(StrEnum):
    """How far quality's part has come (C5)."""

    NO = ""
    ASKED = "asked"
    ANSWERED = "answered"
    """Quality's written answer has come; the desk confirms it and passes it on at once."""


class ReportedTo(StrEnum):
    """Whom a case was reported up to; it stands until there is a definite answer (Q4)."""

    NOBODY = ""
    MANAGER = "manager"
    DIRECTOR = "director"


QUALITY_KINDS = (CaseKind.PRODUCT, CaseKind.REPAIR, CaseKind.PARTS)
"""What a case is about where it is about quality (C19)."""


class Note(NamedTuple):
    """One line of a case's history."""

    at: Millis
    who: str
    step: str
    words: str
    form: Form = Form.WRITTEN
    written_up_at: Millis | None = None
    """When a spoken answer was written up and confirmed (Q5)."""
    satisfaction: int | None = None
    """1 to 5, as the customer said in a follow-up (C8)."""


class Case(NamedTuple):
    """One case. `phone` is masked; the whole number is shown only on a recorded request (C10)."""

    id: int
    received_at: Millis
    channel: str
    kind: str
    severity: Severity
    stage: Stage
    customer: str
    phone: str
    plate: Plate
    words: str
    visit_id: int | None
    assigned_to: str
    clocks: tuple[DueClock, ...]
    nature: Nature = Nature.COMPLAINT
    wants: str = ""
    """What the customer wants (C11)."""
    is_drill: bool = False
    """Whether it is a rehearsal, which is never counted as real (S4)."""
    reported_to: ReportedTo = ReportedTo.NOBODY
    at_quality: AtQuality = AtQuality.NO
    to_write_up: int = 0
    """How many spoken answers nobody has written up and confirmed yet (Q5)."""
    follow_up_at: Millis | None = None
    """When the customer is asked whether all is well; set when the case is closed (C8)."""
    followed_up_at: Millis | None = None
    satisfaction: int | None = None
    """1 to 5, as the customer said in the follow-up since it was closed last (C8)."""
    asked: tuple[Asked, ...] = ()
    """What others are asked for, and how far it has come (C11, C15–C18)."""

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.stage is not Stage.CLOSED

    @property
    def running(self) -> tuple[DueClock, ...]:
        """The clocks that still have to be met."""
        return tuple(clock for clock in self.clocks if clock.is_running)

    @property
    def next_due(self) -> DueClock | None:
        """The running clock that is due first."""
        return min(self.running, key=lambda clock: clock.due_at, default=None)

    def running_of(self, name: ClockName | None) -> DueClock | None:
        """Return the running clock of a name, or the promise due first if there are several."""
        return min((c for c in self.running if c.name is name), key=lambda clock: clock.due_at, default=None)

    def week(self, now: Millis) -> DueClock | None:
        """Return the clock of the date to agree on, once the full answer is late, put off, or due after it (Q3).

        Not while the customer has a promise for a day before: then it is the promise that is to be kept.
        """
        week, full = self.running_of(ClockName.AGREE_DATE), self.running_of(ClockName.FULL_ANSWER)
        if week is not None and not week.is_missed(now) and any(not each.is_missed(now) for each in self.promises):
            return None
        if week is None or full is None or full.is_missed(now) or full.paused_until(now) is not None:
            return week
        return week if full.due_at > week.due_at else None

    def running_of_any(self, names: Iterable[ClockName]) -> tuple[DueClock, ...]:
        """Return the running clock of each name that has one."""
        return tuple(clock for name in names if (clock := self.running_of(name)) is not None)

    def newest_of(self, name: ClockName) -> DueClock | None:
        """Return the clock of a name that was started last, whether it runs or not."""
        return max((clock for clock in self.clocks if clock.name is name), key=lambda clock: clock.id, default=None)

    @property
    def promises(self) -> tuple[DueClock, ...]:
        """The promises that still have to be kept, the one due first to begin with."""
        return tuple(sorted((c for c in self.running if c.name is ClockName.PROMISED), key=lambda c: (c.due_at, c.id)))

    def pausable(self, now: Millis) -> tuple[DueClock, ...]:
        """Return the clocks that can be paused: running, not missed, and with no pause ahead; only one promise."""
        free = (c for c in self.running if not c.is_missed(now) and c.pauses_end(now) is None)
        return _first_of_each(free)

    def resumable(self, now: Millis) -> tuple[DueClock, ...]:
        """Return the clocks that are paused; of several promises only the one due first."""
        return _first_of_each(c for c in self.running if c.paused_until(now) is not None)


def _first_of_each(clocks: Iterable[DueClock]) -> tuple[DueClock, ...]:
    found: dict[ClockName, DueClock] = {}
    for clock in sorted(clocks, key=lambda clock: clock.due_at):
        found.setdefault(clock.name, clock)
    return tuple(found.values())
