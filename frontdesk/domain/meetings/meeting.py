"""A meeting: with customers, of the emergency group, or a visit; what is promised there is owed (Q6, Q9, C14)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import NO_PLATE, Plate


class MeetingKind(StrEnum):
    """Whom it is with."""

    CUSTOMER = "customer"
    GROUP = "group"
    """The emergency group, about a major problem (C14)."""
    VISIT = "visit"
    """Somebody goes to a customer, or rings up to hear how things are (Q9)."""


class MeetingState(StrEnum):
    """How far it has come. It is over when everything that is owed of it is done."""

    PLANNED = "planned"
    HELD = "held"
    MINUTED = "minuted"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """What is owed before or after a meeting."""

    MATERIAL = "material"
    """What somebody prepares for it."""
    PROMISE = "promise"
    """What a customer was promised there."""
    DECISION = "decision"
    """What a department has to do, as the emergency group decided (C14)."""
    FEEDBACK = "feedback"
    """What a customer said about the product: quality answers (Q9)."""


OWED_AS = {
    ItemKind.MATERIAL: DueName.MEETING_MATERIAL,
    ItemKind.PROMISE: DueName.MEETING_PROMISE,
    ItemKind.DECISION: DueName.DECISION,
    ItemKind.FEEDBACK: DueName.FEEDBACK,
}
"""The name of what is owed for each item."""


class Item(NamedTuple):
    """One thing that is owed before or after a meeting."""

    id: int
    kind: ItemKind
    what: str
    person: str
    """Who does it; of a decision, which department."""
    due: Due | None
    clock: DueClock | None
    """Of a promise in a case: the case's own clock, which is owed there."""
    answer: str = ""
    """What shows that it is done; what quality answered."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        owed = self.due or self.clock
        return owed is not None and owed.is_running

    @property
    def due_at(self) -> Millis:
        """By when it is, or was, to be done."""
        owed = self.due or self.clock
        return 0 if owed is None else owed.due_at


class Meeting(NamedTuple):
    """One meeting, with the matter it is."""

    matter: Matter
    kind: MeetingKind
    state: MeetingState
    what: str
    at: Millis
    """When it begins."""
    place: str
    customer: str
    phone: str
    """Masked."""
    phone_id: int | None
    plate: Plate
    case: int | None
    """The complaint it is about."""
    invited: str
    """Who of the house takes part."""
    wanted_by: str
    held_at: Millis | None = None
    present: str = ""
    """Who was there."""
    minutes: str = ""
    minuted_by: str = ""
    why: str = ""
    """Why it was cancelled."""
    items: tuple[Item, ...] = ()

    @property
    def id(self) -> int:
        """The number of the matter."""
        return self.matter.id

    @property
    def was_brought_forward(self) -> bool:
        """Whether it was held before it was to begin; the emergency group's time is one it meets by (C14)."""
        return self.kind is not MeetingKind.GROUP and self.held_at is not None and self.held_at < self.at


class NewMeeting(NamedTuple):
    """What is said when a meeting is planned."""

    kind: MeetingKind
    what: str
    at: Millis
    place: str = ""
    customer: str = ""
    phone: str = ""
    """In full."""
    plate: Plate = NO_PLATE
    case: int | None = None
    invited: str = ""
    wanted_by: str = ""


class NewItem(NamedTuple):
    """What is said when something is put on record as owed."""

    kind: ItemKind
    what: str
    person: str = ""
    until: Millis | None = None
    """By when a promise is kept, a decision carried out; what else there is has a term of its own."""


def title(kind: MeetingKind, plate: str, case: int | None) -> str:
    """Return what its matter is called: nothing that a customer said, because a title stays for good."""
    about = f"#{case}" if case is not None else plate
    return f"{kind} {about}".strip()
