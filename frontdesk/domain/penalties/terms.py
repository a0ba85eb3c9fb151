"""How far a penalty has come, and what can be done about it (Z8)."""

from enum import StrEnum


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
