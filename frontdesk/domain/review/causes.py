"""The causes of crowding that a monthly review counts (Z7)."""

from enum import StrEnum

from frontdesk.domain.escalations.terms import Why


class Cause(StrEnum):
    """Why the zone was crowded. `Why` is another question: why nobody acted on it.

    A store may have causes of its own beside these.
    """

    RECEPTION_SHORT = "reception_short"
    WORK_ORDER_SLOW = "work_order_slow"
    CUSTOMER_DECIDING = "customer_deciding"
    WORKSHOP_SLOW = "workshop_slow"
    WAITING_BAYS_FULL = "waiting_bays_full"
    ARRIVALS = "arrivals"
    NOT_ENTERED = "not_entered"
    """It was not so on the floor: something was entered late, wrongly or not at all."""
    OUTSIDE = "outside"
    EQUIPMENT = "equipment"
    OTHER = "other"


_SAID_BY = {
    Why.FULL: Cause.WAITING_BAYS_FULL,
    Why.NOT_ENTERED: Cause.NOT_ENTERED,
    Why.MISTAKE: Cause.NOT_ENTERED,
}


def said_by(why: Why | None) -> Cause | None:
    """Return the cause that is in somebody's explanation of why nobody acted; most explanations name none."""
    return None if why is None else _SAID_BY.get(why)
