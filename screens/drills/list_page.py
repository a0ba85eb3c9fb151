"""The drills: one is planned, held, scored from here (S4)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from frontdesk.desk import drills
from frontdesk.desk.incidents.reading import places_of_store
from frontdesk.domain.drills.drill import YEARLY
from frontdesk.domain.journal.result import Result
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number, labelled
from screens.drills.drill_list import DrillList
from screens.drills.form import DrillForm
from screens.drills.page import DrillDialog
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (
    Key("f2", "plan", N_("plan a drill"), ""),
    Key("f3", "start", N_("hold it"), ""),
    Key("f4", "open", N_("score it"), ""),
)


class DrillsDialog(CommandDialog[None]):
    """The list, live."""

    TOPIC = "drills"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Drills")
            yield DrillList().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose · Enter opens it"))

    async def on_mount(self) -> None:
        self.query_one(DrillList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(drills.listed) if self.query(DrillList) else None
        if found is not None and self.query(DrillList):
            view = self.query_one(DrillList)
            view.found = found
            if view.marked not in view.numbers():
                view.marked = next(iter(view.numbers()), 0)

    @on(DrillList.Opened)
    def action_open(self) -> None:
        """Enter, F4: open the marked drill, where its observer scores it."""
        number = self.query_one(DrillList).marked
        if number and self.listens():
            self.app.push_screen(DrillDialog(self._station, number))

    async def action_start(self) -> None:
        """F3: hold the marked drill now."""
        number = self.query_one(DrillList).marked
        if not number or not self.listens() or self._last.is_again("start", number):
            return
        answer = await self.perform(partial(drills.start, language=i18n.language()), number)
        if answer is not None:
            self._last.note("start", number)
            self.tell(labelled(event_word(answer.kind), case_number(int(answer.facts["incident"]))))
            await self.picture_changed()

    async def action_plan(self) -> None:
        """F2: plan a drill, at first of the kind that is due next."""
        found = self.query_one(DrillList).found
        if found is None or not self.listens():
            return
        places = await self.ask(places_of_store)
        if places is not None:
            first = min(found.due, key=lambda due: (due[0] is None, due[1]), default=(None, 0))[0] or YEARLY[0]
            self.app.push_screen(DrillForm(self._station, first, places), self._planned)

    async def _planned(self, answer: Result | None) -> None:
        if answer is not None:
            self.tell(labelled(event_word(answer.kind), case_number(answer.number)))
            await self.picture_changed()
            self.query_one(DrillList).marked = answer.number
