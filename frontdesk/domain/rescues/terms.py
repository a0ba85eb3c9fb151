"""The words of a roadside rescue: where the car stands, how far the rescue is, how it ended (R1–R9)."""

from enum import StrEnum


class Stands(StrEnum):
    """Where the car stands: what the customer is told to do at once depends on it."""

    CARRIAGEWAY = "carriageway"
    SHOULDER = "shoulder"
    OFF_ROAD = "off_road"


class Hurt(StrEnum):
    """Whether anybody is hurt."""

    UNKNOWN = "unknown"
    NOBODY = "nobody"
    SOMEBODY = "somebody"


class RescueStage(StrEnum):
    """How far a rescue is, in one word; it follows from what was done and is never typed."""

    PLAN = "rescue_plan"
    """The supervisor makes the plan (R2)."""
    CONSENT = "rescue_consent"
    """The manager tells the customer the plan and asks (R3)."""
    APPROVAL = "rescue_approval"
    """The director signs it (R3)."""
    DEPARTURE = "rescue_departure"
    """Parts are made ready, the team leaves (R4, R5)."""
    ON_THE_WAY = "rescue_on_the_way"
    ON_SITE = "rescue_on_site"
    FOLLOW_UP = "rescue_follow_up"
    """The customer is still to be asked how it was (C8)."""
    OVER = "rescue_over"


class RescueOutcome(StrEnum):
    """How a rescue ended."""

    REPAIRED = "repaired_on_site"
    TOWED = "towed"
    OTHER_SHOP = "to_another_shop"
    CANCELLED = "cancelled_by_customer"
