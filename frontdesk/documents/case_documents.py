"""The complaint form for the quality department and the closing report, each one HTML file to print (C5, C9, C10)."""

from enum import StrEnum
from pathlib import Path

from frontdesk.documents.case_facts import facts, quality_due
from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.asks import Ask
from frontdesk.domain.cases.case import Case, Note
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.picture import outgoing
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import InputError
from frontdesk.files import new_file
from frontdesk.words import i18n
from frontdesk.words.cases.clocks import clock_name, standing
from frontdesk.words.cases.lines import ask_lines, asked_for, drafted, findings, marks, report_parts, spoken
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word_of
from frontdesk.words.phrases import At, case_number, labelled
from frontdesk.words.times import end_time, long_time

Parts = dict[str, object]
"""The values for a template: words and texts only, never markup."""

Row = tuple[str, ...]

ENDINGS = frozenset({".html", ".htm"})


class DocumentKind(StrEnum):
    """The kinds of documents about a case."""

    FORM = "form"
    """The complaint form that goes to the quality department (C5)."""
    REPORT = "report"
    """The closing report that goes to the head (C9)."""


def write(kind: DocumentKind, page: CasePage, policy: Policy, now: Millis, path: Path) -> None:
    """Write a document into a new file in the current language; phone numbers are masked.

    Raises `InputError(BAD_DOCUMENT)` for a name that does not end in .html, `StoreError` if no file can be made.
    """
    if path.suffix.lower() not in ENDINGS:
        raise InputError(CaseReason.BAD_DOCUMENT, path=path)
    made = as_html(kind, page, policy, now)
    new_file.make(path, lambda building: _put(building, made))


def as_html(kind: DocumentKind, page: CasePage, policy: Policy, now: Millis) -> str:
    """Return a document as a self-contained page for the browser."""
    zone = OpeningHours.of(policy).zone

    def at(moment: Millis) -> str:
        return long_time(moment, zone)

    page = outgoing.of_page(page)
    case = page.case
    of_kind = _form(page, at) if kind is DocumentKind.FORM else _report(page, now, policy.due_warning, at)
    common: Parts = {
        "language": "zh-CN" if i18n.language() == "zh" else "en",
        "store": policy.store_name,
        "number": case_number(case.id),
        "printed": _("printed {at}").format(at=at(now)),
        "end": _("chain of events: {end}").format(end=page.end) if page.end else "",
        "drill": _("drill") if case.is_drill else "",
        "facts": facts(case, at),
        "words": (_("what the customer said"), case.words),
        "wants": (_("what the customer wants"), case.wants),
        "sign_here": _("signature, date"),
    }
    return environment().get_template(f"{kind}.html.j2").render({**common, **of_kind})


def _form(page: CasePage, at: At) -> Parts:
    """Return the form as of now, with quality's last answer, or with room to write it."""
    form = page.forms[-1] if page.forms else None
    return {
        "title": _("Complaint form for the quality department"),
        "question": (_("question to quality"), form.question if form else ""),
        "handed": _handed(form, at),
        "due": quality_due(page.case, at) if form and form.answered_at is None else "",
        "findings": findings(form),
        "answer": (_("quality's written answer"), form.answer if form else ""),
        "signatures": (_("handed over by"), _("quality department"), _("passed on to the customer by")),
    }


def _report(page: CasePage, now: Millis, warning: Millis, at: At) -> Parts:
    """Return the report with which a case was closed; for an open one, the records so far."""
    is_closed = not page.case.is_open
    # A case closed before there were reports has none.
    earlier, last = (page.reports[:-1], page.reports[-1:]) if is_closed else (page.reports, ())
    title = _("Closing report") if is_closed else _("Closing report (draft: the case is not closed)")
    return {
        "title": title,
        "clocks": _clocks(page.case, now, warning, at),
        "history": (_("history"), (_("time"), _("who"), _("step"), _("words")), [_note(n, at) for n in page.notes]),
        "quality": (_("quality's part"), [_quality(form, at) for form in page.forms]),
        "asks": (_("asked of others"), [_ask(ask, at) for ask in page.asks]),
        "report": report_parts(last[0].report if last else drafted(page, now, at)),
        "earlier": [
            (labelled(_("earlier closing report"), f"{at(filed.at)} {filed.who}".strip()), report_parts(filed.report))
            for filed in earlier
        ],
        "signatures": (_("handler"), _("customer"), _("head of the outlet")),
    }


def _clocks(case: Case, now: Millis, warning: Millis, at: At) -> tuple[str, tuple[str, ...], list[Row]]:
    headings = (_("clock"), _("started"), _("due"), _("how it stands"))
    rows: list[Row] = [
        (clock_name(c), at(c.started_at), end_time(c.due_at, at), standing(c, now, warning, at)) for c in case.clocks
    ]
    return _("clocks"), headings, rows


def _note(note: Note, at: At) -> Row:
    said = "\n".join(filter(None, (marks(note), note.words, spoken(note, at))))
    return at(note.at), note.who, word_of(CaseStep, note.step), said


def _quality(form: QualityForm, at: At) -> tuple[tuple[str, str], ...]:
    passed = "" if form.passed_on_at is None else f"{at(form.passed_on_at)} {form.passed_on_by}"
    return (
        (_("question to quality"), f"{form.question}\n{_handed(form, at)}"),
        *findings(form),
        (_("quality's written answer"), form.answer),
        (_("passed on to the customer"), passed),
    )


def _ask(ask: Ask, at: At) -> Row:
    return asked_for(ask), "\n".join(line.strip() for line in ask_lines(ask, at))


def _handed(form: QualityForm | None, at: At) -> str:
    return "" if form is None else f"{at(form.handed_at)} {form.handed_by}"


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
