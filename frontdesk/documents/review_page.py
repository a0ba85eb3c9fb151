"""A month's review as one HTML page to print, which the director signs (Z7)."""

from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.month import MonthsCauses
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.measures import heading
from frontdesk.words.phrases import labelled
from frontdesk.words.review.month import cause_word, corrections_lines, figures_line, problem_line
from frontdesk.words.times import days_of_the_week, long_time


def as_html(month: MonthUnderReview, causes: MonthsCauses, policy: Policy, now: Millis) -> str:
    """Return a month's review as a self-contained page for the browser."""
    zone, review = OpeningHours.of(policy).zone, month.review
    most = max((line.cases for line in month.pareto.lines), default=1)
    table = causes.week.table
    busy = [hour for hour, count in enumerate(causes.week.by_hour) if count]
    hours = range(busy[0], busy[-1] + 1) if busy else range(0)
    return (
        environment()
        .get_template("review.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{word(review.matter.kind)} {review.month} · {word(review.state)}",
            figures=figures_line(month.figures),
            causes=[
                (
                    cause_word(line.cause),
                    line.cases,
                    f"{line.share:.0%}",
                    f"{line.cumulated:.0%}",
                    100 * line.cases // most,
                )
                for line in month.pareto.lines
            ],
            hours=list(hours),
            week=[
                (day, [counts[hour] for hour in hours]) for day, counts in zip(days_of_the_week(), table, strict=True)
            ],
            lists=(
                (_("measures"), [heading(measure, zone, now) for measure in month.measures]),
                (_("without a measure"), [labelled(cause_word(left.cause), left.why) for left in review.left]),
                (_("major quality problems"), [problem_line(case, zone) for case in month.problems]),
                (_("corrected since the last signature"), corrections_lines(month.corrections)),
                (_("signatures"), [row for each in month.approvals for row in signature_lines(each, zone)]),
            ),
            conclusion=review.conclusion,
            names={
                "causes": _("causes"),
                "cause": _("cause"),
                "columns": (_("cases"), _("share"), _("cumulated")),
                "week": _("when it began"),
                "conclusion": _("conclusion"),
                "signatures": (_("submitted by"), word(Post.DIRECTOR)),
            },
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )
