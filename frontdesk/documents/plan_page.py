"""A plan's change record, and a leaflet for customers, each one HTML page to print (G1, G3)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import Post
from frontdesk.domain.plans.plan import PlanOnRecord
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.plans import approver, difference_line, for_customers, reads_line
from frontdesk.words.times import long_time


def record(plan: PlanOnRecord, policy: Policy, now: Millis) -> str:
    """Return the change record of a plan, with what stands in its newest version and room for signatures."""
    zone, newest = OpeningHours.of(policy).zone, plan.newest
    rows = [
        (
            case_number(each.id),
            each.version,
            long_time(each.in_force_at or each.made_at, zone),
            each.said.before,
            each.said.after,
            each.author,
            each.reviewer or "—",
            approver(each),
            word(each.state),
        )
        for each in plan.versions
    ]
    return (
        environment()
        .get_template("plan.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{plan.plan.title} {newest.version} · {word(newest.state)}",
            name=_("change record"),
            heads=(
                _("number"), _("version"), _("date"), _("before"), _("after"), _("written by"), _("reviewed by"),
                _("approved by"), _("state"),
            ),
            rows=rows,
            differences=[difference_line(each) for each in plan.difference(newest)],
            reads=reads_line(plan),
            text=newest.said.text,
            signatures=(_("written by"), word(Post.DIRECTOR), word(Post.GENERAL_MANAGER)),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )  # fmt: skip


def leaflet(plan: PlanOnRecord, policy: Policy, now: Millis) -> str:
    """Return what the version in force means for customers; of a plan without numbers, its text.

    Raises `Refused(NOT_IN_FORCE)`.
    """
    version = plan.in_force
    if version is None:
        raise Refused(PlanReason.NOT_IN_FORCE, plan=plan.plan.key)
    zone = OpeningHours.of(policy).zone
    lines = version.said.text.splitlines() if version.policy is None else for_customers(policy)
    since = long_time(version.in_force_at or now, zone)
    return (
        environment()
        .get_template("leaflet.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=plan.plan.title,
            lines=lines,
            asked=_(
                "If anything is not as it says here, tell the reception desk: it is on record, and you are answered."
            ),
            since=_("{version}, in force since {at}").format(version=version.version, at=since),
        )
    )
