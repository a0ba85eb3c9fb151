"""A list to choose from, live: its entries, what was done last, where there is one a box of words, and its keys."""

from typing import Any, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.words.i18n import _
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.station import Station

W = TypeVar("W", bound=ChosenList)
F = TypeVar("F")


class ListPage(CommandDialog[None], Generic[W, F]):
    """The dialog. ↑ ↓ choose also while the cursor is in the box of words."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    LIST: ClassVar[type[Any]]
    TITLE: ClassVar[str] = ""
    WORDS: ClassVar[str] = ""
    """What stands in the empty box of words; without it there is no box."""
    LONGEST: ClassVar[int] = 1000
    HINT: ClassVar[str] = ""
    OF_MARKED: ClassVar[tuple[str, ...]] = ()
    """The keys that do something with the marked entry: where none is marked they are not shown."""
    BEGINS_WITH_WORDS: ClassVar[bool] = False
    """Whether the box of words has the cursor first."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _(self.TITLE)
            yield from self.listed()
            yield Done()
            if self.WORDS:
                box_of_words = Input(id="words", compact=True, max_length=self.LONGEST, placeholder=_(self.WORDS))
                yield field(_("words"), box_of_words)
            yield Trouble()
            yield KeyHints((*self.KEYS, CLOSE), tall=False)
            yield static(_(self.HINT))

    def listed(self) -> ComposeResult:
        """Lay out the list, and what stands above it."""
        yield self.rows().data_bind(LiveDialog.live)

    def rows(self) -> W:
        """Return the list, with nothing in it yet."""
        rows: W = self.LIST()
        return rows

    @property
    def view(self) -> W:
        """The list."""
        view: W = self.query_one(self.LIST)
        return view

    async def read(self) -> F | None:
        """Return what is on record; None where it cannot be read, which was said."""
        raise NotImplementedError

    def show(self, view: W, found: F) -> None:
        """Put into the list what is on record."""
        raise NotImplementedError

    async def on_mount(self) -> None:
        (self.query_one("#words", Input) if self.BEGINS_WITH_WORDS else self.view).focus()
        self.watch(self.view, "marked", self._offer)
        await self.picture_changed()

    def _offer(self, marked: int) -> None:
        """Show the keys that do something."""
        keys = (key for key in self.KEYS if marked or key.key not in self.OF_MARKED)
        self.query_one(KeyHints).offer((*keys, CLOSE))

    async def picture_changed(self) -> None:
        found = await self.read() if self.query(self.LIST) else None
        # Meanwhile the dialog may have been closed.
        if found is not None and self.query(self.LIST):
            self.show(self.view, found)

    def action_go(self, step: int) -> None:
        self.view.action_go(step)
