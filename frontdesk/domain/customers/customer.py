"""The customer file: who a car's customer is, by what is on record of visits and cases, and where they live (G5)."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from frontdesk.domain.customers.reasons import CustomerReason
from frontdesk.domain.policy.provinces import read_province
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import clean_code

_AREA = rf"[{PROVINCES}][A-Z]"
_LIKE = "苏E"
_PLACE = r"(?P<known>[012])-(?P<at>\d{1,15})-(?P<plate>.{0,17})"


class Customer(NamedTuple):
    """A customer: the cars and cases of one phone number; where none is on record, one car, case or appointment."""

    name: str
    """The last one that was said."""
    phone: str
    """Masked."""
    phone_id: int | None
    plates: tuple[str, ...]
    """The one that was here last comes first."""
    last_visit: Millis | None
    open_cases: tuple[int, ...]
    cases: tuple[int, ...] = ()
    visited: tuple[str, ...] = ()
    """Those of the plates that have been here."""
    bookings: tuple[int, ...] = ()
    next_booking: Millis | None = None
    """When they are expected next."""
    last_booking: Millis | None = None
    """For when they were booked last, of what is over."""
    repairs: tuple[int, ...] = ()
    """The open matters of their cars in repair."""
    to_tell: tuple[int, ...] = ()
    """What they are still to be told."""

    @property
    def area(self) -> str:
        """Where they live, by their plates, the first that tells it: 苏E; "" where none does."""
        return next(filter(None, map(area_of, self.plates)), "")


class Which(NamedTuple):
    """Which customers are meant: all, those of an area, those who came on a day."""

    area: str = ""
    day: date | None = None

    def fit(self, plates: Iterable[str]) -> list[str]:
        """Return those of some plates that are of the area, in order."""
        return sorted(plate for plate in plates if plate.startswith(self.area))


class Place(NamedTuple):
    """How far a list was read: the next page begins behind it."""

    is_known: bool
    """Among the cars that have been here; those of which only cases tell come after them."""
    at: int
    """When the car came last, or the number of a case or an appointment, where the list goes by that."""
    plate: str
    is_booked: bool = False
    """Among those of whom only the book of appointments tells: they come last."""

    @property
    def written(self) -> str:
        """The place as it is typed."""
        return f"{2 if self.is_booked else int(self.is_known)}-{self.at}-{self.plate}"


class Part(NamedTuple):
    """Some consecutive customers, and where the next page begins; None where there is none."""

    customers: tuple[Customer, ...]
    after: Place | None


def area_of(plate: str) -> str:
    """Return the province and the city's letter of a plate: 苏E; "" where it has none."""
    return plate[:2] if re.match(_AREA, plate) else ""


def read_area(text: str) -> str:
    """Return the area that was typed: 苏E, 苏e, or a whole province: 苏, 江苏. Raises `Refused(UNKNOWN_AREA)`."""
    typed = clean_code(text)
    area = re.sub(r"[\s·]", "", typed.upper())
    if re.fullmatch(_AREA, area):
        return area
    province = read_province(typed)
    if not province:
        raise Refused(CustomerReason.UNKNOWN_AREA, text=typed, right=_LIKE)
    return province


def read_place(text: str) -> Place:
    """Return where a page begins, as the page before said it. Raises `Refused(BAD_PLACE)`."""
    found = re.fullmatch(_PLACE, clean_code(text))
    if found is None:
        raise Refused(CustomerReason.BAD_PLACE, text=clean_code(text))
    return Place(found["known"] == "1", int(found["at"]), found["plate"], found["known"] == "2")
