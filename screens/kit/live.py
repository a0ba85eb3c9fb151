"""The live picture as one value: the snapshot, the time, the operator, and whether all of it can be trusted."""

from dataclasses import dataclass

from textual.dom import DOMNode
from textual.reactive import var

from frontdesk.domain.demo import Tour
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis


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
    tour: Tour | None = None
    """How far a visitor of a guided demo has come; None anywhere else."""


class ShowsLive(DOMNode):
    """Anything with the live picture: the application, its screens and dialogs, and their widgets."""

    live: var[Live] = var(Live())

    @property
    def snapshot(self) -> Snapshot | None:
        """The picture of the store."""
        return self.live.snapshot

    @property
    def now(self) -> Millis:
        """The store's time."""
        return self.live.now

    @property
    def who(self) -> str:
        """Who works here; "" for nobody."""
        return self.live.actor.who if self.live.actor else ""

    def latest(self) -> Snapshot:
        """Return the picture of the store, which must be there."""
        assert self.live.snapshot is not None
        return self.live.snapshot

    def follow(self) -> None:
        """Take the live picture from the application, now and after every change."""
        self.watch(self.app, "live", lambda live: setattr(self, "live", live))
