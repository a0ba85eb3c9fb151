"""What has to be brought to an end, of every kind, next due first; Enter opens one (Z7)."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from frontdesk.desk import matters, measures
from frontdesk.desk.review import reviews
from frontdesk.domain.matters.matter import Matter
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.matters.matter_list import MatterList
from screens.messages.list_page import MessagesDialog
from screens.review.page import ReviewDialog
from screens.review.which_month import latest, month_before
from screens.runs.begin import begin

_KEYS = (
    Key("f2", "measure", N_("new measure"), ""),
    Key("f3", "review", N_("last month"), ""),
    Key("f4", "begin", N_("begin"), ""),
    Key("f5", "messages", N_("messages"), ""),
    Key("f6", "more", N_("what else"), ""),
)


class MattersDialog(ListPage[MatterList, tuple[Matter, ...]]):
    """The open matters, live."""

    TOPIC = "review"
    KEYS = _KEYS
    LIST = MatterList
    TITLE = N_("Matters")
    WORDS = N_("F2: what is to change")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it · Tab: the words")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Matter, ...] | None:
        return await self.ask(matters.listed)

    def show(self, view: MatterList, found: tuple[Matter, ...]) -> None:
        view.matters = found
        if view.matter is None:
            view.marked = found[0].id if found else 0

    def action_messages(self) -> None:
        """F5: who is to be told what, and what became of it."""
        if self.listens():
            self.app.push_screen(MessagesDialog(self._station))

    async def action_more(self) -> None:
        """F6: what has no key of its own, by number."""
        if self.listens():
            await self._station.run_action("do('more')")

    @on(MatterList.Opened)
    async def action_open(self) -> None:
        """Enter: open the marked matter, whatever it is."""
        matter = self.view.matter
        if matter is None or not self.listens():
            return
        await self._station.open_matter(matter)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.view.focus()

    async def action_measure(self) -> None:
        """F2: propose what is typed as a measure."""
        box = self.query_one("#words", Input)
        if not self.listens() or self._last.is_again("measure", 0):
            return
        answer = await self.perform(measures.propose, box.value)
        if answer is None:
            box.focus()
            return
        box.value = ""
        self._last.note("measure", 0)
        self.tell(f"{case_number(answer.number)} {event_word(answer.kind)}")
        await self.picture_changed()

    async def action_review(self) -> None:
        """F3: the review that waits, else the last one; of last month, where none was opened, it is opened."""
        if not self.listens():
            return
        month = await latest(self._station)
        wanted = month_before(self._station)
        opened = {each.month for each in await self.ask(reviews.opened) or ()}
        if wanted not in opened and await self.perform(reviews.open_month, wanted) is not None:
            month = wanted
        if month is not None:
            self.app.push_screen(ReviewDialog(self._station, month))

    async def action_begin(self) -> None:
        """F4: begin what a playbook says, for something that happens at the store."""
        if self.listens():
            await begin(self, self._station)
