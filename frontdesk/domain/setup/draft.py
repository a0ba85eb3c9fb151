"""What has been answered so far, as it was typed: it may be half done, or wrong."""

from dataclasses import dataclass, field
from enum import StrEnum

from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.calendar import CalendarNumbers
from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.stations.station import StationKind


class Step(StrEnum):
    """What is asked, in this order; at last everything is shown once more."""

    STORE = "store"
    PROVINCE = "province"
    BAYS = "bays"
    HOURS = "hours"
    PEOPLE = "people"
    STATION = "station"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who is to be on the staff list."""

    name: str = ""
    post: Post = Post.MANAGER
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers. Where a store usually has the plan's own, that is offered; a name and a province are not guessed."""

    step: Step = Step.STORE
    store_name: str = ""
    province: str = ""
    bays: str = " ".join(ZoneNumbers.bays)
    hours: tuple[str, ...] = field(default=CalendarNumbers.opening_hours)
    closed: str = ""
    people: tuple[Newcomer, ...] = ()
    typed: Newcomer = Newcomer()
    """The person in the boxes, who is not on the list yet."""
    station: StationKind | None = None

    @property
    def is_typing(self) -> bool:
        """Whether somebody is in the boxes, who is not on the list yet."""
        return bool(self.typed.name.strip() or self.typed.phone.strip())
