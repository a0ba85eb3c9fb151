"""A store at head office: how it stands, its month beside the group, and what goes on there now."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from frontdesk.words.i18n import _
from screens.group.dialog import CLOSE, GroupDialog
from screens.group.lines import GroupLines
from screens.group.picture import GroupPicture
from screens.group.store_drawing import draw_page
from screens.group.store_list import OfficeTrouble
from screens.kit.dialog import Rest, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.spans import Line


class LookedAt(Message):
    """What goes on at a store is to be read from now on; "" for at none any more."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


class StoreLines(GroupLines):
    """What is known of the store."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        store = picture.store(self._code)
        return draw_page(store, picture, width) if store is not None else [()]


class StorePage(GroupDialog):
    """The dialog. ← → turn its month, ↑ ↓ read on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "read_on(-1)", show=False),
        Binding("down", "read_on(1)", show=False),
        Binding("pageup", "read_on(-12)", show=False),
        Binding("pagedown", "read_on(12)", show=False),
    ]

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def compose(self) -> ComposeResult:
        cls = StorePage
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("the store")
            yield OfficeTrouble().data_bind(cls.group)
            with Rest(can_focus=False):
                yield StoreLines(self._code).data_bind(cls.group)
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)
            yield static(_("← → the month before and after · ↑ ↓ scroll"))

    async def on_mount(self) -> None:
        self.app.post_message(LookedAt(self._code))

    def on_unmount(self) -> None:
        self.app.post_message(LookedAt(""))

    def action_read_on(self, rows: int) -> None:
        self.query_one(Rest).scroll_relative(y=rows, animate=False)
