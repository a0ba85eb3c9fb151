"""The live picture as one value: the snapshot, the time, the operator, and whether all of it can be trusted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis

if TYPE_CHECKING:
    # The first picture is of no demo, and knows nothing of the next hour.
    from frontdesk.desk.outlook import Told
    from frontdesk.domain.demo import Tour


@dataclass(frozen=True, slots=True, eq=False)
class Live:
    """The state as of this second. The application makes a new one each second, and whenever something changes."""

    snapshot: Snapshot | None = None
    now: Millis = 0
    actor: Actor | None = None
    stale_since: Millis | None = None
    """Since when the store cannot be read; None while it can."""
    outdated: bool = False
    """Whether a newer version has changed the store, so that this version can no longer show or write anything."""
    watched: bool = True
    """Whether anybody looks for limits that are crossed: this station, another one, or `frontdesk watch`."""
    silent_until: Millis = 0
    """Until when the sound is paused, in the store's time."""
    covered: bool = False
    """Whether nobody has been at the station for so long that it shows nothing of customers."""
    tour: "Tour | None" = None
    """How far a visitor of a guided demo has come; None anywhere else."""

    told: "Told | None" = None
    """What was told of the next hour last; None where nothing was yet."""

    @property
    def who(self) -> str:
        """Who works here; "" for nobody."""
        return self.actor.who if self.actor else ""
