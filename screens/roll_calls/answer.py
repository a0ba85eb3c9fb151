"""Somebody answers for somebody else: what was said stands in their words (I4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.roll_calls import counting
from frontdesk.domain.journal.result import Result
from frontdesk.domain.roll_calls.roll_call import Entry, marks_of
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.roll_calls import entry_name
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "answer", N_("put it down"), ""),)


class AnswerDialog(CommandDialog[Result]):
    """What is said of one entry, and the words in which it was said."""

    TOPIC = "counting"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, matter: int, entry: Entry) -> None:
        super().__init__(station)
        self._matter, self._entry = matter, entry

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Answered for {name}").format(name=entry_name(self._entry))
            yield field(_("is it so"), Choice([word(mark) for mark in marks_of(self._entry.subject)], id="mark"))
            said = Input(id="words", compact=True, max_length=1000, placeholder=_("who says what, in their words"))
            yield field(_("was said"), said)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 puts it down"))

    async def on_mount(self) -> None:
        self.query_one("#mark", Choice).focus()

    async def action_answer(self) -> None:
        """F10: put down what was said; without words it is nobody's answer."""
        if not self.listens():
            return
        words = self.query_one("#words", Input)
        if not words.value.strip():
            self.say(_("What was said, and by whom? Write it down in a few words."))
            words.focus()
            return
        mark = marks_of(self._entry.subject)[self.query_one("#mark", Choice).index]
        last = self._entry.last
        answer = await self.perform(
            counting.mark, self._matter, self._entry.key, mark, words=words.value, seen=last.id if last else 0
        )
        if answer is not None:
            self.dismiss(answer)
