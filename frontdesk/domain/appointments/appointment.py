"""An appointment: a car that is expected at a time, and what came of it (Z9)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Purpose

OWN = "desk"
"""The source of what was booked here."""
USUAL_MINUTES = 60
CUSTOMER_LIMIT = 60
WORK_LIMIT = 120


class State(StrEnum):
    """What came of an appointment."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


class Waits(StrEnum):
    """Where the customer is meanwhile."""

    LOUNGE = "lounge"
    AWAY = "away"


class Way(StrEnum):
    """How an appointment was made."""

    PHONE = "phone"
    PERSON = "person"
    WECHAT = "wechat"
    ONLINE = "online"
    OTHER = "other"


class Appointment(NamedTuple):
    """One line of the book. `phone` is masked."""

    id: int
    at: Millis
    minutes: int
    plate: Plate
    customer: str
    phone: str
    purpose: Purpose
    work: str
    waits: Waits
    advisor: str
    way: str
    state: State
    confirmed_at: Millis | None
    confirmed_by: str
    visit_id: int | None
    why: str
    source: str
    uid: str
    sequence: int
    said: str
    revision: int
    made_at: Millis
    made_by: str
    held_at: Millis | None = None
    """Since when it is as the desk has said, and not as its source did last; None where it is not."""

    @property
    def version(self) -> int:
        """Which version of it a calendar has to be newer than."""
        return self.revision if self.source == OWN else self.sequence

    @property
    def is_expected(self) -> bool:
        """Whether its customer may still come."""
        return self.state is State.BOOKED

    def is_late(self, late_s: int, now: Millis) -> bool:
        """Whether its customer should have been here by now: at the very instant nobody is late."""
        return self.is_expected and now > self.at + late_s * SECOND


class Terms(NamedTuple):
    """Around the time of an appointment: who comes then comes for it, and when nobody is expected any more."""

    before: Millis
    after: Millis
    no_show: Millis

    def fits(self, at: Millis, arrived_at: Millis) -> bool:
        """Whether a car that came at an instant came for an appointment; both ends count."""
        return at - self.before <= arrived_at <= at + self.after


_MAY_COME = (State.BOOKED, State.NO_SHOW)


def meant(found: tuple[Appointment, ...], arrived_at: Millis, terms: Terms) -> Appointment | None:
    """Return the appointment that a car came for: the nearest of those its time fits, of two the earlier one."""
    fitting = [each for each in found if each.state in _MAY_COME and terms.fits(each.at, arrived_at)]
    return min(fitting, key=lambda each: (abs(each.at - arrived_at), each.at, each.id), default=None)
