"""The points of a holiday's plan that the program sees by itself, and what of each is missing (S1–S3, S5, S10)."""

from enum import StrEnum
from typing import NamedTuple


class Point(StrEnum):
    """What is looked at."""

    ROSTER = "roster"
    """Every day is in a published roster, somebody is on duty or on call, and nobody is missing."""
    VEHICLES = "vehicles"
    SUPPLIERS = "suppliers"
    """Backup suppliers are named and were rung."""
    CHECK = "check"
    CONTACTS = "contacts"
    """The emergency contact list is called through."""
    NOTICES = "notices"
    """What customers are told is signed, says the hours as they are, and stands in every channel."""
    ASKED = "asked"
    """Whoever came in the holiday is asked how satisfied they are."""


class Lack(StrEnum):
    """What is missing of a point."""

    UNROSTERED = "unrostered"
    NOBODY_ON = "nobody_on"
    GAPS = "gaps"
    CHECK_OFF = "check_off"
    """The program does not keep this check: somebody says in words that it was made."""
    UNCHECKED = "unchecked"
    NO_BACKUP = "no_backup"
    BACKUP_UNCALLED = "backup_uncalled"
    UNCALLED = "uncalled"
    NO_NOTICE = "no_notice"
    STALE = "stale"
    UNSIGNED = "unsigned"
    UNPOSTED = "unposted"
    NOT_OVER = "not_over"
    UNASKED = "unasked"
    """Whoever came on the last day is drawn the morning after."""
    NO_SURVEY = "no_survey"
    """No survey is in force: somebody says in words how they were asked."""


BY_HAND = frozenset({Lack.CHECK_OFF, Lack.NO_SURVEY})
"""What the program cannot see: words stand for it."""


class Missing(NamedTuple):
    """One thing that is missing, and which: days, names, channels, or how many."""

    lack: Lack
    which: tuple[str, ...] = ()


class Shown(NamedTuple):
    """How it stands with a point: what shows that it is done, or what is missing."""

    proof: str = ""
    """Numbers and days alone: it is kept with the step."""
    missing: tuple[Missing, ...] = ()

    @property
    def is_so(self) -> bool:
        """Whether the program sees that it is done."""
        return not self.missing

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody may say in words that it is done, because the program cannot see it."""
        return any(each.lack in BY_HAND for each in self.missing)
