"""The report of an incident as one page to print: what, when, who, the clocks, steps, log, roll call, cause (I12)."""

from typing import NamedTuple

from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import aftermath, reading
from frontdesk.desk.incidents.aftermath import Followed
from frontdesk.desk.incidents.reading import Shown
from frontdesk.desk.roll_calls import reading as rounds
from frontdesk.desk.runs import runs
from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.printing import Document
from frontdesk.domain.roll_calls.roll_call import RollCall
from frontdesk.domain.runs.run import Run
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n
from frontdesk.words.aftermath import car_line, found_lines, news_line
from frontdesk.words.i18n import _
from frontdesk.words.incidents import command_words, entry_line, hurt_words, name
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.roll_calls import counts, entry_name, heading
from frontdesk.words.times import duration, long_time

Rows = list[tuple[str, ...]]


def of_incident(desk: Desk, number: int) -> Document:
    """Return the report. Raises `FrontdeskError`."""
    shown, followed = reading.shown(desk, number), aftermath.shown(desk, number)
    counted = rounds.of_matter(desk, number)
    done = runs.of_matter(desk, number, i18n.language())
    snapshot, now = desk.snapshot(), desk.now()
    written = to_datetime(now, OpeningHours.of(snapshot.policy).zone).strftime("%Y%m%d-%H%M%S")
    page = as_html(Report(shown, followed, counted, done), snapshot, now)
    return Document(f"{number}-incident-{written}.html", page)


class Report(NamedTuple):
    """All that stands in it."""

    shown: Shown
    followed: Followed
    rounds: tuple[RollCall, ...]
    done: tuple[Run, ...]


def as_html(report: Report, snapshot: Snapshot, now: Millis) -> str:
    """Return the report as a self-contained page for the browser."""
    shown, followed, rounds, done = report
    incident, policy = shown.incident, snapshot.policy
    zone = OpeningHours.of(policy).zone
    facts = (word(incident.level), command_words(incident), hurt_words(incident))
    found: Rows = [(line,) for line in found_lines(followed.found, zone, now, policy.due_warning)]
    tables = [
        (_("clocks"), _clocks(shown, rounds, snapshot)),
        (_("steps"), _steps(done)),
        (_("what happened"), [(mask_in(entry_line(each, zone)),) for each in shown.entries]),
        (_("Roll call"), [row for each in rounds for row in _round(each, snapshot)]),
        (_("what was found"), found),
        (_("measures"), [(case_number(each.id), clean_line(each.title)) for each in followed.measures]),
        (_("cars that were there"), [(car_line(each, zone),) for each in followed.cars]),
        (_("news"), [(mask_in(news_line(each, zone)),) for each in followed.news]),
    ]
    return (
        environment()
        .get_template("lines.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{_('Incident')} {case_number(incident.id)} {name(incident)}",
            facts=" · ".join(filter(None, facts)),
            tables=tables,
            signatures=(_("in command"), _("for the store")),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )


def _clocks(shown: Shown, rounds: tuple[RollCall, ...], snapshot: Snapshot) -> Rows:
    """Return each instant, and how long after the report it was."""
    incident = shown.incident
    zone = OpeningHours.of(snapshot.policy).zone
    counted = next((each.ended_at for each in rounds if each.ended_at is not None and each.is_complete), None)
    told = (
        (_("happened"), incident.occurred_at),
        (_("reported by {who}").format(who=incident.reported_by or "—"), incident.reported_at),
        (_("command taken"), incident.commanded_at),
        (_("all counted"), counted),
        (_("contained"), incident.contained_at),
        (_("declared over"), incident.ended_at),
    )
    return [
        (what, long_time(at, zone), duration(max(0, at - incident.reported_at))) if at is not None else (what, "—", "")
        for what, at in told
    ]


def _steps(done: tuple[Run, ...]) -> Rows:
    return [
        (clean_line(each.step.title), word(each.state), each.who, mask_in(clean_line(each.words)))
        for run in done
        for each in run.steps
    ]


def _round(roll_call: RollCall, snapshot: Snapshot) -> Rows:
    zone = OpeningHours.of(snapshot.policy).zone
    missing = _(", ").join(entry_name(each) for each in roll_call.missing)
    return [(heading(roll_call, zone), counts(roll_call), missing)]
