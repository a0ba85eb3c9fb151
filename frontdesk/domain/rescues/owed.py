"""What is owed for a rescue as it stands, and by when: each step begins with the one before it (R2–R6, C8)."""

from collections.abc import Callable, Iterator, Mapping

from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.owed import Moves, Owed
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.rescues.reports import read_by, unread
from frontdesk.domain.rescues.rescue import Rescue, Tolerance
from frontdesk.domain.rescues.terms import RescueOutcome, RescueStage
from frontdesk.domain.values.clock import DAY, MINUTE, SECOND


def tolerance_of(policy: Policy) -> Tolerance:
    """Return how much a new revision may differ before it is asked for again."""
    return Tolerance(policy.rescue_again_cost_percent, policy.rescue_again_eta_s * SECOND)


def owed(rescue: Rescue, policy: Policy) -> tuple[Owed, ...]:
    """Return everything that is owed for a rescue as it stands."""
    stage = rescue.stage(tolerance_of(policy))
    return tuple(_BY_STAGE[stage](rescue, policy)) if stage in _BY_STAGE else ()


def done(rescue: Rescue) -> frozenset[DueName]:
    """Return what of it all is done; what else is owed no more was given up."""
    latest, plan = rescue.eta, rescue.plan
    so = {
        DueName.RESCUE_PLAN: plan is not None and not rescue.needs_new_plan,
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
    return frozenset(name for name, is_so in so.items() if is_so) | read_by(rescue)


def _plan(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    """A plan is waited for since the call, the customer's no, the director's, or what was found on site."""
    rejected = rescue.approval.decided_at if rescue.approval is not None else None
    refused = rescue.consent_at if rescue.consent is False else None
    since = max(rescue.called_at, refused or 0, rejected or 0, rescue.checked_at or 0)
    yield Owed(DueName.RESCUE_PLAN, since + policy.rescue_plan_s * SECOND)


def _consent(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    if rescue.plan is not None:
        yield Owed(DueName.RESCUE_CONSENT, rescue.plan.at + policy.rescue_consent_s * SECOND)


def _departure(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    signed_at = rescue.approval.decided_at if rescue.approval is not None else None
    since = signed_at or rescue.called_at
    if rescue.missing:
        yield Owed(DueName.RESCUE_PARTS, since + policy.rescue_parts_s * SECOND)
    yield Owed(DueName.RESCUE_DEPARTURE, since + policy.rescue_departure_s * SECOND, _leader(rescue))


def _on_the_way(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    """The arrival the customer knows of, word from the road, and word to the customer of what they do not know yet."""
    since = max((rescue.departed_at or 0, *(each.at for each in rescue.contacts)))
    yield Owed(DueName.RESCUE_CONTACT, since + policy.rescue_contact_s * SECOND, _leader(rescue), Moves.GIVEN)
    known, latest = rescue.known_eta, rescue.eta
    if known is not None:
        yield Owed(DueName.RESCUE_ETA, known.becomes, _leader(rescue), Moves.PUT_OFF)
    if latest is not None and latest.told_at is None:
        by = latest.at + policy.rescue_told_s * SECOND
        # A later arrival is told before the one they wait for passes (R4).
        by = min(by, known.becomes) if known else by
        yield Owed(DueName.RESCUE_TOLD, by, rescue.taken_by, Moves.SOONER)


def _on_site(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    if rescue.checked_at is None and rescue.arrived_at is not None:
        yield Owed(DueName.RESCUE_CHECK, rescue.arrived_at + policy.rescue_check_s * SECOND, _leader(rescue))
        return
    yield from _reports(rescue, policy)
    if rescue.needs_new_plan:
        yield from _plan(rescue, policy)
    elif not rescue.has_consent(tolerance_of(policy)):
        yield from _consent(rescue, policy)
    elif rescue.checked_at is not None and rescue.plan is not None:
        work = rescue.plan.minutes * MINUTE + policy.rescue_contact_s * SECOND
        since = rescue.checked_at if rescue.as_planned else max(rescue.checked_at, rescue.plan.at)
        yield Owed(DueName.RESCUE_RESULT, since + work, _leader(rescue))


def _reports(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    """What is otherwise on site is read by supervisor, manager and director, also where it is over by then (R6)."""
    for name in unread(rescue):
        yield Owed(name, (rescue.checked_at or 0) + policy.rescue_report_s * SECOND)


def _follow_up(rescue: Rescue, policy: Policy) -> Iterator[Owed]:
    yield from _reports(rescue, policy)
    is_asked = rescue.followed_at is not None or rescue.outcome is RescueOutcome.CANCELLED
    if rescue.ended_at is not None and not is_asked:
        yield Owed(DueName.RESCUE_FOLLOW_UP, rescue.ended_at + policy.rescue_follow_up_days * DAY, rescue.taken_by)


def _leader(rescue: Rescue) -> str:
    return rescue.plan.leader if rescue.plan else ""


_BY_STAGE: Mapping[RescueStage, Callable[[Rescue, Policy], Iterator[Owed]]] = {
    RescueStage.PLAN: _plan,
    RescueStage.CONSENT: _consent,
    RescueStage.DEPARTURE: _departure,
    RescueStage.ON_THE_WAY: _on_the_way,
    RescueStage.ON_SITE: _on_site,
    RescueStage.FOLLOW_UP: _follow_up,
}
