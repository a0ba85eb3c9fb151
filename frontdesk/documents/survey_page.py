"""A survey's plan and its result as one HTML page to print, A4 (Q7)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.approvals.approval import Approval
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.surveys.survey import Survey
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.surveys import draw_lines, heading, question_line, result_lines
from frontdesk.words.times import long_time


def as_html(survey: Survey, approvals: tuple[Approval, ...], policy: Policy, now: Millis) -> str:
    """Return a survey as a self-contained page for the browser; whoever was asked is not named."""
    zone = OpeningHours.of(policy).zone
    lists = (
        (_("questions"), [question_line(*each) for each in enumerate(survey.plan.questions, 1)]),
        (_("result"), list(result_lines(survey)) if survey.asked else []),
        (_("drawn"), draw_lines(survey, zone)),
        (_("signatures"), [row for each in approvals for row in signature_lines(each, zone)]),
    )
    return (
        environment()
        .get_template("survey.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=heading(survey),
            lists=lists,
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )
