"""The first judgement of a complaint: what its words and the facts propose (C2). A person decides."""

from dataclasses import dataclass

from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.severity_cues import SeverityCue, cues_in

_GRAVE = frozenset({SeverityCue.INJURY, SeverityCue.SAFETY, SeverityCue.MEDIA, SeverityCue.AUTHORITY})
"""The cues of which each alone makes a case a major one."""
_MANY = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What the store knows besides the customer's words.

    `earlier` counts the customer's complaints and disputes of the last 90 days; `was_over_stay` says whether the car
    stood in the zone for too long at its latest visit (Z6).
    """

    earlier: int
    was_over_stay: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason of a judgement, with the words it was found in; `""` for a fact."""

    cue: SeverityCue
    found: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposed severity and its reasons, the most serious reason first."""

    severity: Severity
    reasons: tuple[Ground, ...]


def propose(words: str, facts: Facts) -> Proposal:
    """Return how grave a complaint seems (C2).

    Injury, safety, media or an authority make it major; so do two earlier cases, or one together with an over-stay.
    Words that only say it happened again are a reason, but do not make it major.
    """
    found = _of_facts(facts) | cues_in(words)
    is_major = not _GRAVE.isdisjoint(found) or facts.earlier >= _MANY or (facts.earlier > 0 and facts.was_over_stay)
    return Proposal(
        Severity.MAJOR if is_major else Severity.ORDINARY,
        tuple(Ground(cue, found[cue]) for cue in SeverityCue if cue in found),
    )


def _of_facts(facts: Facts) -> dict[SeverityCue, str]:
    found = {}
    if facts.earlier > 0:
        found[SeverityCue.REPEATED if facts.earlier >= _MANY else SeverityCue.EARLIER] = ""
    if facts.was_over_stay:
        found[SeverityCue.OVER_STAY] = ""
    return found
