"""The smallest thing every station's screen is: the picture and the time, handed down by the application."""

from typing import ClassVar

from textual.dom import DOMNode
from textual.reactive import var
from textual.screen import Screen

from frontdesk.desk.background import Hands
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock, Millis
from screens.kit.lines import TONE_CLASSES
from screens.kit.live_lines import Picture


def follow(node: DOMNode, station: DOMNode, name: str) -> None:
    """Let a part of another screen have the value that the station's own reactive has, now and later."""
    node.watch(station, name, lambda value: setattr(node, name, value))


class LiveScreen(Screen[None]):
    """A station's screen, whatever is on it. The application binds the reactives to its own."""

    STATION: ClassVar[StationKind]
    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES

    snapshot: var[Snapshot | None] = var(None)
    now: var[Millis] = var(0, always_update=True)
    actor: var[Actor | None] = var(None)
    stale_since: var[Millis | None] = var(None)
    outdated: var[bool] = var(False)
    """Whether a newer version has changed the store."""
    watched: var[bool] = var(True)
    """Whether anybody looks for limits that are crossed."""
    silent_until: var[Millis] = var(0)
    """Until when the sound is paused, in the store's time."""

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool = False) -> None:
        super().__init__()
        self._hands = hands
        self._machine = machine
        self._demo = demo

    def start_from(self, snapshot: Snapshot | None, now: Millis, actor: Actor | None) -> None:
        """Take the first picture, so that the first frame shows it."""
        self.set_reactive(LiveScreen.snapshot, snapshot)
        self.set_reactive(LiveScreen.now, now)
        self.set_reactive(LiveScreen.actor, actor)

    @property
    def is_current(self) -> bool:
        """Whether any of it can be seen: where a dialog lets nothing through, nothing is painted beneath it."""
        if not super().is_current:
            return False
        stack = self.app.screen_stack
        return all(over.styles.background.a < 1 for over in stack[stack.index(self) + 1 :])

    def on_screen_resume(self) -> None:
        """What was covered is seen again."""
        for picture in self.query(Picture):
            picture.redraw()

    def open_page(self, topic: str) -> None:
        """Bring up a page of the handbook, over whatever is up."""
        raise NotImplementedError
