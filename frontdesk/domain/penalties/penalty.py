"""A penalty: what it is charged for, its entries in the ledger, what may be done with it and by whom (Z8)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from frontdesk.domain.cases.case import Case, Nature
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.penalties.terms import Act, PenaltyState
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. It is never changed or removed; a mistake is corrected by a counter-entry."""

    id: int
    at: Millis
    who: str
    state: PenaltyState
    """The state it led to."""
    amount: int
    """What the entry adds to the ledger, in CNY; only a signature charges, and only its counter-entry takes back."""
    words: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty for one person and one car, with its evidence: an over-count or over-stay the car was part of."""

    id: int
    complaint: int
    escalation: int
    """The number of the escalation that is the evidence."""
    kind: Kind
    crossed_at: Millis
    """The kind of the evidence, and when that limit was crossed."""
    visit_id: int
    plate: Plate
    person: str
    amount: int
    """The amount in CNY, as in the policy when it was proposed."""
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
        """The amount currently charged, in CNY."""
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
"""The fields of a case that a penalty is based on; they cannot change before the penalty is countered."""


def possible_acts(penalty: Penalty) -> tuple[Act, ...]:
    """Return what can be done with a penalty in its present state, by people allowed to do it."""
    return tuple(act for act in Act if penalty.state in _BEFORE.get(act, ()))


def check_offer(case: Case, crowdings: Sequence[Escalation], standing: Penalty | None) -> None:
    """Check that a case can lead to a penalty: it is a complaint or dispute about a visit that met crowding.

    A car has one penalty at most, and a drill none. `standing`: the visit's penalty that is not countered, if any.
    Raises `Refused`.
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
    """Check that the manager or the director proposes it, and for somebody on the staff list. Raises `Refused`."""
    if rank < Rank.MANAGER:
        raise Refused(CaseReason.NOT_ALLOWED, step=Act.PROPOSE, director=False)
    if not person:
        raise Refused(PenaltyReason.NO_RESPONSIBLE)
    if person not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=person)


def evidence(crowdings: Sequence[Escalation], number: int | None) -> Escalation:
    """Return the crowding chosen as evidence; None means the only one there is. Raises `Refused(NOT_EVIDENCE)`."""
    found = [each for each in crowdings if number is None or each.id == number]
    if len(found) != 1:
        raise Refused(PenaltyReason.NOT_EVIDENCE, choices=tuple(each.id for each in crowdings))
    return found[0]


def check(penalty: Penalty, act: Act, words: str, *, who: str, rank: Rank, staff: Collection[str]) -> None:
    """Check that this person can sign, appeal against or decide on a penalty now. Raises `Refused`.

    Nobody signs what they proposed, or decides on an appeal against it; nobody signs or decides on what they are
    charged. The person charged appeals, or the manager or the director on their behalf. A mistake can be countered at
    any time.
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
    """Check that a penalty's evidence still stands before it is charged or upheld. Raises `Refused(EVIDENCE_GONE)`.

    `crowdings`: the crowding the visit met by the present record, without anything that was undone or corrected.
    """
    if act in _NEEDS_EVIDENCE and penalty.escalation not in {met.id for met in crowdings}:
        raise Refused(PenaltyReason.EVIDENCE_GONE, number=penalty.id, escalation=penalty.escalation)


def amount(penalty: Penalty, act: Act) -> int:
    """Return what an act adds to the ledger: signing adds the amount, countering takes back what was charged.

    Any other act adds nothing.
    """
    return penalty.amount if act is Act.SIGN else -penalty.charged if act is Act.COUNTER else 0
