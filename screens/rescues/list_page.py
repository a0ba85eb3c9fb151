"""The rescues: those under way first; a new call is taken from here (R1)."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from frontdesk.desk.rescues import rescues
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.words.i18n import N_
from frontdesk.words.rescues import list_line
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.record_list import Entry, RecordList
from screens.kit.store_zone import store_zone
from screens.rescues.call_form import CallDialog
from screens.rescues.page import RescuePage

_KEYS = (Key("f2", "take", N_("new call"), ""),)


class RescueList(RecordList[Rescue]):
    """The newest rescues, newest first."""

    EMPTY = N_("No rescue is on record yet: F2.")

    def entry(self, record: Rescue) -> Entry:
        """Return how a rescue is listed."""
        assert self.snapshot is not None
        text = list_line(record, tolerance_of(self.snapshot.policy), store_zone(self.snapshot))
        return Entry(record.id, text, not record.matter.is_open)


class RescuesDialog(ListPage[RescueList, tuple[Rescue, ...]]):
    """The rescues, live."""

    TOPIC = "rescues"
    KEYS = _KEYS
    LIST = RescueList
    TITLE = N_("Roadside rescues")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Rescue, ...] | None:
        return await self.ask(rescues.newest)

    def show(self, view: RescueList, found: tuple[Rescue, ...]) -> None:
        view.put(found)

    def action_take(self) -> None:
        """F2: take the call of a customer."""
        if self.listens():
            self.app.push_screen(CallDialog(self._station), self._taken)

    async def _taken(self, answer: Result | None) -> None:
        if answer is not None:
            await self.picture_changed()
            self.app.push_screen(RescuePage(self._station, answer.number))

    @on(RescueList.Opened)
    def action_open(self) -> None:
        """Enter: open the marked rescue."""
        number = self.view.marked
        if number and self.listens():
            self.app.push_screen(RescuePage(self._station, number))
