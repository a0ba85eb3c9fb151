"""Taking appointments from a file at the desk: the path is typed or pasted, and what came of it is said (Z9)."""

from collections.abc import Sequence

from frontdesk.desk.desk import Desk
from frontdesk.documents.appointments.taking import Taking
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.text import clean_line
from frontdesk.files.given_file import expanded
from frontdesk.words.appointments.report import report_lines, summary
from frontdesk.words.i18n import _
from screens.appointments.asking import Asked, AskForm
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_SHOWN = 3
"""So many lines that were not taken are said in the form; the command says all of them."""


def import_form(station: Station) -> AskForm:
    """Return the form that asks for the file."""
    about = _("A table (CSV, XLSX) or a calendar (.ics). The same file again changes nothing.")
    return AskForm(station, _("Import"), about, [Asked("path", _("file"), "", "~/appointments.csv")], _take)


async def _take(form: AskForm, texts: Sequence[str]) -> Result | None:
    typed = clean_line(texts[0].strip("\"' "), None)
    if not typed:
        form.say(_("Which file? Type or paste its path."))
        return None
    policy, zone = form.latest().policy, store_zone(form.latest())

    def command(desk: Desk) -> Result:
        report = Taking(desk, policy).take(expanded(typed))
        lines = report_lines(report, zone, all_or_nothing=False)[2 : 2 + _SHOWN] if report.problems else []
        return Result(
            AppointmentEvent.IMPORT,
            number=report.taken,
            facts={"summary": summary(report), "problems": " ".join(lines), "faults": len(report.problems)},
        )

    answer = await form.perform(command)
    if answer is None or not answer.facts["faults"]:
        return answer
    rest = int(answer.facts["faults"]) - _SHOWN
    more = _("{count} more: frontdesk appointments import says all.").format(count=rest) if rest > 0 else ""
    form.say(" ".join(filter(None, (str(answer.facts["summary"]), str(answer.facts["problems"]), more))))
    return None
