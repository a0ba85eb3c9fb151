"""What is on record about a case, line by line: its clocks, its history, quality's part, the crowding it is about."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import tzinfo

from frontdesk.desk.case_page import CasePage, VisitLine
from frontdesk.domain.case_clocks import DueClock, Pause
from frontdesk.domain.case_steps import Step
from frontdesk.domain.clock import Millis
from frontdesk.domain.closing_report import draft
from frontdesk.domain.complaints import AtQuality, Complaint, Form, Note, Report, ReportedTo
from frontdesk.domain.escalations import Escalation
from frontdesk.domain.quality import QualityForm
from frontdesk.domain.zone import Place
from frontdesk.i18n import _
from frontdesk.record_words import name_of, who_acted
from frontdesk.wording import case_number, duration, labelled, place_name, short_time
from frontdesk.words import word

At = Callable[[Millis], str]
"""How an instant is written."""


def numbered(case: Complaint) -> str:
    """Return a case's number as lists give it: 12; a drill says that it is one: 12 DRILL."""
    return f"{case.id} {_('DRILL')}" if case.is_drill else str(case.id)


def head_line(case: Complaint) -> str:
    """Return what sort of case it is and how far it has come."""
    words = map(word, (case.nature, case.kind, case.severity, case.channel, case.stage))
    return " · ".join([*([_("DRILL")] if case.is_drill else []), *words])


def to_see_to(case: Complaint) -> Iterator[str]:
    """Return what is still to be done besides the clocks, and what the follow-up brought (C5, C8, Q4, Q5)."""
    if case.at_quality is not AtQuality.NO:
        yield word(case.at_quality)
    if case.reported_to is not ReportedTo.NOBODY:
        yield word(case.reported_to)
    if case.to_write_up:
        yield _("spoken answers to be written up: {count}").format(count=case.to_write_up)


def follow_up(case: Complaint, at: At) -> str:
    """Return when the customer is to be followed up, or what came of it; "" before the case is closed (C8)."""
    if case.followed_up_at is not None:
        told = _("followed up {at}").format(at=at(case.followed_up_at))
        return " · ".join((told, _("satisfaction {number} of 5").format(number=case.satisfaction)))
    return "" if case.follow_up_at is None else _("follow-up due {at}").format(at=at(case.follow_up_at))


def next_clock(case: Complaint, now: Millis, zone: tzinfo) -> str:
    """Return the clocks of a case in one line of a list: the next one due, and how many others run."""
    clock = case.next_due
    if clock is None:
        return "—"
    due = f"{word(clock.name)} {short_time(clock.due_at, zone, now)}"
    due = _("{due} overdue").format(due=due) if clock.is_missed(now) else due
    until = clock.paused_until(now)
    paused = "" if until is None else _("paused until {at}").format(at=short_time(until, zone, now))
    others = f"+{len(case.running) - 1}" if len(case.running) > 1 else ""
    return " · ".join(filter(None, (due, paused, others)))


def clock_name(clock: DueClock) -> str:
    """Return what a clock is called; of a promise, what was promised."""
    return f"{word(clock.name)} “{clock.what}”" if clock.what else word(clock.name)


def clock_line(clock: DueClock, now: Millis, at: At) -> str:
    """Return a clock: when it is due, how it stands, what was promised."""
    due = labelled(clock_name(clock), _("due {time}").format(time=at(clock.due_at)))
    return " · ".join(filter(None, (due, standing(clock, now, at))))


def standing(clock: DueClock, now: Millis, at: At) -> str:
    """Return how a clock stands: met or lifted, and whether too late; paused, overdue, or how long there is."""
    late = _("late") if clock.is_missed(now) else ""
    if clock.met_at is not None:
        return " · ".join(filter(None, (_("met {at}").format(at=at(clock.met_at)), late)))
    if clock.lifted_at is not None:
        return " · ".join(filter(None, (_("owed no longer since {at}").format(at=at(clock.lifted_at)), late)))
    until = clock.paused_until(now)
    if late:
        stands = _("OVERDUE {time}").format(time=duration(now - clock.due_at))
    elif until is not None:
        stands = _("paused until {at}").format(at=at(until))
    else:
        stands = _("in {time}").format(time=duration(clock.due_at - now))
    # What hangs on a year nobody has published may still change.
    return " · ".join(filter(None, (stands, _("provisional") if clock.provisional else "")))


def pause_line(pause: Pause, at: At) -> str:
    """Return a pause of a clock: from when until when, who asked for it, and why."""
    span = _("paused from {since} until {until}").format(since=at(pause.since), until=at(pause.until))
    return " · ".join(filter(None, (span, pause.who, pause.reason)))


def note_line(note: Note, at: At) -> str:
    """Return one line of the history; of a spoken answer also whether it was written up (Q5)."""
    if note.form is Form.WRITTEN:
        return " ".join(filter(None, (at(note.at), note.who, word(Step(note.step)), note.words)))
    return " · ".join(filter(None, (f"{at(note.at)} {note.who} {word(Step(note.step))}", spoken(note, at), note.words)))


def spoken(note: Note, at: At) -> str:
    """Return whether what was spoken was written up; "" for what was written in the first place (Q5)."""
    if note.form is Form.WRITTEN:
        return ""
    if note.written_up_at is None:
        return _("spoken, to be written up")
    return _("spoken, written up {at}").format(at=at(note.written_up_at))


def quality_lines(form: QualityForm, at: At) -> Iterator[str]:
    """Return what quality was asked, what it answered, and that it was passed on (C5, C13)."""
    yield f"{at(form.handed_at)} {form.handed_by} {word(Step.TO_QUALITY)} {form.question}"
    if form.answered_at is None:
        return
    yield f"{at(form.answered_at)} {form.answered_by} {word(Step.QUALITY)} {form.answer}"
    yield from (f"  {labelled(name, said)}" for name, said in findings(form))
    if form.passed_on_at is not None:
        yield f"{at(form.passed_on_at)} {form.passed_on_by} {word(Step.PASS_ON)}"


def findings(form: QualityForm | None) -> tuple[tuple[str, str], ...]:
    """Return quality's findings, each with its name; none of them written yet where there is no answer (C13)."""
    investigation, analysis, measure = (form.investigation, form.analysis, form.measure) if form else ("", "", "")
    return (
        (_("what was found"), investigation),
        (_("why it came to it"), analysis),
        (_("what keeps it from coming back"), measure),
    )


def report_parts(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the parts of a closing report, each with its name (C9)."""
    return (
        (_("the cause"), report.cause),
        (_("the measures taken"), report.measures),
        (_("the result"), report.result),
        (_("what is improved"), report.improvement),
    )


def crowding_line(escalation: Escalation, now: Millis, at: At) -> str:
    """Return a crowding as evidence: what it was, when the limit was crossed, for how long, who acted (Z8)."""
    lasting = duration(escalation.lasted(now))
    if escalation.outcome is None:
        stood = _("stands for {time}").format(time=lasting)
    else:
        stood = _("{outcome} after {time}").format(outcome=word(escalation.outcome), time=lasting)
    acted = who_acted(escalation) or (word(escalation.why) if escalation.why else _("nobody acted"))
    crossed = _("crossed {at}").format(at=at(escalation.crossed_at))
    return " · ".join((case_number(escalation.id), name_of(escalation), crossed, stood, acted))


def related_line(case: Complaint, at: At) -> str:
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
    yield _("in the zone {zone} · customer waited {wait}").format(zone=in_zone, wait=waited)
    names = {place.key: place_name(place) for place in places}
    yield _(", ").join(f"{names.get(key, key)} {duration((until or now) - since)}" for key, since, until in visit.stays)


def drafted(page: CasePage, now: Millis, at: At) -> Report:
    """Return a draft of the closing report: the record's own words, else the crowding as the cause (C9, Z8)."""
    report = draft(page.notes, page.forms)
    if report.cause or not page.crowdings:
        return report
    return replace(report, cause="\n".join(crowding_line(escalation, now, at) for escalation in page.crowdings))
