"""How a survey is evaluated, and its questionnaire to be filled in by hand, as one HTML page to print, A4 (Q7, S11)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.surveys.survey import Survey
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.survey_form import blank_lines, procedure_lines
from frontdesk.words.times import long_time


def as_html(survey: Survey, policy: Policy, now: Millis) -> str:
    """Return the procedure and the questionnaire as a self-contained page for the browser."""
    plan = survey.plan
    lists = (
        (_("how it is evaluated"), list(procedure_lines(plan, policy))),
        (_("questionnaire"), list(blank_lines(plan))),
    )
    return (
        environment()
        .get_template("survey.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=labelled(f"{plan.year} {word(plan.kind)}", _("evaluation and questionnaire")),
            lists=lists,
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
        )
    )
