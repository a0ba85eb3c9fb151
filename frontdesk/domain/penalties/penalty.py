"""A penalty: what it is charged for, its entries in the ledger, what may be done with it and by whom (Z8)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.cases.case import Case, Nature
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate


class PenaltyState(StrEnum):
    """How far a penalty has come; each entry of the ledger leads to the state of its name."""

    PROPOSED = "proposed"
    SIGNED = "signed"
    APPEALED = "appealed"
    UPHELD = "upheld"
    COUNTERED = "countered"


class Act(StrEnum):
    """What can be done about a penalty."""

    PROPOSE = "propose"
    SIGN = "sign"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. It is never changed and never taken out; a mistake is countered by another one."""

    id: int
    at: Millis
    who: str
    state: PenaltyState
    """The state it led to."""
    amount: int
    """What it adds to the ledger, in CNY: only a signature charges, only its counter-entry takes back."""
    words: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """What one person is charged for one car, with its evidence: an over-count or over-stay the car met."""

    id: int
    complaint: int
    escalation: int
    """The evidence."""
    kind: Kind
    crossed_at: Millis
    """What the evidence is, and when that limit was crossed."""
    visit_id: int
    plate: Plate
    person: str
    amount: int
    """In CNY; as the policy said when it was proposed."""
    proposed_by: str
    entries: tuple[Entry, ...]
    """Oldest first; the first one is the proposal."""

    @property
    def last(self) -> Entry:
        """The latest entry."""
        return self.entries[-1]

    @property
    def state(self) -> PenaltyState:
        """How far it has come."""
        return self.last.state

    @property
    def charged(self) -> int:
        """What it comes to as it stands, in CNY."""
        return sum(entry.amount for entry in self.entries)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody must sign it or decide on its appeal."""
        return self.state in {PenaltyState.PROPOSED, PenaltyState.APPEALED}


AFTER = {
    Act.PROPOSE: PenaltyState.PROPOSED,
    Act.SIGN: PenaltyState.SIGNED,
    Act.APPEAL: PenaltyState.APPEALED,
    Act.UPHOLD: PenaltyState.UPHELD,
    Act.COUNTER: PenaltyState.COUNTERED,
}
"""The state each act leads to."""
_BEFORE = {
    Act.SIGN: {PenaltyState.PROPOSED},
    Act.APPEAL: {PenaltyState.SIGNED},
    Act.UPHOLD: {PenaltyState.APPEALED},
    Act.COUNTER: {PenaltyState.PROPOSED, PenaltyState.SIGNED, PenaltyState.APPEALED, PenaltyState.UPHELD},
}
NEEDS_WORDS = frozenset({Act.APPEAL, Act.UPHOLD, Act.COUNTER})
"""The acts that need words: why it should not be charged, why it is upheld, why it is countered."""
_NEEDS_EVIDENCE = frozenset({Act.SIGN, Act.UPHOLD})
_DECISIONS = frozenset({Act.UPHOLD, Act.COUNTER})
_OF_THE_STAFF = frozenset({Act.SIGN, Act.APPEAL})


STANDS_ON = frozenset({"nature", "plate", "visit_id"})
"""What of a case a penalty stands on; none of it changes before that is countered."""


def possible_acts(penalty: Penalty) -> tuple[Act, ...]:
    """Return what can be done with a penalty as it stands, by whoever may."""
    return tuple(act for act in Act if penalty.state in _BEFORE.get(act, ()))


def check_offer(case: Case, crowdings: Sequence[Escalation], standing: Penalty | None) -> None:
    """A complaint or dispute about a visit that met crowding may cost somebody a penalty: once a car, never in a drill.

    `standing`: the penalty of that visit that is not countered. Raises `Refused`.
    """
    if case.is_drill:
        raise Refused(PenaltyReason.PENALTY_DRILL, number=case.id)
    if case.nature is Nature.INQUIRY:
        raise Refused(PenaltyReason.PENALTY_INQUIRY, number=case.id)
    if case.visit_id is None:
        raise Refused(PenaltyReason.NO_VISIT, number=case.id)
    if not crowdings:
        raise Refused(PenaltyReason.NO_CROWDING, number=case.id)
    if standing is not None:
        first = standing.entries[0]
        raise Refused(
            PenaltyReason.PENALTY_STANDS, plate=case.plate, number=standing.id, who=standing.proposed_by, when=first.at
        )


def check_proposal(person: str, *, rank: Rank, staff: Collection[str]) -> None:
    """The manager or the director proposes it, of somebody on the staff list. Raises `Refused`."""
    if rank < Rank.MANAGER:
        raise Refused(CaseReason.NOT_ALLOWED, step=Act.PROPOSE, director=False)
    if not person:
        raise Refused(PenaltyReason.NO_RESPONSIBLE)
    if person not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=person)


def evidence(crowdings: Sequence[Escalation], number: int | None) -> Escalation:
    """Return the crowding that is the evidence; None: the only one. Raises `Refused(NOT_EVIDENCE)`."""
    found = [each for each in crowdings if number is None or each.id == number]
    if len(found) != 1:
        raise Refused(PenaltyReason.NOT_EVIDENCE, choices=tuple(each.id for each in crowdings))
    return found[0]


def check(penalty: Penalty, act: Act, words: str, *, who: str, rank: Rank, staff: Collection[str]) -> None:
    """See that a penalty can be signed, appealed against or decided on now, by this person. Raises `Refused`.

    Nobody signs what they proposed, or decides on an appeal against it; nobody signs or decides on what they are
    charged. Who is charged appeals, or the manager or the director on their behalf. A mistake is countered any time.
    """
    last = penalty.last
    if act not in possible_acts(penalty):
        raise Refused(
            PenaltyReason.PENALTY_STATE, number=penalty.id, state=penalty.state, who=last.who, when=last.at, act=act
        )
    if not who:
        raise Refused(PeopleReason.NO_OPERATOR)
    if act in _OF_THE_STAFF and who not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    if act is Act.SIGN and who == penalty.proposed_by:
        raise Refused(PenaltyReason.OWN_PROPOSAL, number=penalty.id, who=who)
    if act is Act.APPEAL and who != penalty.person and rank < Rank.MANAGER:
        raise Refused(PenaltyReason.NOT_OWN_APPEAL, number=penalty.id, person=penalty.person)
    if act in _DECISIONS and rank < Rank.MANAGER:
        raise Refused(CaseReason.NOT_ALLOWED, step=act, director=False)
    if act is not Act.APPEAL and who == penalty.person:
        raise Refused(PenaltyReason.OWN_PENALTY, number=penalty.id, who=who, act=act)
    if act in _DECISIONS and penalty.state is PenaltyState.APPEALED and who == penalty.proposed_by:
        raise Refused(PenaltyReason.APPEAL_AGAINST_OWN, number=penalty.id, who=who)
    if act in NEEDS_WORDS and not words:
        raise Refused(CaseReason.NOTE_MISSING, number=penalty.id, step=act)


def check_evidence(penalty: Penalty, act: Act, crowdings: Sequence[Escalation]) -> None:
    """Nothing is charged, or stays charged on appeal, for what the car never met. Raises `Refused(EVIDENCE_GONE)`.

    `crowdings`: what the visit met by what is on record now; what was taken back or corrected is not among it.
    """
    if act in _NEEDS_EVIDENCE and penalty.escalation not in {met.id for met in crowdings}:
        raise Refused(PenaltyReason.EVIDENCE_GONE, number=penalty.id, escalation=penalty.escalation)


def amount(penalty: Penalty, act: Act) -> int:
    """Return what an act adds to the ledger: a signature the amount, its counter-entry takes it back, nothing else."""
    return penalty.amount if act is Act.SIGN else -penalty.charged if act is Act.COUNTER else 0
