"""What has to be brought to an end, of every kind, next due first; Enter opens one (Z7)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import matters, measures
from frontdesk.desk.review import reviews
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
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


class MattersDialog(CommandDialog[None]):
    """The open matters, live."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Matters")
            yield MatterList().data_bind(LiveDialog.live)
            yield Done()
            yield field(
                _("words"), Input(id="words", compact=True, max_length=1000, placeholder=_("F2: what is to change"))
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose · Enter opens it · Tab: the words"))

    async def on_mount(self) -> None:
        self.query_one(MatterList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(matters.listed) if self.query(MatterList) else None
        if found is not None and self.query(MatterList):
            view = self.query_one(MatterList)
            view.matters = found
            if view.matter is None:
                view.marked = found[0].id if found else 0

    def action_go(self, step: int) -> None:
        self.query_one(MatterList).action_go(step)

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
        matter = self.query_one(MatterList).matter
        if matter is None or not self.listens():
            return
        await self._station.open_matter(matter)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(MatterList).focus()

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
