"""The facts at the head of every document of a case (C1, C10)."""

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import At
from frontdesk.words.times import end_time


def facts(case: Case, at: At) -> list[tuple[str, str]]:
    """Return the facts of a case, each with its name; the phone number is masked."""
    found = [
        (_("came in"), at(case.received_at)),
        (_("channel"), word(case.channel)),
        (_("nature"), word(case.nature)),
        (_("kind"), word(case.kind)),
        (_("severity"), word(case.severity)),
        (_("stage"), word(case.stage)),
        (_("customer"), case.customer),
        (_("phone"), case.phone),
        (_("plate"), show_plate(case.plate)),
        (_("handler"), case.assigned_to),
    ]
    if case.satisfaction is not None:
        found.append((_("satisfaction"), _("{number} of 5").format(number=case.satisfaction)))
    return found


def quality_due(case: Case, at: At) -> str:
    """Return the time by which quality must answer, if it has been asked (C5)."""
    clock = case.running_of(ClockName.QUALITY_ANSWER)
    return _("answer due {at}").format(at=end_time(clock.due_at, at)) if clock else ""
