"""The live picture in whatever shows it: the application, its screens and dialogs, and their widgets."""

from textual.dom import DOMNode
from textual.reactive import var

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from screens.kit.live import Live


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

    def latest(self) -> Snapshot:
        """Return the picture of the store, which must be there."""
        assert self.live.snapshot is not None
        return self.live.snapshot


def follow(part: ShowsLive) -> None:
    """Take the live picture from the application, now and after every change."""
    part.watch(part.app, "live", lambda live: setattr(part, "live", live))
