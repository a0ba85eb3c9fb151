"""A case in words, for the screens and the command line: clocks, history, evidence (C5, C7, C12, Q5, Z8)."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from frontdesk.desk.case_page import CasePage, VisitLine
from frontdesk.domain.case_clocks import ClockName, DueClock
from frontdesk.domain.case_steps import Step
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import AtQuality, Complaint, Form, Note, Report, ReportedTo
from frontdesk.domain.escalations import Escalation
from frontdesk.domain.plates import show_plate
from frontdesk.domain.quality import QualityForm
from frontdesk.domain.zone import Place
from frontdesk.escalation_words import how_it_ended, who_has_it
from frontdesk.i18n import _
from frontdesk.wording import case_number, duration, labelled, place_name, short_time, word


def head(case: Complaint) -> str:
    """Return what sort of case it is and how far it has come."""
    said = [word(case.nature), word(case.kind), word(case.severity), word(case.channel), word(case.stage)]
    return " · ".join([*([_("DRILL")] if case.is_drill else []), *said])


def standing(case: Complaint) -> tuple[str, ...]:
    """Return what somebody still has to see to, besides the clocks (C5, Q4, Q5)."""
    found = [word(case.at_quality)] if case.at_quality is not AtQuality.NO else []
    found += [word(case.reported_to)] if case.reported_to is not ReportedTo.NOBODY else []
    found += [_("a spoken answer is not written up")] if case.to_write_up else []
    return tuple(found)


def clock_name(clock: DueClock) -> str:
    """Return what a clock is called; of a promise, what was promised."""
    return labelled(word(clock.name), clock.what) if clock.name is ClockName.PROMISED else word(clock.name)


def clock_state(clock: DueClock, now: Millis, zone: tzinfo) -> str:
    """Return how a clock stands: met, lifted, paused, overdue, or how long it has left."""
    late = f" · {_('late')}" if clock.is_missed(now) else ""
    if clock.met_at is not None:
        return _("met {at}").format(at=short_time(clock.met_at, zone, now)) + late
    if clock.lifted_at is not None:
        return _("lifted {at}").format(at=short_time(clock.lifted_at, zone, now))
    until = clock.paused_until(now)
    if until is not None:
        return _("paused until {time}").format(time=short_time(until, zone, now))
    if clock.is_missed(now):
        return _("OVERDUE {time}").format(time=duration(now - clock.due_at))
    # What hangs on a year nobody has published may still change.
    unsure = f" · {_('provisional')}" if clock.provisional else ""
    return _("in {time}").format(time=duration(clock.due_at - now)) + unsure


def pause_lines(clock: DueClock, now: Millis, zone: tzinfo) -> Iterator[str]:
    """Return the times a clock stood still, and why."""
    for pause in clock.pauses:
        since, until = (short_time(at, zone, now) for at in (pause.since, pause.until))
        yield labelled(_("paused {since}–{until}").format(since=since, until=until), f"{pause.reason} ({pause.who})")


def note_line(note: Note, now: Millis, zone: tzinfo) -> str:
    """Return one line of the history."""
    up = ""
    if note.form is Form.SPOKEN:
        up = f"[{_('spoken')}]" if note.written_up_at is None else f"[{_('spoken, written up')}]"
    parts = (short_time(note.at, zone, now), note.who, word(Step(note.step)), up, note.words)
    return " ".join(filter(None, parts))


def quality_lines(form: QualityForm, now: Millis, zone: tzinfo) -> Iterator[str]:
    """Return quality's part: what it was asked, what it found, what keeps it from coming back (C5, C13)."""
    asked = _("asked {at} by {who}").format(at=short_time(form.handed_at, zone, now), who=form.handed_by)
    yield labelled(asked, form.question)
    if form.answered_at is None:
        return
    yield labelled(_("answered {at}").format(at=short_time(form.answered_at, zone, now)), form.answer)
    for name, words in (
        (_("found"), form.investigation),
        (_("why"), form.analysis),
        (_("measure"), form.measure),
    ):
        yield labelled(name, words)
    if form.passed_on_at is None:
        yield _("not passed on yet")
    else:
        at = short_time(form.passed_on_at, zone, now)
        yield _("passed on {at} by {who}").format(at=at, who=form.passed_on_by)


def crowding_line(escalation: Escalation, now: Millis, zone: tzinfo) -> str:
    """Return a crowding the car met: what, when, how long, who acted (Z8)."""
    at = short_time(escalation.crossed_at, zone, now)
    ended = who_has_it(escalation) if escalation.is_open else how_it_ended(escalation)
    lasted = duration(escalation.lasted(now))
    return " · ".join((case_number(escalation.id), word(escalation.kind), at, lasted, ended))


def visit_lines(visit: VisitLine, places: Iterable[Place], now: Millis, zone: tzinfo) -> Iterator[str]:
    """Return a visit: its times, its two clocks, where the car stood."""
    told = (
        ("", visit.arrived_at),
        (_("received"), visit.received_at),
        (_("work order made"), visit.work_order_at),
        (_("handed over to the workshop"), visit.handed_over_at),
        (_("left"), visit.left_at),
    )
    yield " · ".join(f"{name} {short_time(at, zone, now)}".strip() for name, at in told if at)
    in_zone, waited = duration(visit.zone_time(now)), duration(visit.customer_wait(now))
    yield _("in the zone {zone} · customer waited {wait}").format(zone=in_zone, wait=waited)
    names = {place.key: place_name(place) for place in places}
    yield _(", ").join(f"{names.get(key, key)} {duration((until or now) - since)}" for key, since, until in visit.stays)


def related_line(case: Complaint, now: Millis, zone: tzinfo) -> str:
    """Return another case of the same customer, in a line."""
    at = short_time(case.received_at, zone, now)
    words = " ".join(case.words.split())[:40]
    return " · ".join((case_number(case.id), at, show_plate(case.plate) or "—", word(case.stage), words))


def report_lines(report: Report) -> Iterator[str]:
    """Return the closing report (C9)."""
    for name, words in (
        (_("cause"), report.cause),
        (_("measures taken"), report.measures),
        (_("result"), report.result),
        (_("improvement"), report.improvement),
    ):
        yield labelled(name, words or "—")


def drafted(page: CasePage, report: Report, now: Millis, zone: tzinfo) -> Report:
    """Return a drafted report with the crowding the car met as its cause, where nothing else is on record (C9, Z8)."""
    if report.cause or not page.crowdings:
        return report
    cause = "\n".join(crowding_line(escalation, now, zone) for escalation in page.crowdings)
    return Report(cause, report.measures, report.result, report.improvement)
