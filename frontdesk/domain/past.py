"""Looking back: which past minutes can be shown, what is shown of one, and what the log does not hold (Z7)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import in_order
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from frontdesk.domain.values.errors import Reason, Refused

SPEEDS = (1, 2, 5, 10, 30, 60)
"""How many times faster than the clock a past time can be played."""

LEAP = 10
"""How many minutes are gone back or forth at once."""


class PastReason(Reason):
    """Why no past board is shown."""

    NOT_YET = "not_yet_past"
    NO_LOG = "no_log"
    BEFORE_LOG = "before_log"


class Gap(StrEnum):
    """What the log does not hold about a past minute, or holds no longer."""

    FORGOTTEN = "forgotten"
    """Entries that a customer was taken out of since."""
    RESTORED = "restored"
    """A copy was put in the store's place: what had happened after the copy was made is gone."""
    LOST = "lost"
    """Entries are gone from the log."""
    OLDER = "older"
    """An older version told too little of a row to show it."""
    UNREADABLE = "unreadable"
    """A row makes no sense."""


class Missing(NamedTuple):
    """Something that is not shown because the log does not hold it."""

    gap: Gap
    entries: int = 1
    since: Millis | None = None
    until: Millis | None = None
    table: str = ""
    """Of which table a row is missing."""
    plate: str = ""
    """Of which car, where that is known."""


class Past(NamedTuple):
    """The board as it stood at a past minute."""

    at: Millis
    seq: int
    """The number of the event after which it stood so."""
    snapshot: Snapshot
    told: tuple[RecordLine, ...]
    """The lines of the records of what stood then, in the order they were written."""
    missing: tuple[Missing, ...]

    @property
    def prompts(self) -> tuple[Escalation, ...]:
        """What stood, in the order of the manager's board."""
        return in_order(self.snapshot.escalations)


def check(at: Millis, first: Millis | None, now: Millis) -> None:
    """Raise `Refused` where no board of that time can be shown: NOT_YET, NO_LOG, BEFORE_LOG."""
    if at > now:
        raise Refused(PastReason.NOT_YET, exactly=at)
    if first is None:
        raise Refused(PastReason.NO_LOG)
    if at < first:
        raise Refused(PastReason.BEFORE_LOG, exactly=at, first_at=-(-first // SECOND) * SECOND)


def minutes_on(at: Millis, by: int) -> Millis:
    """Return the whole minute so many minutes later, or earlier; from within a minute the first step is shorter."""
    if by > 0:
        return (at // MINUTE + by) * MINUTE
    return (-(-at // MINUTE) + by) * MINUTE


def faster(speed: int, by: int) -> int:
    """Return the next speed up or down; the highest and the lowest stay."""
    return SPEEDS[max(0, min(len(SPEEDS) - 1, SPEEDS.index(speed) + by))]
