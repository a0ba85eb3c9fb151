"""What is owed for a rescue as it stands, and by when: each step begins with the one before it (R2–R6, C8)."""

from typing import NamedTuple

from frontdesk.domain.matters.due import DueName
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.rescues.rescue import Rescue, Tolerance
from frontdesk.domain.rescues.terms import RescueOutcome, RescueStage
from frontdesk.domain.values.clock import DAY, MINUTE, SECOND, Millis


class Owed(NamedTuple):
    """One thing owed by an instant. `person`: by whom; empty for whoever runs the service."""

    name: DueName
    at: Millis
    person: str = ""


def tolerance_of(policy: Policy) -> Tolerance:
    """Return how much a new revision may differ before it is asked for again."""
    return Tolerance(policy.rescue_again_cost_percent, policy.rescue_again_eta_s * SECOND)


def owed(rescue: Rescue, policy: Policy) -> tuple[Owed, ...]:
    """Return everything that is owed for a rescue as it stands."""
    tolerance = tolerance_of(policy)
    stage, plan = rescue.stage(tolerance), rescue.plan
    if stage is RescueStage.PLAN:
        return (Owed(DueName.RESCUE_PLAN, _planned_since(rescue) + policy.rescue_plan_s * SECOND),)
    if stage is RescueStage.CONSENT and plan is not None:
        return (Owed(DueName.RESCUE_CONSENT, plan.at + policy.rescue_consent_s * SECOND),)
    if stage is RescueStage.DEPARTURE:
        signed_at = rescue.approval.decided_at if rescue.approval and rescue.approval.decided_at else rescue.called_at
        parts = (Owed(DueName.RESCUE_PARTS, signed_at + policy.rescue_parts_s * SECOND),) if rescue.missing else ()
        return (*parts, Owed(DueName.RESCUE_DEPARTURE, signed_at + policy.rescue_departure_s * SECOND, _leader(rescue)))
    if stage is RescueStage.ON_THE_WAY:
        return tuple(_on_the_way(rescue, policy))
    if stage is RescueStage.ON_SITE and rescue.arrived_at is not None and rescue.checked_at is None:
        return (Owed(DueName.RESCUE_CHECK, rescue.arrived_at + policy.rescue_check_s * SECOND, _leader(rescue)),)
    if stage is RescueStage.ON_SITE and rescue.checked_at is not None and plan is not None:
        by = rescue.checked_at + plan.minutes * MINUTE + policy.rescue_contact_s * SECOND
        return (Owed(DueName.RESCUE_RESULT, by, _leader(rescue)),)
    if stage is RescueStage.FOLLOW_UP and rescue.ended_at and rescue.outcome is not RescueOutcome.CANCELLED:
        return (Owed(DueName.RESCUE_FOLLOW_UP, rescue.ended_at + policy.rescue_follow_up_days * DAY, rescue.taken_by),)
    return ()


def done(rescue: Rescue) -> frozenset[DueName]:
    """Return what of it all is done; what else is owed no more was given up."""
    latest, plan = rescue.eta, rescue.plan
    so = {
        DueName.RESCUE_PLAN: plan is not None,
        DueName.RESCUE_CONSENT: plan is not None and rescue.consent_revision == plan.revision,
        DueName.RESCUE_PARTS: bool(rescue.parts) and not rescue.missing,
        DueName.RESCUE_DEPARTURE: rescue.departed_at is not None,
        DueName.RESCUE_TOLD: latest is not None and latest.told_at is not None,
        DueName.RESCUE_CONTACT: rescue.arrived_at is not None,
        DueName.RESCUE_ETA: rescue.arrived_at is not None,
        DueName.RESCUE_CHECK: rescue.checked_at is not None,
        DueName.RESCUE_RESULT: rescue.outcome not in {None, RescueOutcome.CANCELLED},
        DueName.RESCUE_FOLLOW_UP: rescue.followed_at is not None,
    }
    return frozenset(name for name, is_so in so.items() if is_so)


def _planned_since(rescue: Rescue) -> Millis:
    """Return since when a plan is waited for: the call, the customer's no, or the director's."""
    rejected = rescue.approval.decided_at if rescue.approval is not None else None
    refused = rescue.consent_at if rescue.consent is False else None
    return max(rescue.called_at, refused or 0, rejected or 0)


def _on_the_way(rescue: Rescue, policy: Policy) -> list[Owed]:
    """The arrival the customer knows of, word from the road, and word to the customer of what they do not know yet."""
    found = []
    since = max((rescue.departed_at or 0, *(each.at for each in rescue.contacts)))
    found.append(Owed(DueName.RESCUE_CONTACT, since + policy.rescue_contact_s * SECOND, _leader(rescue)))
    known, latest = rescue.known_eta, rescue.eta
    if known is not None:
        found.append(Owed(DueName.RESCUE_ETA, known.becomes, _leader(rescue)))
    if latest is not None and latest.told_at is None:
        by = latest.at + policy.rescue_told_s * SECOND
        # A later arrival is told before the one they wait for passes (R4).
        found.append(Owed(DueName.RESCUE_TOLD, min(by, known.becomes) if known else by, rescue.taken_by))
    return found


def _leader(rescue: Rescue) -> str:
    return rescue.plan.leader if rescue.plan else ""
