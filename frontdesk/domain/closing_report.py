"""The closing report of a case (C9)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """What the head reads of a case that is closed."""

    cause: str = ""
    measures: str = ""
    result: str = ""
    improvement: str = ""
