"""Parts that are fetched for somebody: from where, by which carrier, and when they come (R4, R5, R9, I10)."""

from enum import StrEnum
from typing import NamedTuple, TypedDict

from frontdesk.domain.matters.moved import FARTHEST
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

MOST_PIECES = 9_999
NAME_LIMIT = 60


class Source(StrEnum):
    """Where a part comes from."""

    STOCK = "stock"
    FACTORY = "factory_urgent"
    NEIGHBOUR = "neighbour"
    """R5: a neighbouring dealer."""
    BACKUP = "backup_supplier"


class Carrier(StrEnum):
    """How it comes."""

    ROAD = "road"
    COURIER = "courier"
    AIR = "air"


class PartState(StrEnum):
    """How far it is."""

    ASKED = "part_asked"
    ORDERED = "part_ordered"
    SHIPPED = "part_shipped"
    ARRIVED = "part_arrived"
    HANDED = "part_handed"
    CANCELLED = "part_cancelled"


ORDER = (PartState.ASKED, PartState.ORDERED, PartState.SHIPPED, PartState.ARRIVED, PartState.HANDED)


class Needed(NamedTuple):
    """A part that somebody needs."""

    name: str
    quantity: int = 1


class Way(TypedDict, total=False):
    """What is said of a part's way; what is not said stays as it is."""

    source: Source
    carrier: Carrier | None
    eta: Millis | None
    number: str
    may_fly: bool
    monitored: bool


class PartOrder(NamedTuple):
    """One part on its way to somebody."""

    id: int
    matter: int
    """The number of what needs it."""
    number: str
    """The maker's; empty where it is not known."""
    name: str
    quantity: int
    source: Source
    carrier: Carrier | None
    may_fly: bool
    """R9: whether it may go by air."""
    monitored: bool
    """R9: whether the maker has to approve it first."""
    maker_ok_at: Millis | None
    eta: Millis | None
    state: PartState
    changed_at: Millis
    changed_by: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be handed out."""
        return self.state not in {PartState.HANDED, PartState.CANCELLED}


def check_what(name: str, quantity: int) -> None:
    """A part has a name, and there is at least one of it. Raises `Refused(PART_NAME)`."""
    if not name or not 0 < quantity <= MOST_PIECES:
        raise Refused(PartReason.PART_NAME, right=MOST_PIECES)


def check_way(part: PartOrder) -> None:
    """What may not fly does not go by air; what was ordered already needs no approval any more.

    Raises `Refused`: MAY_NOT_FLY, MONITORED_LATE.
    """
    if part.carrier is Carrier.AIR and not part.may_fly:
        raise Refused(PartReason.MAY_NOT_FLY, part=part.name)
    if part.monitored and part.maker_ok_at is None and part.state is not PartState.ASKED:
        raise Refused(PartReason.MONITORED_LATE, part=part.name, state=part.state)


def check_eta(at: Millis | None, now: Millis) -> None:
    """Check when a part is said to come: ahead, and within a year. Raises `Refused(PART_ETA)`."""
    if at is not None and not now < at <= now + FARTHEST:
        raise Refused(PartReason.PART_ETA, at=at, now=now)


def check_step(part: PartOrder, becomes: PartState) -> None:
    """A part goes forward only, and a monitored one not before its maker approves. Raises `Refused`.

    PART_STATE, NOT_RELEASED (R9).
    """
    if not part.is_open or (becomes is not PartState.CANCELLED and ORDER.index(becomes) <= ORDER.index(part.state)):
        raise Refused(PartReason.PART_STATE, number=part.id, part=part.name, state=part.state, who=part.changed_by)
    if part.monitored and part.maker_ok_at is None and becomes is not PartState.CANCELLED:
        raise Refused(PartReason.NOT_RELEASED, part=part.name)
