"""The closing report of a case (C9)."""

from dataclasses import dataclass

from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """What the head reads of a case that is closed."""

    cause: str = ""
    measures: str = ""
    result: str = ""
    improvement: str = ""


@dataclass(frozen=True, slots=True)
class FiledReport:
    """The report a case was closed with: one for each time it was."""

    at: Millis
    who: str
    report: ClosingReport
