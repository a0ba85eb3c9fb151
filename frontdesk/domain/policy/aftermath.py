"""After an incident: by when it is investigated and assessed, reported to the authority, a hazard dealt with."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class AftermathNumbers:
    """How soon what follows from an incident is done."""

    authority_report_s: int = number(3600, 300, 86_400)
    """I14: how soon the authority is told, where somebody is hurt in a major incident."""
    investigate_days: int = number(3, 1, 31)
    """I12: within how many working days cause, person responsible and loss are found."""
    assess_days: int = number(5, 1, 31)
    """I13: within how many working days after that it is said what was learned."""
    hazard_days: int = number(2, 1, 31)
    """I1, I15: within how many working days a hazard is dealt with; a grave one on the same day."""
