"""What a message about a car in repair is for (P2, P4)."""

from frontdesk.domain.messages.message import Purpose
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.stage import stage

AS_IT_STANDS = "stage:"


def as_it_stands(car: Progress) -> str:
    """Return what a text about the car as it stands is about: once that has changed, the text is not true any more."""
    found = "+".join(str(each.id) for each in car.undecided)
    return f"{AS_IT_STANDS}{stage(car)}:{car.promised_at or 0}:{found}"


def purpose_of(car: Progress) -> Purpose:
    """Return what the customer hears first: it is ready, what was found, a new promise, else how it stands."""
    if car.ready_at is not None:
        return Purpose.READY
    if any(found.told_at is None for found in car.undecided):
        return Purpose.FOUND
    if any(promise.told_at is None for promise in car.promises):
        return Purpose.PROMISE
    return Purpose.PROGRESS
