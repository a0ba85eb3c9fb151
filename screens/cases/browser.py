"""The search through all cases, however many there are (C12, Q4, Q5, C5, C8)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input
from textual.worker import Worker

from frontdesk.desk.cases import search
from frontdesk.domain.cases.search import CasePart, Filter, words_of
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from screens.cases.filters import KEYS, CaseFilters, Found
from screens.cases.long_list import CaseList, ColumnNames
from screens.cases.window import CaseWindow
from screens.kit.box import Box
from screens.kit.dialog import LiveDialog, Trouble, field, static
from screens.kit.keys import OF_A_KEY
from screens.kit.station import Station

_TO_AN_END = 10**9


class FindBox(Box):
    """The search box for cases; Home, End and Tab control the list instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", f"screen.go(-{_TO_AN_END})", show=False),
        Binding("end", f"screen.go({_TO_AN_END})", show=False),
        Binding("tab", "screen.step(1)", show=False),
        Binding("shift+tab", "screen.step(-1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(
            id="find", compact=True, max_length=60, placeholder=_("plate, name, pinyin, phone, no., words")
        )
        self.cursor_blink = False


class CaseBrowser(LiveDialog[int]):
    """A search box, the filters, and the list of cases; returns the number of the case to open.

    The box shows typed text at once. The rows are read in the desk's thread, one query at a time: those in view first,
    then a page or two around them. Only the result of the latest query is shown.
    """

    TOPIC = "cases"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"show('{which.value}')", show=False) for key, which in KEYS.items()),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, station: Station, which: Filter) -> None:
        super().__init__()
        self._desk = station.desk
        self._which = which
        self._window = CaseWindow()
        self._changes = 0
        self._reading: Worker[None] | None = None
        snapshot = station.latest()
        self.set_reactive(LiveDialog.live, station.live)
        if which is Filter.OPEN:
            self._window.take(CasePart(snapshot.complaints, 0, snapshot.listed_complaints))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Cases")
            yield field(_("find"), FindBox(), Found(self._window))
            yield CaseFilters(self._which).data_bind(LiveDialog.live)
            yield ColumnNames()
            yield CaseList(self._window).data_bind(LiveDialog.live)
            yield Trouble()
            yield static(_("↑ ↓ PgUp PgDn Home End · Enter or touch opens · Esc close"))

    async def on_mount(self) -> None:
        self.query_one(FindBox).focus()

    def picture_changed(self) -> None:
        """Read the rows in view again."""
        self._changes += 1
        self._window.ask_anew()
        self._read_what_is_wanted()

    @on(Input.Changed, "#find")
    def _typed(self) -> None:
        self._ask_other()

    @on(Input.Submitted, "#find")
    def _entered(self) -> None:
        """Open the marked case; if the latest search is still running, open it as soon as the result is there."""
        self.run_worker(self._open_marked(), group=OF_A_KEY, exclusive=True)

    async def _open_marked(self) -> None:
        if self._window.marked is None and self._reading is not None and not self._reading.is_finished:
            await self._reading.wait()
        if (case := self._window.marked) is not None:
            self.dismiss(case.id)

    @on(CaseList.Touched)
    def _touched(self, event: CaseList.Touched) -> None:
        self.dismiss(event.number)

    @on(CaseList.Moved)
    def _moved(self, event: CaseList.Moved) -> None:
        event.stop()
        self._see_what_moved()

    def _see_what_moved(self) -> None:
        self.query_one(Found).redraw()
        self._read_what_is_wanted()

    @on(CaseFilters.Chosen)
    def _chosen(self, event: CaseFilters.Chosen) -> None:
        self.action_show(event.which.value)

    def action_show(self, which: str) -> None:
        """Look through other cases."""
        self._which = self.query_one(CaseFilters).chosen = Filter(which)
        self._ask_other()

    def action_step(self, step: int) -> None:
        """Look through the cases of the next filter."""
        every = list(Filter)
        self.action_show(every[(every.index(self._which) + step) % len(every)])

    def action_go(self, step: int) -> None:
        """Move the mark down by this many rows."""
        self.query_one(CaseList).go(step)
        self._see_what_moved()

    def action_page(self, step: int) -> None:
        """Mark the row a page further down."""
        self.action_go(step * max(1, self._window.rows - 1))

    def _ask_other(self) -> None:
        self._window.ask_other()
        self._read_what_is_wanted()

    def _read_what_is_wanted(self) -> None:
        is_reading = self._reading is not None and not self._reading.is_finished
        if self.is_mounted and not is_reading and self._window.wanted() is not None:
            self._reading = self.run_worker(self._read())

    async def _read(self) -> None:
        """Read until all rows around the view are known; a result for an outdated search is dropped."""
        try:
            while (gap := self._window.wanted()) is not None:
                if not gap.is_in_view:
                    # What is there already is painted first.
                    await self.wait_for_refresh()
                    gap = self._window.wanted() or gap
                asked, changes = self._question(), self._changes
                part = await self._desk.do(
                    search.part, *asked, first=gap.first, limit=gap.limit, counted=self._window.counted
                )
                if asked == self._question():
                    self._show(part, is_fresh=changes == self._changes)
        except FrontdeskError as error:
            self.complain(error)

    def _question(self) -> tuple[Filter, str]:
        return self._which, self.query_one(FindBox).value

    def _show(self, part: CasePart, *, is_fresh: bool) -> None:
        self._window.take(part, is_fresh=is_fresh)
        self.query_one(Trouble).text = ""
        listed = self.query_one(CaseList)
        listed.sought = words_of(self.query_one(FindBox).value)
        listed.is_narrow = self._which is not Filter.ALL and bool(listed.sought)
        listed.redraw()
        self.query_one(Found).redraw()
