"""The base of every station's screen: the live picture, the store's commands, and the machine's clock."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from screens.kit.beneath import Beneath
from screens.kit.key_hints import cover_keys
from screens.kit.lines import Lines
from screens.kit.live import Live
from screens.kit.shows_live import ShowsLive, follow


class LiveScreen(Beneath[None], ShowsLive):
    """A station's screen, whatever is on it. `live`: the picture that its first frame shows."""

    STATION: ClassVar[StationKind]

    def __init__(self, desk: BackgroundDesk, clock: Clock, live: Live, *, demo: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self.clock = clock
        self._demo = demo
        self._is_dimmed = False
        self.set_reactive(LiveScreen.live, live)

    def on_mount(self) -> None:
        follow(self)

    def asks_to_close(self) -> bool:
        """Ask whether to close this station; return whether that is asked at all."""
        return False

    def over_dialogs(self) -> Iterable[Widget]:
        """Return the widgets that a dialog over this screen must mount above itself, because it must not hide them."""
        return ()

    def dim(self, *, but: type[Lines]) -> None:
        """Dim an old picture, all of it but the line that says so."""
        is_old = self.live.stale_since is not None
        if is_old is not self._is_dimmed:
            self._is_dimmed = is_old
            for widget in self.query(Lines):
                if not isinstance(widget, but):
                    widget.stale = is_old

    def on_screen_resume(self) -> None:
        """Redraw what was covered: the store, and the language, may be another now. Show the keys again."""
        for picture in self.query(Lines):
            picture.redraw()
        cover_keys(self, False)

    def on_screen_suspend(self) -> None:
        """Show no key that does nothing while a dialog is up."""
        cover_keys(self, True)

    def open_page(self, topic: str) -> None:
        """Bring up a page of the handbook, over whatever is up."""
        raise NotImplementedError
