"""Head office's dashboard: the stores that need somebody first, and the group's figures of a month. It only looks."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from frontdesk.domain.values.text import TYPED_LIMIT
from frontdesk.words.i18n import N_, _
from screens.group.compare_page import ComparePage
from screens.group.picture import ShowsGroup, follow
from screens.group.store_list import GroupFigures, MarkedStore, OfficeStatus, OfficeTrouble, StoreList
from screens.group.store_page import StorePage
from screens.kit.beneath import Beneath
from screens.kit.box import Box
from screens.kit.dialog import label
from screens.kit.handbook_page import HandbookDialog
from screens.kit.key_hints import KeyHints, cover_keys
from screens.kit.keys import Key, bindings
from screens.kit.lines import Lines
from screens.kit.other_language import LanguageChanged, say_anew
from screens.kit.too_small import BY_HEIGHT, BY_WIDTH, TooSmall, classes_of

KEYS = (
    Key("f1", "handbook", N_("help"), ""),
    Key("enter", "open", N_("the store"), ""),
    Key("f2", "compare", N_("compare"), ""),
    Key("f5", "app.read_again", N_("read now"), ""),
    Key("ctrl+t", "app.language", N_("中文 / English"), ""),
    Key("f4", "app.theme", N_("light / dark"), ""),
    Key("ctrl+q", "app.quit", N_("quit"), ""),
)


class FindStore(Box):
    """Finds stores by what is typed; ← → turn the months, as everywhere on this screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.turn(-1)", show=False),
        Binding("right", "app.turn(1)", show=False),
        Binding("escape", "clear", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="find", compact=True, max_length=TYPED_LIMIT, placeholder=_("code, store or province"))
        self.cursor_blink = False

    def action_clear(self) -> None:
        self.value = ""


class OfficeScreen(Beneath[None], ShowsGroup):
    """The dashboard."""

    VERTICAL_BREAKPOINTS = BY_HEIGHT
    HORIZONTAL_BREAKPOINTS = BY_WIDTH
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("ctrl+home", "go(-1000000)", show=False),
        Binding("ctrl+end", "go(1000000)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes=classes_of(self.app.size))
        self._is_dimmed = False

    def compose(self) -> ComposeResult:
        """Lay out from the top: who and when, what is wrong, the figures, the stores, the keys."""
        cls = OfficeScreen
        yield OfficeStatus().data_bind(cls.group)
        yield OfficeTrouble().data_bind(cls.group)
        yield GroupFigures().data_bind(cls.group)
        yield StoreList().data_bind(cls.group)
        with Vertical(id="bottom"):
            yield MarkedStore().data_bind(cls.group)
            with Horizontal(id="entry-row"):
                yield label(f" {_('find')} ")
                yield FindStore()
            yield KeyHints(KEYS, tall=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Follow the group; the box takes what is typed."""
        follow(self)
        self.query_one(FindStore).focus()
        self.watch(self.query_one(StoreList), "marked", self._show_marked)

    def watch_group(self) -> None:
        """Dim what is old, all of it but the lines that say so."""
        is_old = self.group is not None and self.group.stale_since is not None
        if is_old is not self._is_dimmed:
            self._is_dimmed = is_old
            for widget in self.query(Lines):
                if not isinstance(widget, (OfficeStatus, OfficeTrouble, KeyHints)):
                    widget.stale = is_old
        self.call_later(self._show_marked)

    def _show_marked(self) -> None:
        for below in self.query(MarkedStore):
            below.store = self.query_one(StoreList).store

    def action_go(self, step: int) -> None:
        self.query_one(StoreList).action_go(step)

    def action_page(self, by: int) -> None:
        shown = self.query_one(StoreList)
        shown.action_go(by * max(1, shown.size.height - 2))

    @on(Input.Changed, "#find")
    def _is_typed(self, event: Input.Changed) -> None:
        self.query_one(StoreList).sought = event.value

    @on(Input.Submitted, "#find")
    @on(StoreList.Opened)
    def action_open(self) -> None:
        """Enter: the page of the marked store."""
        store = self.query_one(StoreList).store
        if store is not None:
            self.app.push_screen(StorePage(store.code))

    def action_compare(self) -> None:
        """F2: the stores beside each other in one figure."""
        self.app.push_screen(ComparePage())

    def action_handbook(self) -> None:
        """F1: the page of the handbook."""
        self.app.push_screen(HandbookDialog("headoffice"))

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        await self.run_action(event.action)

    @on(LanguageChanged)
    def _other_language(self) -> None:
        """Say everything in the other language; what was typed stays."""
        say_anew(self)

    def on_screen_resume(self) -> None:
        """Draw what was covered anew, and show the keys again."""
        for picture in self.query(Lines):
            picture.redraw()
        cover_keys(self, False)

    def on_screen_suspend(self) -> None:
        """Show no key that does nothing while a dialog is up."""
        cover_keys(self, True)
