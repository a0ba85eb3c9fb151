"""What may be done about a rescue, and when (R1–R9)."""

from collections.abc import Collection
from dataclasses import dataclass

from frontdesk.domain.parts.part import Needed
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.rescue import CallForm, PlanRevision, Rescue, Tolerance
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import DAY, MINUTE, Millis
from frontdesk.domain.values.errors import Refused

MOST_KM = 2_000_000
MOST_YUAN = 10_000_000
LONGEST_TRAVEL = 24 * 60
LONGEST_WORK = 7 * 24 * 60
MARKS = range(1, 6)
"""C8: what the customer says it was worth, 5 is best."""
LOW_MARK = 2
"""Who gives no more than this is asked whether it is a complaint."""
FARTHEST_ETA: Millis = 2 * DAY


@dataclass(frozen=True, slots=True)
class PlanTyped:
    """What the supervisor types for a revision."""

    travel: int
    minutes: int
    leader: str
    crew: tuple[str, ...]
    jobs: str
    cost_min: int
    cost_max: int
    parts: tuple[Needed, ...] = ()
    tools: str = ""
    cautions: str = ""


def check_form(form: CallForm, *, has_phone: bool) -> None:
    """Check that a call says where, which car, who and what (R1). Raises `Refused`: RESCUE_FIELD, BAD_KM."""
    said = {"place": form.place, "plate": form.plate, "customer": form.customer, "phone": has_phone}
    for field, is_said in {**said, "symptom": form.symptom}.items():
        if not is_said:
            raise Refused(RescueReason.RESCUE_FIELD, field=field)
    if form.km is not None and not 0 <= form.km <= MOST_KM:
        raise Refused(RescueReason.BAD_KM, right=MOST_KM)


def check_goes_on(rescue: Rescue) -> None:
    """Check that it is not over. Raises `Refused(RESCUE_OVER)`."""
    if not rescue.matter.is_open or rescue.outcome is not None:
        who, at = rescue.matter.closed_by, rescue.matter.closed_at or rescue.ended_at
        raise Refused(RescueReason.RESCUE_OVER, number=rescue.id, who=who, at=at)


def check_plan(typed: PlanTyped, staff: Collection[str]) -> None:
    """Check what a revision says (R2). Raises `Refused`: PLAN_FIELD, UNKNOWN_PERSON, PLAN_MINUTES, PLAN_COST."""
    for field, is_said in {"leader": typed.leader, "jobs": typed.jobs}.items():
        if not is_said:
            raise Refused(RescueReason.PLAN_FIELD, field=field)
    for name in (typed.leader, *typed.crew):
        if name not in staff:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    for field, minutes, longest in (
        ("travel", typed.travel, LONGEST_TRAVEL), ("minutes", typed.minutes, LONGEST_WORK),
    ):  # fmt: skip
        if not 0 < minutes <= longest:
            raise Refused(RescueReason.PLAN_MINUTES, field=field)
    if not 0 <= typed.cost_min <= typed.cost_max <= MOST_YUAN:
        raise Refused(RescueReason.PLAN_COST)


def present_plan(rescue: Rescue, revision: int | None) -> PlanRevision:
    """Return the plan as it stands; where a revision is named, it is that one.

    Raises `Refused`: NO_PLAN_YET, OLD_REVISION.
    """
    plan = rescue.plan
    if plan is None:
        raise Refused(RescueReason.NO_PLAN_YET, number=rescue.id)
    if revision not in {None, plan.revision}:
        raise Refused(RescueReason.OLD_REVISION, number=rescue.id, was=revision, right=plan.revision)
    return plan


def check_not_departed(rescue: Rescue) -> None:
    """Check that the team is still here. Raises `Refused(DEPARTED)`."""
    if rescue.departed_at is not None:
        raise Refused(RescueReason.DEPARTED, number=rescue.id, at=rescue.departed_at)


def check_approved(rescue: Rescue, tolerance: Tolerance) -> None:
    """Check that customer and director agreed to the plan as it is. Raises `Refused`: CONSENT_FIRST, NOT_APPROVED."""
    if not rescue.has_consent(tolerance):
        raise Refused(RescueReason.CONSENT_FIRST, number=rescue.id)
    if not rescue.is_approved(tolerance):
        raise Refused(RescueReason.NOT_APPROVED, number=rescue.id)


def check_depart(rescue: Rescue, others: Collection[Rescue], without: str, tolerance: Tolerance) -> None:
    """Check that a team may leave: signed, its people and parts there (R4, R5, R8).

    Raises `Refused`: NO_PLAN_YET, DEPARTED, CONSENT_FIRST, NOT_APPROVED, PERSON_OUT, WITHOUT_PARTS.
    """
    plan = present_plan(rescue, None)
    check_not_departed(rescue)
    check_approved(rescue, tolerance)
    for name, other in out_elsewhere(plan.people, rescue.id, others).items():
        raise Refused(RescueReason.PERSON_OUT, name=name, number=other)
    if rescue.missing and not without:
        raise Refused(RescueReason.WITHOUT_PARTS, parts=tuple(part.name for part in rescue.missing))


def out_elsewhere(people: Collection[str], rescue: int, others: Collection[Rescue]) -> dict[str, int]:
    """Return who of some people is out with another rescue, each with its number."""
    out = [each for each in others if each.id != rescue and each.departed_at is not None and each.ended_at is None]
    return {name: each.id for each in out if each.plan is not None for name in people if name in each.plan.people}


def check_eta(rescue: Rescue, at: Millis, now: Millis, why: str) -> None:
    """Check a new time of arrival (R4). Raises `Refused`: NOT_DEPARTED, ARRIVED, ETA_PAST, ETA_SAME, ETA_WHY."""
    if rescue.departed_at is None:
        raise Refused(RescueReason.NOT_DEPARTED, number=rescue.id)
    if rescue.arrived_at is not None:
        raise Refused(RescueReason.ARRIVED, number=rescue.id, at=rescue.arrived_at)
    if not now < at <= now + FARTHEST_ETA:
        raise Refused(RescueReason.ETA_PAST, at=at, since=now)
    if rescue.eta is not None and rescue.eta.becomes // MINUTE == at // MINUTE:
        raise Refused(RescueReason.ETA_SAME, at=at)
    if not why:
        raise Refused(RescueReason.ETA_WHY)


def check_after(at: Millis, earliest: Millis, now: Millis) -> None:
    """What happened on the road happened after what it follows, and not later than now. Raises `Refused`."""
    if not earliest <= at <= now:
        raise Refused(RescueReason.RESCUE_PAST, at=at, since=earliest, now=now)


def check_result(
    rescue: Rescue, outcome: RescueOutcome, tolerance: Tolerance, *, satisfied: bool, words: str
) -> None:  # fmt: skip
    """Check that a rescue may end so: nobody leaves before the customer is satisfied, or it is said why not (C16).

    What is repaired on site is what customer and director agreed to, also where the plan was changed on the road (R3).
    Raises `Refused`: NOT_ARRIVED, RESULT_TOO_SOON, CONSENT_FIRST, NOT_APPROVED, RESULT_WORDS.
    """
    if outcome is not RescueOutcome.CANCELLED:
        if rescue.arrived_at is None:
            raise Refused(RescueReason.NOT_ARRIVED, number=rescue.id)
        if rescue.checked_at is None:
            raise Refused(RescueReason.RESULT_TOO_SOON, number=rescue.id)
    if outcome is RescueOutcome.REPAIRED:
        check_approved(rescue, tolerance)
    if (not satisfied or outcome is RescueOutcome.CANCELLED) and not words:
        raise Refused(RescueReason.RESULT_WORDS)
