"""The help that F1 opens at a station: its keys, and its page of the handbook."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.dialog import Dialog, Rest, static
from screens.kit.lines import Lines


class HelpPages(Dialog[None]):
    """The keys of a station first; Tab goes to its page of the handbook and back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab,f1", "switch", show=False),
    ]

    def __init__(self, station: StationKind, keys: Lines) -> None:
        super().__init__()
        self._station = station
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay both out; both scroll. The page is read when it is asked for."""
        with Vertical(classes="dialog"):
            with Rest(id="help"):
                yield self._keys
            yield static("", classes="hint")

    async def on_mount(self) -> None:
        self._show_keys()

    async def words_changed(self) -> None:
        """Say which of the two is shown; the page of the other language is another one."""
        from screens.kit.handbook_page import HandbookPage  # noqa: PLC0415 - most come for the keys alone

        for page in self.query(HandbookPage):
            page.display = False
            await page.remove()
        self.query_one("#help").display = True
        self._show_keys()

    async def action_switch(self) -> None:
        """Show the keys instead of the page, or the page instead of the keys."""
        from screens.kit.handbook_page import HandbookPage  # noqa: PLC0415 - most come for the keys alone

        keys = self.query_one("#help")
        if not self.query(HandbookPage):
            hidden = HandbookPage(self._station.value)
            # Only one of the two takes the rest of the dialog.
            hidden.display = False
            await self.query_one(".dialog").mount(hidden, after=keys)
        page = self.query_one(HandbookPage)
        keys.display, page.display = False, keys.display
        keys.display = not page.display
        if keys.display:
            self._show_keys()
        else:
            page.take_focus()
            self._say(page.page.title, _("↑ ↓ PgUp PgDn scroll · Enter next place · Tab keys · Esc close"))

    def _show_keys(self) -> None:
        self.query_one("#help").focus()
        title = _("Keys of the {station}").format(station=word(self._station))
        self._say(title, _("↑ ↓ scroll · Tab handbook · Esc close"))

    def _say(self, title: str, hint: str) -> None:
        self.query_one(".dialog").border_title = title
        self.query_one(".hint", Static).update(Content(hint))
