"""The closing report, drafted from the record and finished by a person (C9)."""

from collections.abc import Iterable

from frontdesk.domain.case_steps import Step
from frontdesk.domain.complaints import Note, Report
from frontdesk.domain.quality import QualityForm
from frontdesk.domain.text import WORDS_LIMIT


def draft(notes: Iterable[Note], forms: Iterable[QualityForm]) -> Report:
    """Return a report in the words that are on record already; a part that became too long says so: it ends in …"""
    said: dict[str, list[str]] = {}
    for note in notes:
        if note.words:
            said.setdefault(note.step, []).append(note.words)
    answered = [form for form in forms if form.answered_at is not None]
    return Report(
        cause=_joined(form.analysis for form in answered),
        measures=_joined(
            [*(form.answer for form in answered), *said.get(Step.DECIDE, []), *said.get(Step.RESOLVE, [])]
        ),
        result=_joined([*said.get(Step.CONFIRM, [])[-1:], *said.get(Step.CLOSE_ANYWAY, [])[-1:]]),
        improvement=_joined(form.measure for form in answered),
    )


def _joined(words: Iterable[str]) -> str:
    text = "\n".join(dict.fromkeys(words))
    return text if len(text) <= WORDS_LIMIT else f"{text[: WORDS_LIMIT - 1]}…"
