"""The stores of the group as a list, those first that need somebody; only the rows in view are drawn."""

from collections.abc import Sequence
from typing import ClassVar

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.group.store import Store, in_turn
from frontdesk.domain.values.text import folded
from frontdesk.words.i18n import _
from screens.group.drawing import draw_group, draw_status, draw_trouble
from screens.group.lines import GroupLines
from screens.group.list_drawing import Columns, draw_marked, draw_store
from screens.group.picture import GroupPicture, ShowsGroup
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, line


class OfficeStatus(GroupLines):
    """The first line."""

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        return draw_status(picture, width)


class OfficeTrouble(GroupLines):
    """What keeps the picture from being read; `-silent` where nothing does."""

    def watch_group(self, group: GroupPicture | None) -> None:
        """Take no row where all is well."""
        is_well = group is None or (group.stale_since is None and group.why_no_month is None)
        self.set_class(is_well, "-silent")

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        return draw_trouble(picture, width) or [()]


class GroupFigures(GroupLines):
    """How many stores are in which state, and the figures of the month."""

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        return draw_group(picture, width)


class StoreList(ChosenList, ShowsGroup, can_focus=False):
    """The list. What is typed finds stores by their code, name or province."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "group", "sought")

    sought: var[str] = var("")

    class Opened(Message):
        """A store was chosen with a finger."""

    def __init__(self) -> None:
        super().__init__(id="stores")
        self._shown: list[Store] = []

    def watch_group(self) -> None:
        """Put the stores in turn anew: what was heard of one may move it."""
        self._put_in_turn()

    def watch_sought(self) -> None:
        """Show those that fit what is typed, and mark the first of them; where nothing is, the mark stays."""
        self._put_in_turn()
        if self._shown and self.sought:
            self.marked = self._shown[0].id

    def _put_in_turn(self) -> None:
        if self.group is None:
            return
        sought = folded(self.sought)
        fitting = (
            store
            for store in self.group.stores or ()
            if not sought or any(sought in folded(text) for text in (store.code, store.name, store.province))
        )
        self._shown = in_turn(fitting, self.group.now)
        self.keep_mark()

    def numbers(self) -> Sequence[int]:
        return [store.id for store in self._shown]

    @property
    def store(self) -> Store | None:
        """The marked store."""
        return next((store for store in self._shown if store.id == self.marked), None)

    def build(self, width: int) -> list[Line]:
        self._touched = {}
        picture = self.group
        if picture is None or picture.stores is None:
            return [()]
        columns = Columns(picture.stores, width)
        lines = [columns.headings()]
        if not self._shown:
            said = (
                _("No store fits.") if self.sought else _("There is no store yet: frontdesk group stores add CODE NAME")
            )
            return [*lines, line(Span(f"   {said}", "dim"))]
        room = max(1, self.size.height - 1)
        top = self.first_in_view(room)
        for store in self._shown[top : top + room]:
            self._touched[len(lines)] = store.id
            lines.append(draw_store(store, picture, columns, marked=store.id == self.marked))
        return lines

    def on_click(self, event: Click) -> None:
        """A touch marks a store; one more opens it."""
        if self._touched.get(event.y) == self.marked:
            self.post_message(self.Opened())
        super().on_click(event)


class MarkedStore(GroupLines):
    """The marked store in full, below the list."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("group", "store")

    store: var[Store | None] = var(None)

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        return draw_marked(self.store, picture, width)
