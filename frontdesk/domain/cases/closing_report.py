"""The closing report of a case, which is drafted from the record and finished by a person (C9)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from frontdesk.domain.cases.case import Note
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import WORDS_LIMIT, whole_words


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """The report on a closed case that the head reads."""

    cause: str = ""
    measures: str = ""
    result: str = ""
    improvement: str = ""

    def cleaned(self) -> "ClosingReport":
        """Return the report with its text cleaned, like all text that comes in."""
        return ClosingReport(**{part: whole_words(text) for part, text in asdict(self).items()})


@dataclass(frozen=True, slots=True)
class FiledReport:
    """The report filed when a case was closed; each closing has its own."""

    at: Millis
    who: str
    report: ClosingReport
    is_to_read: bool = False
    """Whether the head has still to read it."""
    read_at: Millis | None = None
    read_by: str = ""


def draft(notes: Iterable[Note], forms: Iterable[QualityForm]) -> ClosingReport:
    """Return a report in the words that are on record already."""
    said: dict[str, list[str]] = {}
    for note in notes:
        if note.words:
            said.setdefault(note.step, []).append(note.words)
    answered = [form for form in forms if form.answered_at is not None]
    return ClosingReport(
        cause=_joined([*(form.analysis for form in answered), *said.get(CaseStep.SAMPLE, [])]),
        measures=_joined(
            [
                *(form.answer for form in answered),
                *said.get(CaseStep.DECIDE, []),
                *said.get(CaseStep.RESOLVE, []),
                *said.get(CaseStep.ONSITE_DONE, []),
            ]
        ),
        result=_joined([*said.get(CaseStep.CONFIRM, [])[-1:], *said.get(CaseStep.CLOSE_ANYWAY, [])[-1:]]),
        improvement=_joined(form.measure for form in answered),
    )


def _joined(words: Iterable[str]) -> str:
    text = "\n".join(dict.fromkeys(words))
    return text if len(text) <= WORDS_LIMIT else f"{text[: WORDS_LIMIT - 1]}…"
