"""The complaint form that goes to the quality department, and its way back (C5, C13)."""

from dataclasses import dataclass

from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class QualityForm:
    """The question to quality and its answer: investigation, analysis, and the measure against a repeat."""

    id: int
    handed_at: Millis
    handed_by: str
    question: str
    answered_at: Millis | None
    answered_by: str
    answer: str
    investigation: str
    analysis: str
    measure: str
    passed_on_at: Millis | None
    passed_on_by: str
