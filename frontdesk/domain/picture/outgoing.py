"""A case as it leaves the program, on paper, in a file or to a script: every phone number in a text is masked (C10)."""

from dataclasses import asdict, replace

from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.cases.case import Case, Note
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.meetings.meeting import Meeting
from frontdesk.domain.messages.message import Message
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.values.phones import mask_in


def of_case(case: Case) -> Case:
    """Return a case to be passed on."""
    return case._replace(
        customer=mask_in(case.customer),
        words=mask_in(case.words),
        wants=mask_in(case.wants),
        assigned_to=mask_in(case.assigned_to),
        clocks=tuple(clock._replace(what=mask_in(clock.what)) if clock.what else clock for clock in case.clocks),
    )


def of_note(note: Note) -> Note:
    """Return a line of a case's history to be passed on."""
    return note._replace(words=mask_in(note.words))


def of_appointment(booked: Appointment) -> Appointment:
    """Return an appointment to be passed on."""
    return booked._replace(
        customer=mask_in(booked.customer),
        work=mask_in(booked.work),
        advisor=mask_in(booked.advisor),
        why=mask_in(booked.why),
    )


def of_message(message: Message) -> Message:
    """Return a message to be passed on."""
    tries = tuple(each._replace(words=mask_in(each.words), receipt=mask_in(each.receipt)) for each in message.tries)
    return message._replace(name=mask_in(message.name), text=mask_in(message.text), tries=tries)


def of_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting to be passed on."""
    said = {
        name: mask_in(getattr(meeting, name)) for name in ("what", "place", "customer", "present", "minutes", "why")
    }
    items = tuple(item._replace(what=mask_in(item.what), answer=mask_in(item.answer)) for item in meeting.items)
    return meeting._replace(**said, items=items)  # type: ignore[arg-type]


def of_penalty(penalty: Penalty) -> Penalty:
    """Return a penalty to be passed on."""
    entries = tuple(replace(entry, words=mask_in(entry.words)) for entry in penalty.entries)
    return replace(penalty, person=mask_in(penalty.person), entries=entries)


def of_page(page: CasePage) -> CasePage:
    """Return everything about a case to be passed on."""
    return replace(
        page,
        case=of_case(page.case),
        notes=tuple(of_note(note) for note in page.notes),
        forms=tuple(_form(form) for form in page.forms),
        reports=tuple(replace(filed, report=_report(filed.report)) for filed in page.reports),
        related=tuple(of_case(case) for case in page.related),
        penalties=tuple(of_penalty(penalty) for penalty in page.penalties),
        asks=tuple(
            each._replace(
                words=mask_in(each.words),
                people=mask_in(each.people),
                answer=mask_in(each.answer),
                reference=mask_in(each.reference),
            )
            for each in page.asks
        ),
        standing=None if page.standing is None else of_penalty(page.standing),
    )


def _form(form: QualityForm) -> QualityForm:
    return replace(
        form,
        question=mask_in(form.question),
        answer=mask_in(form.answer),
        investigation=mask_in(form.investigation),
        analysis=mask_in(form.analysis),
        measure=mask_in(form.measure),
    )


def _report(report: ClosingReport) -> ClosingReport:
    return ClosingReport(**{part: mask_in(text) for part, text in asdict(report).items()})
