"""A rescue and its parts as JSON: times ISO 8601 in the store's zone, money in whole yuan."""

from zoneinfo import ZoneInfo

from frontdesk.domain.approvals.approval import hash_of
from frontdesk.domain.parts.part import PartOrder
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.reports import ROLES, unread
from frontdesk.domain.rescues.rescue import PlanRevision, Rescue
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(rescue: Rescue, policy: Policy, zone: ZoneInfo) -> Json:
    """Return a rescue with all that is on record of it."""
    form, tolerance, approval = rescue.form, tolerance_of(policy), rescue.approval
    standing = rescue.standing(tolerance)
    return {
        "number": rescue.id,
        "stage": rescue.stage(tolerance),
        "called_at": iso_time(rescue.called_at, zone),
        "taken_by": rescue.taken_by,
        "form": {
            "place": mask_in(form.place), "stands": form.stands, "hurt": form.hurt, "plate": form.plate,
            "model": form.model or None, "km": form.km, "customer": form.customer, "phone": rescue.phone,
            "second": rescue.second or None, "symptom": mask_in(form.symptom),
            "elsewhere": mask_in(form.elsewhere) or None,
        },
        "plans": [_plan(plan, zone) for plan in rescue.plans],
        "standing_revision": standing.revision if standing else None,
        "consent": None if rescue.consent is None else {
            "revision": rescue.consent_revision, "agrees": rescue.consent, "at": iso_time(rescue.consent_at, zone),
            "by": rescue.consent_by, "words": mask_in(rescue.consent_words) or None,
        },
        "approval": None if approval is None else {
            "state": approval.state, "holds": rescue.is_approved(tolerance), "hash": approval.hash,
            "at": iso_time(approval.decided_at, zone),
        },
        "parts": [part_json(part, zone) for part in rescue.parts],
        "departed_at": iso_time(rescue.departed_at, zone),
        "vehicle": rescue.vehicle or None,
        "without": rescue.without or None,
        "etas": [
            {"at": iso_time(e.at, zone), "by": e.who, "becomes": iso_time(e.becomes, zone), "why": e.why or None,
             "told_at": iso_time(e.told_at, zone)}
            for e in rescue.etas
        ],
        "contacts": [
            {"at": iso_time(each.at, zone), "by": each.who, "words": mask_in(each.words)} for each in rescue.contacts
        ],
        "arrived_at": iso_time(rescue.arrived_at, zone),
        "checked_at": iso_time(rescue.checked_at, zone),
        "as_planned": rescue.as_planned,
        "unread_by": [ROLES[name] for name in unread(rescue)],
        "ended_at": iso_time(rescue.ended_at, zone),
        "outcome": rescue.outcome,
        "satisfied": rescue.satisfied,
        "mark": rescue.mark,
        "late": [due.name for due in rescue.matter.dues if due.met_at is not None and due.is_missed(due.met_at)],
    }  # fmt: skip


def _plan(plan: PlanRevision, zone: ZoneInfo) -> Json:
    return {
        "revision": plan.revision, "at": iso_time(plan.at, zone), "by": plan.who, "travel": plan.travel,
        "minutes": plan.minutes, "leader": plan.leader, "crew": list(plan.crew), "jobs": mask_in(plan.jobs),
        "cost_min": plan.cost_min, "cost_max": plan.cost_max, "tools": plan.tools or None,
        "parts": [{"name": part.name, "quantity": part.quantity} for part in plan.parts],
        "cautions": mask_in(plan.cautions) or None, "hash": hash_of(plan.signed_text()),
    }  # fmt: skip


def part_json(part: PartOrder, zone: ZoneInfo) -> Json:
    """Return a part with how it comes and how far it is."""
    return {
        "number": part.id, "for": part.matter, "maker_number": part.number or None, "name": part.name,
        "quantity": part.quantity, "source": part.source, "carrier": part.carrier, "may_fly": part.may_fly,
        "monitored": part.monitored, "maker_ok_at": iso_time(part.maker_ok_at, zone), "eta": iso_time(part.eta, zone),
        "state": part.state, "at": iso_time(part.changed_at, zone), "by": part.changed_by,
    }  # fmt: skip
