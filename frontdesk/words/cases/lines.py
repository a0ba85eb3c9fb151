"""The records of a case, line by line: its history, quality's answer, the crowding it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from frontdesk.domain.cases.asks import ON_FILE, Ask
from frontdesk.domain.cases.case import AtQuality, Case, Form, Note, ReportedTo
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.closing_report import ClosingReport, draft
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.cases.steps import ANSWERS, CaseStep
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.places import Place
from frontdesk.domain.zone.visits import VisitLine
from frontdesk.words.escalations.record import crossing_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import At, case_number, labelled
from frontdesk.words.times import duration, end_time
from frontdesk.words.zone import place_name

UNSATISFIED = 2
"""A customer with this mark or a lower one is not satisfied (C7)."""


def numbered(case: Case) -> str:
    """Return a case's number as in lists: 12, or 12 DRILL for a drill."""
    return f"{case.id} {_('DRILL')}" if case.is_drill else str(case.id)


def title(case: Case) -> str:
    """Return the title of a case for its page and its forms: Inquiry No. 3."""
    return _("{nature} No. {number}").format(nature=word(case.nature).capitalize(), number=case.id)


def head_line(case: Case) -> str:
    """Return the kind of case and its progress."""
    words = map(word, (case.nature, case.kind, case.severity, case.channel, case.stage))
    return " · ".join([*([_("DRILL")] if case.is_drill else []), *words])


def to_see_to(page: CasePage, now: Millis, at: At) -> Iterator[str]:
    """Return the things to do besides the clocks, and the outcome of the follow-up (C5, C8, C15–C18, Q3–Q5)."""
    case = page.case
    if case.running_of(ClockName.LEFT_SITE) is not None:
        left = [without for ask in page.asks if (without := left_without(ask))]
        early = _("left the site early ({without})").format(without=left[-1]) if left else word(ClockName.LEFT_SITE)
        yield labelled(early, _("agree on how it goes on"))
    if case.week(now) is not None:
        yield labelled(_("agree with the customer on a date"), word(CaseStep.PROMISE))
    yield from (_waited_for(ask, case, at) for ask in page.asks if ask.state is not None)
    if case.at_quality is not AtQuality.NO:
        yield word(case.at_quality)
    if case.reported_to is not ReportedTo.NOBODY:
        yield word(case.reported_to)
    if not case.is_open and case.satisfaction is not None and case.satisfaction <= UNSATISFIED:
        yield _("not satisfied: reopen it")
    if case.to_write_up:
        yield _("spoken answers to be written up: {count}").format(count=case.to_write_up)


def follow_up(case: Case, at: At) -> str:
    """Return when to follow up with the customer, or the outcome; "" before the case is closed (C8)."""
    if case.followed_up_at is not None:
        told = _("followed up {at}").format(at=at(case.followed_up_at))
        return " · ".join((told, _("satisfaction {number} of 5").format(number=case.satisfaction)))
    return "" if case.follow_up_at is None else _("follow-up due {at}").format(at=end_time(case.follow_up_at, at))


def note_line(note: Note, at: At) -> str:
    """Return one line of the history; for a spoken answer also whether it was written up (Q5)."""
    if note.form is Form.WRITTEN:
        return " ".join(filter(None, (at(note.at), note.who, word_of(CaseStep, note.step), marks(note), note.words)))
    return " · ".join(
        filter(None, (f"{at(note.at)} {note.who} {word_of(CaseStep, note.step)}", spoken(note, at), note.words))
    )


def marks(note: Note) -> str:
    """Return the customer's satisfaction, such as 4/5; "" if that was not asked (C8)."""
    return "" if note.satisfaction is None else f"{note.satisfaction}/5"


def spoken(note: Note, at: At) -> str:
    """Return whether a spoken answer was written up; "" for a written one (Q5)."""
    if note.form is Form.WRITTEN:
        return ""
    if note.written_up_at is None:
        return _("spoken, to be written up")
    return _("spoken, written up {at}").format(at=at(note.written_up_at))


def quality_lines(form: QualityForm, at: At) -> Iterator[str]:
    """Return the question to quality, its answer, and whether that was passed on (C5, C13)."""
    yield f"{at(form.handed_at)} {form.handed_by} {word(CaseStep.TO_QUALITY)} {form.question}"
    if form.answered_at is None:
        return
    yield f"{at(form.answered_at)} {form.answered_by} {word(CaseStep.QUALITY)} {form.answer}"
    yield from (f"  {labelled(name, said)}" for name, said in findings(form))
    if form.passed_on_at is not None:
        yield f"{at(form.passed_on_at)} {form.passed_on_by} {word(CaseStep.PASS_ON)}"


def asked_for(ask: Ask) -> str:
    """Return what was asked for: the plan with what the customer gets, the lawsuit with its number (C11, C18)."""
    if ask.remedy is not None:
        return labelled(word(ask.kind), word(ask.remedy))
    named = word(ask.matter) if ask.matter is not None and ask.matter in ON_FILE else word(ask.kind)
    return f"{named} “{ask.reference}”" if ask.reference else named


def left_without(ask: Ask) -> str:
    """Return what the customer lacked when the people left a site; "" where that was nothing (C16)."""
    lacked = ((_("not understood"), ask.not_understood), (_("not satisfied"), ask.not_content))
    return _(", ").join(text for text, is_so in lacked if is_so)


def _waited_for(ask: Ask, case: Case, at: At) -> str:
    """Return how far something that was asked for has come; of a contract or a lawsuit its next date (C18)."""
    if ask.matter is None or ask.matter not in ON_FILE:
        return word(ask.state)
    clock = case.running_of(ClockName.LEGAL)
    following = "" if clock is None else f"{_('next date')} {end_time(clock.due_at, at)}"
    return " · ".join(filter(None, (asked_for(ask), following)))


def ask_lines(ask: Ask, at: At) -> Iterator[str]:
    """Return what was asked for, and what came of it (C11, C15–C18)."""
    yield f"{at(ask.asked_at)} {ask.asked_by} {asked_for(ask)} {ask.words}"
    if ask.people:
        yield f"  {labelled(_('people and tools'), ask.people)}"
    if ask.ended_at is not None:
        ended = _("no longer needed") if ask.is_needless else word(ENDED_BY[ask.kind])
        yield f"{at(ask.ended_at)} {ask.ended_by} {ended} {ask.answer}"
        if left := left_without(ask):
            yield f"  {labelled(_('left early'), left)}"
    elif ask.state is not None:
        yield f"  {word(ask.state)}"


ENDED_BY = {before.kind: step for step, (before, after) in ANSWERS.items() if after is None}
"""The step that ends each thing that is asked for."""


def findings(form: QualityForm | None) -> tuple[tuple[str, str], ...]:
    """Return quality's findings, each with its name; all of them empty if there is no answer (C13)."""
    investigation, analysis, measure = (form.investigation, form.analysis, form.measure) if form else ("", "", "")
    return (
        (_("what was found"), investigation),
        (_("why it came to it"), analysis),
        (_("what keeps it from coming back"), measure),
    )


def report_parts(report: ClosingReport) -> tuple[tuple[str, str], ...]:
    """Return the parts of a closing report, each with its name (C9)."""
    return (
        (_("the cause"), report.cause),
        (_("the measures taken"), report.measures),
        (_("the result"), report.result),
        (_("what is improved"), report.improvement),
    )


def related_line(case: Case, at: At) -> str:
    """Return another case of the same customer."""
    words = map(word, (case.nature, case.kind, case.severity, case.stage))
    return " · ".join((case_number(case.id), *words, _("received {at}").format(at=at(case.received_at))))


def visit_lines(visit: VisitLine, places: Iterable[Place], now: Millis, at: At) -> Iterator[str]:
    """Return a visit: its times, its two clocks, where the car stood (C5, Z6)."""
    told = (
        ("", visit.arrived_at),
        (_("received"), visit.received_at),
        (_("work order made"), visit.work_order_at),
        (_("handed over to the workshop"), visit.handed_over_at),
        (_("left"), visit.left_at),
    )
    yield " · ".join(f"{name} {at(moment)}".strip() for name, moment in told if moment)
    in_zone, waited = duration(visit.zone_time(now)), duration(visit.customer_wait(now))
    yield _("in the zone {zone} · customer waited {wait} (arrival to hand-over)").format(zone=in_zone, wait=waited)
    names = {place.key: place_name(place) for place in places}
    yield _(", ").join(f"{names.get(key, key)} {duration((until or now) - since)}" for key, since, until in visit.stays)


def drafted(page: CasePage, now: Millis, at: At) -> ClosingReport:
    """Return a draft of the closing report with the recorded words; without a cause, the crowding is it (C9, Z8)."""
    report = draft(page.notes, page.forms)
    if report.cause or not page.crowdings:
        return report
    return replace(report, cause="\n".join(crossing_line(escalation, now, at) for escalation in page.crowdings))
