"""The sheet a car is handed back with: what was done, parts, what was found, the steps, room for signatures (P3)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import JobState
from frontdesk.domain.runs.run import Run
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.progress import estimate
from frontdesk.words.runs import SIGNS, details
from frontdesk.words.times import long_time


def as_html(car: Progress, run: Run | None, policy: Policy, now: Millis) -> str:
    """Return the sheet as a self-contained page for the browser; `run`: its hand-back, where that was begun."""
    zone = OpeningHours.of(policy).zone
    facts = [labelled(_("repair begun"), long_time(car.matter.opened_at, zone)), labelled(_("advisor"), car.advisor)]
    if car.handed_back_at is not None:
        facts.append(labelled(_("handed back"), f"{long_time(car.handed_back_at, zone)} {car.handed_back_by}"))
    jobs = [job for job in car.jobs if job.state is not JobState.DROPPED]
    steps: list[tuple[str, str]] = []
    if run is not None:
        steps = [
            (f"{SIGNS[each.state]} {each.step.title}", " · ".join(details(run, each, zone, now))) for each in run.wanted
        ]
    return (
        environment()
        .get_template("lines.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{_('Hand-back sheet')} {show_plate(car.plate)} {case_number(car.id)}",
            facts=" · ".join(facts),
            tables=(
                (_("work done"), [(word(job.kind), job.title, job.technician, word(job.state)) for job in jobs]),
                (
                    _("parts used"),
                    [(part.number or "—", part.name, f"×{part.quantity}") for job in jobs for part in job.parts],
                ),
                (
                    _("problems found"),
                    [
                        (
                            word(found.kind),
                            found.what,
                            estimate(found),
                            word(found.decision) if found.decision else _("not decided yet"),
                        )
                        for found in car.found
                    ],
                ),
                (_("handed back step by step"), steps),
            ),
            signatures=(_("customer"), _("advisor")),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )
