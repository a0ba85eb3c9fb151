"""The drills: one is planned, held, scored from here (S4)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from frontdesk.desk import drills
from frontdesk.desk.drills import Listed
from frontdesk.desk.incidents.reading import places_of_store
from frontdesk.domain.drills.drill import YEARLY
from frontdesk.domain.journal.result import Result
from frontdesk.words import i18n
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number, labelled
from screens.drills.drill_list import DrillList
from screens.drills.form import DrillForm
from screens.drills.page import DrillDialog
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage

_KEYS = (
    Key("f2", "plan", N_("plan a drill"), ""),
    Key("f3", "start", N_("hold it"), ""),
    Key("f4", "open", N_("score it"), ""),
)


class DrillsDialog(ListPage[DrillList, Listed]):
    """The list, live."""

    TOPIC = "drills"
    KEYS = _KEYS
    OF_MARKED = ("f3", "f4")
    LIST = DrillList
    TITLE = N_("Drills")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Listed | None:
        return await self.ask(drills.listed)

    def show(self, view: DrillList, found: Listed) -> None:
        view.found = found
        view.keep_mark()

    @on(DrillList.Opened)
    def action_open(self) -> None:
        """Enter, F4: open the marked drill, where its observer scores it."""
        number = self.view.marked
        if number and self.listens():
            self.app.push_screen(DrillDialog(self._station, number))

    async def action_start(self) -> None:
        """F3: hold the marked drill now."""
        number = self.view.marked
        if not number or not self.listens() or self._last.is_again("start", number):
            return
        answer = await self.perform(partial(drills.start, language=i18n.language()), number)
        if answer is not None:
            self._last.note("start", number)
            self.tell(labelled(event_word(answer.kind), case_number(int(answer.facts["incident"]))))
            await self.picture_changed()

    async def action_plan(self) -> None:
        """F2: plan a drill, at first of the kind that is due next."""
        found = self.view.found
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
            self.view.marked = answer.number
