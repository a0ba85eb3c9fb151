"""A plan as JSON: times ISO 8601 in the store's zone."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.commands.matters.as_json import approval_json
from frontdesk.domain.plans.numbers import Emergency
from frontdesk.domain.plans.plan import PlanOnRecord, Version
from frontdesk.words.times import iso_time

Json = dict[str, object]


def line_json(plan: PlanOnRecord, zone: ZoneInfo) -> Json:
    """Return how far a plan has come."""
    in_force = plan.in_force
    return {
        "key": plan.plan.key,
        "title": plan.plan.title,
        **_change(plan.newest, zone),
        "in_force": in_force.version if in_force else None,
        "unread": list(plan.unread),
    }


def as_json(plan: PlanOnRecord, emergencies: Iterable[Emergency], zone: ZoneInfo) -> Json:
    """Return a plan with its change record, its newest version, and who has read the one in force."""
    newest = plan.newest
    due = newest.matter.next_due
    return {
        **line_json(plan, zone),
        "text": newest.said.text,
        "diff": [{"key": each.key, "before": each.was, "after": each.becomes} for each in plan.difference(newest)],
        "next_due": {"name": due.name, "due_at": iso_time(due.due_at, zone)} if due else None,
        **reads_json(plan, zone),
        "changes": [_change(version, zone) for version in plan.versions],
        "approvals": [approval_json(each, zone) for each in newest.approvals],
        "emergencies": [_emergency(each, zone) for each in emergencies] if newest.policy is not None else [],
    }


def reads_json(plan: PlanOnRecord, zone: ZoneInfo) -> Json:
    """Return who has read the version in force, and who has not."""
    return {
        "read": [{"person": each.person, "at": iso_time(each.at, zone)} for each in plan.reads],
        "unread": list(plan.unread),
    }


def _change(version: Version, zone: ZoneInfo) -> Json:
    return {
        "number": version.id,
        "version": version.version,
        "state": version.state,
        "before": version.said.before,
        "after": version.said.after,
        "why": version.said.why,
        "author": version.author,
        "made_at": iso_time(version.made_at, zone),
        "reviewer": version.reviewer or None,
        "approver": version.approver or None,
        "in_force_at": iso_time(version.in_force_at, zone),
    }


def _emergency(each: Emergency, zone: ZoneInfo) -> Json:
    return {
        "key": each.key,
        "before": each.was,
        "after": each.becomes,
        "why": each.why,
        "by": each.who,
        "at": iso_time(each.at, zone),
        "ends_at": iso_time(each.ends_at, zone),
        "ended_at": iso_time(each.ended_at, zone),
    }
