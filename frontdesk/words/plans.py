"""Plans in words: how far a version has come, what it changes, who has read it (G1, G3, G4)."""

from datetime import tzinfo

from frontdesk.domain.plans.numbers import Emergency
from frontdesk.domain.plans.plan import Change, PlanOnRecord, Version
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.policy.changes import change, number_name, value_of
from frontdesk.words.policy.form import length
from frontdesk.words.times import long_time


def heading(version: Version) -> str:
    """Return which version it is and how far it has come."""
    name = f"{case_number(version.id)} {version.plan.key} {version.version}"
    return labelled(name, f"{clean_line(version.plan.title)} · {word(version.state)}")


def change_line(version: Version, zone: tzinfo) -> str:
    """Return a line of the change record: what it was, what it is, since when, who wrote, reviewed and approved it."""
    said = version.said
    what = f"{said.before} → {said.after}" if said.before else said.after
    name = f"{case_number(version.id)} {version.version} {long_time(version.in_force_at or version.made_at, zone)}"
    return labelled(name, " · ".join((what, said.why, word(version.state), people_line(version))))


def people_line(version: Version) -> str:
    """Return who wrote, reviewed and approved a version."""
    people = (
        labelled(_("written by"), version.author),
        labelled(_("reviewed by"), version.reviewer or "—"),
        labelled(_("approved by"), approver(version)),
    )
    return _(", ").join(people)


def approver(version: Version) -> str:
    """Return who approved a version, and in whose place."""
    if version.disputed_by:
        return _("{who} disputes it").format(who=version.disputed_by)
    if not version.approver or version.approval is None:
        return "—"
    role = version.approval.in_place_of(version.approval.given[-1])
    return _("{who} in place of the {role}").format(who=version.approver, role=word(role)) if role else version.approver


def difference_line(each: Change) -> str:
    """Return what a number was and becomes."""
    return change(each.key, each.was, each.becomes)


def reads_line(plan: PlanOnRecord) -> str:
    """Return how many have read the version in force, and who has not; empty where none is in force."""
    if plan.in_force is None:
        return ""
    of = len(plan.reads) + len(plan.unread)
    count = _("{count} of {of}").format(count=len(plan.reads), of=of)
    unread = labelled(_("not yet"), _(", ").join(plan.unread)) if plan.unread else ""
    return labelled(
        _("read {version}").format(version=plan.in_force.version), " · ".join(filter(None, (count, unread)))
    )


def emergency_line(emergency: Emergency, zone: tzinfo, now: Millis) -> str:
    """Return a number that was changed at once: from what to what, by whom, why, until when."""
    ends = long_time(emergency.ended_at or emergency.ends_at, zone)
    until = (_("until {at}") if emergency.ended_at is None else _("ended {at}")).format(at=ends)
    if emergency.ended_at is None and now > emergency.ends_at:
        until = _("to fall back since {at}: cars stand in the way, it is tried again").format(at=ends)
    values = f"{value_of(emergency.key, emergency.was)} → {value_of(emergency.key, emergency.becomes)}"
    since = long_time(emergency.at, zone)
    return labelled(number_name(emergency.key), " · ".join((values, emergency.who, emergency.why, since, until)))


def for_customers(policy: Policy) -> list[str]:
    """Return what the numbers mean for a customer."""
    return [
        _("You are received within {time} of your arrival.").format(time=length(policy.late_reception_s)),
        _("As a rule your car stands in the pre-inspection zone for {time} at most.").format(
            time=length(policy.over_stay_s)
        ),
        _(
            "When {count} cars stand there, we ask you to wait in the lounge with a call ticket; after {time} at the"
            " latest somebody comes to you."
        ).format(count=policy.over_count, time=length(policy.diversion_s)),
    ]
