"""A short form with one or two lines: why something is called off, how many a half hour takes, which file (Z9)."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.typed_days import read_book_day
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("save"), ""),)


class Asked(NamedTuple):
    """A line to fill in."""

    name: str
    title: str
    text: str = ""
    hint: str = ""


Act = Callable[["AskForm", Sequence[str]], Awaitable[Result | None]]
"""What is done with what was typed, line by line."""


class AskForm(CommandDialog[Result]):
    """The form; F10, or Enter in its last line, does it. Where something is refused, it all stays."""

    TOPIC = "appointments"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(
        self,
        station: Station,
        title: str,
        about: str,
        asked: Sequence[Asked],
        act: Act,
    ) -> None:
        """`about`: what it is for; `act` is given what was typed, line by line, and says what was done."""
        super().__init__(station)
        self._title, self._about, self._asked, self._act = title, about, asked, act

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = self._title
            yield static(self._about)
            for each in self._asked:
                yield field(
                    each.title, Input(each.text, id=each.name, compact=True, max_length=400, placeholder=each.hint)
                )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one(f"#{self._asked[0].name}", Input).focus()

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == self._asked[-1].name:
            await self.action_save()
        else:
            self.focus_next()

    async def action_save(self) -> None:
        """F10: do it."""
        if self.listens():
            answer = await self._act(self, [self.query_one(f"#{each.name}", Input).value for each in self._asked])
            if answer is not None:
                self.dismiss(answer)


def with_two_days(command: Callable[[Desk, date, date], Result], today: date) -> Act:
    """Return what carries a command out with the first and the last day that were typed."""

    async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
        try:
            first, last = (read_book_day(text, today) for text in texts)
        except FrontdeskError as error:
            form.complain(error)
            return None
        return await form.perform(command, first, last)

    return act
