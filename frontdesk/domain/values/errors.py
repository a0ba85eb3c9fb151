"""Everything Frontdesk can refuse, as reasons with facts; the sentence is made at the edge."""

from enum import StrEnum


class Reason(StrEnum):
    """Why something was not done. Each concern has its own enum; its values are the codes that scripts get."""


class Detail(StrEnum):
    """What exactly was wrong, or what would be right; it becomes a few words in the sentence of a refusal."""


class FrontdeskError(Exception):
    """Something was not done, for a reason a person can be told.

    `facts` are the values the sentence needs (plates compact, times in UTC milliseconds, places as `Place`).
    """

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts


class Refused(FrontdeskError):  # noqa: N818 - a refusal is an answer, not a fault
    """A rule forbids it; the store is unchanged."""


class StoreError(FrontdeskError):
    """The database cannot be used, or could not keep the change."""


class InputError(FrontdeskError):
    """A file or a setting does not say what it should."""


class PrinterError(FrontdeskError):
    """A call ticket could not be printed, or there is no such printer; the ticket itself is in force (Z5a)."""
