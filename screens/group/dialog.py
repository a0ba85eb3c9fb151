"""The base of head office's dialogs: they go on showing the group, turn its months, and say when it is old."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from frontdesk.words.i18n import N_
from screens.group.picture import ShowsGroup, follow
from screens.group.store_list import OfficeTrouble
from screens.kit.dialog import Dialog
from screens.kit.handbook_page import HandbookDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.lines import Lines

CLOSE = Key("esc", "cancel", N_("close"), "")


class GroupDialog(Dialog[None], ShowsGroup):
    """A dialog over the dashboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.turn(-1)", show=False),
        Binding("right", "app.turn(1)", show=False),
    ]

    async def on_mount(self) -> None:
        follow(self)

    def watch_group(self) -> None:
        """Dim what is old, all of it but the line that says so."""
        is_old = self.group is not None and self.group.stale_since is not None
        for widget in self.query(Lines):
            if not isinstance(widget, (OfficeTrouble, KeyHints)):
                widget.stale = is_old

    def action_handbook(self) -> None:
        self.app.push_screen(HandbookDialog("headoffice"))

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        await self.run_action(event.action)

    async def words_changed(self) -> None:
        for widget in self.query(Lines):
            widget.repaint()
