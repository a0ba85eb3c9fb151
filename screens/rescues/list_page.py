"""The rescues: those under way first; a new call is taken from here (R1)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.rescues import rescues
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.words.i18n import N_, _
from frontdesk.words.phrases import case_number
from frontdesk.words.rescues import list_line
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, fit, line, shortened
from screens.kit.store_zone import store_zone
from screens.rescues.call_form import CallDialog
from screens.rescues.page import RescuePage

_KEYS = (Key("f2", "take", N_("new call"), ""),)
_OTHER_ROWS = 8
_FEWEST = 3


class RescueList(ChosenList):
    """The newest rescues, newest first."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "rescues")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    rescues: var[tuple[Rescue, ...] | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a rescue."""

    def __init__(self) -> None:
        super().__init__(id="rescues")

    def numbers(self) -> list[int]:
        """Return the numbers of the rescues."""
        return [rescue.id for rescue in self.rescues or ()]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each rescue in view; those that are over are dim."""
        self._touched = {}
        if self.snapshot is None or self.rescues is None:
            return []
        if not self.rescues:
            return [line(Span(" " + _("No car stands on the road."), "dim"))]
        zone, tolerance = store_zone(self.snapshot), tolerance_of(self.snapshot.policy)
        lines: list[Line] = []
        room = max(_FEWEST, self.screen.size.height - _OTHER_ROWS)
        top = self.first_in_view(room)
        for rescue in self.rescues[top : top + room]:
            self._touched[len(lines)] = rescue.id
            marked = rescue.id == self.marked
            said = f" {'▸' if marked else ' '}{case_number(rescue.id)} {list_line(rescue, tolerance, zone)}"
            tone = "plain" if rescue.matter.is_open else "dim"
            lines.append(fit([Span(shortened(said, width), "chosen" if marked else tone)], width))
        return lines


class RescuesDialog(ListPage[RescueList, tuple[Rescue, ...]]):
    """The rescues, live."""

    TOPIC = "rescues"
    KEYS = _KEYS
    LIST = RescueList
    TITLE = N_("Roadside rescue")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Rescue, ...] | None:
        return await self.ask(rescues.newest)

    def show(self, view: RescueList, found: tuple[Rescue, ...]) -> None:
        view.rescues = tuple(sorted(found, key=lambda rescue: (not rescue.matter.is_open, -rescue.id)))
        view.keep_mark()

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
