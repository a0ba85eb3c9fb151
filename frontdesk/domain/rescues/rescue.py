"""A roadside rescue: its call, the revisions of its plan, what was signed, and what happened on the road (R1–R9)."""

from typing import NamedTuple

from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.parts.part import Needed, PartOrder
from frontdesk.domain.rescues.terms import Hurt, RescueOutcome, RescueStage, Stands
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.plates import Plate


class CallForm(NamedTuple):
    """What the customer says on the phone, in the order that matters: where, safe or not, which car, who, what."""

    place: str
    stands: Stands
    hurt: Hurt
    plate: Plate
    model: str
    km: int | None
    customer: str
    symptom: str
    elsewhere: str = ""
    """R1: repairs made elsewhere."""


class PlanRevision(NamedTuple):
    """One revision of the supervisor's plan (R2). Money in whole yuan."""

    revision: int
    at: Millis
    who: str
    travel: int
    """Minutes from departure to arrival."""
    minutes: int
    """How long the work takes on site."""
    leader: str
    crew: tuple[str, ...]
    jobs: str
    cost_min: int
    cost_max: int
    parts: tuple[Needed, ...] = ()
    tools: str = ""
    cautions: str = ""
    """R7: what the manager is to mind, and to tell."""

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who drives out, the leader first."""
        return (self.leader, *(name for name in self.crew if name != self.leader))

    def signed_text(self) -> Text:
        """Return what consent and signature stand for."""
        said = self._asdict()
        return {**said, "author": self.who, "crew": list(self.crew), "parts": [list(each) for each in self.parts]}


class Tolerance(NamedTuple):
    """How much a new revision may differ before consent and signature are asked for again."""

    cost_percent: int
    travel: Millis


class Eta(NamedTuple):
    """When the team arrives, as it was said; `told_at` None: the customer does not know yet."""

    id: int
    at: Millis
    who: str
    becomes: Millis
    why: str
    told_at: Millis | None


class Contact(NamedTuple):
    """What the team said from the road."""

    at: Millis
    who: str
    words: str


class Rescue(NamedTuple):
    """One rescue; money in whole yuan."""

    matter: Matter
    form: CallForm
    called_at: Millis
    taken_by: str
    phone_id: int | None
    phone: str
    """Masked."""
    second_id: int | None
    second: str
    """Of somebody else who is with the car; masked."""
    consent_revision: int | None
    consent_at: Millis | None
    consent_by: str
    consent: bool | None
    consent_words: str
    departed_at: Millis | None
    vehicle: str
    without: str
    """R5: how the parts follow that were missing at departure."""
    arrived_at: Millis | None
    checked_at: Millis | None
    as_planned: bool | None
    """R6: whether fault and parts are as the plan says."""
    checked_words: str
    ended_at: Millis | None
    outcome: RescueOutcome | None
    satisfied: bool | None
    result_words: str
    mark: int | None
    followed_at: Millis | None
    plans: tuple[PlanRevision, ...]
    etas: tuple[Eta, ...]
    contacts: tuple[Contact, ...]
    parts: tuple[PartOrder, ...]
    approval: Approval | None
    """The last one that was asked for."""

    @property
    def id(self) -> int:
        """Its number, that of the matter."""
        return self.matter.id

    @property
    def plan(self) -> PlanRevision | None:
        """The present revision of its plan."""
        return self.plans[-1] if self.plans else None

    @property
    def eta(self) -> Eta | None:
        """When the team arrives, as it was said last."""
        return self.etas[-1] if self.etas else None

    @property
    def known_eta(self) -> Eta | None:
        """When the team arrives, as far as the customer knows."""
        return next((each for each in reversed(self.etas) if each.told_at is not None), None)

    @property
    def missing(self) -> tuple[PartOrder, ...]:
        """The parts that were not handed out."""
        return tuple(part for part in self.parts if part.is_open)

    @property
    def needs_new_plan(self) -> bool:
        """Whether the site is otherwise than the plan says, and there is no other plan yet (R6)."""
        checked, plan = self.checked_at, self.plan
        return self.as_planned is False and checked is not None and (plan is None or plan.at < checked)

    def standing(self, tolerance: Tolerance) -> PlanRevision | None:
        """Return the revision that consent and signature stand for: one since which nothing that counts has changed.

        Compared is with that one, not step by step: many small changes are a large one.
        """
        if self.plan is None:
            return None
        bound = self.consent_revision or 0
        agreed = next((each for each in self.plans if each.revision == bound), None)
        later = [each for each in self.plans if each.revision > bound]
        return agreed if agreed and all(is_within(agreed, each, tolerance) for each in later) else self.plan

    def has_consent(self, tolerance: Tolerance) -> bool:
        """Whether the customer agreed to the plan as it stands (R3)."""
        standing = self.standing(tolerance)
        return bool(self.consent) and standing is not None and standing.revision == self.consent_revision

    def is_approved(self, tolerance: Tolerance) -> bool:
        """Whether the director's signature stands for the plan as it is now (R3, R8)."""
        standing = self.standing(tolerance)
        signed = self.approval is not None and standing is not None and self.approval.holds(standing.signed_text())
        return signed and self.has_consent(tolerance)

    def stage(self, tolerance: Tolerance) -> RescueStage:
        """Return how far it is: what happened last says it, and before the team left, what was agreed."""
        happened = {
            RescueStage.OVER: not self.matter.is_open,
            RescueStage.FOLLOW_UP: self.outcome is not None,
            RescueStage.ON_SITE: self.arrived_at is not None,
            RescueStage.ON_THE_WAY: self.departed_at is not None,
        }
        return next((stage for stage, is_so in happened.items() if is_so), self._agreed(tolerance))

    def _agreed(self, tolerance: Tolerance) -> RescueStage:
        plan = self.plan
        if plan is None or (self.consent is False and self.consent_revision == plan.revision):
            return RescueStage.PLAN
        if not self.has_consent(tolerance):
            return RescueStage.CONSENT
        if self.approval is not None and self.approval.state is ApprovalState.REJECTED:
            return RescueStage.PLAN
        return RescueStage.DEPARTURE if self.is_approved(tolerance) else RescueStage.APPROVAL


def is_within(agreed: PlanRevision, later: PlanRevision, tolerance: Tolerance) -> bool:
    """Whether a later revision is still what was agreed: leader and jobs the same, hardly dearer, hardly later."""
    dearer = later.cost_max * 100 > agreed.cost_max * (100 + tolerance.cost_percent)
    moved = abs(later.travel - agreed.travel) * MINUTE > tolerance.travel
    return (later.leader, later.jobs) == (agreed.leader, agreed.jobs) and not dearer and not moved
