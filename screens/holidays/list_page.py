"""The holidays to come, live: how far the plan of each is; one is opened by hand too (S2)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.holidays import reading
from frontdesk.desk.holidays.reading import Ahead
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.words.holidays import coming_line, unpublished_words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from screens.holidays import forms
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, line, wrap

_KEYS = (Key("f2", "open_plan", N_("open a plan"), ""),)


class HolidayList(ChosenList):
    """The holidays, those with a plan first; what is not known of coming years stands above."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "ahead")
    OTHER_ROWS = 12
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    ahead: var[Ahead | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a holiday."""

    def __init__(self) -> None:
        super().__init__(id="holidays")

    @property
    def entries(self) -> list[tuple[Holiday, int | None]]:
        """Each holiday with the number of its plan."""
        ahead = self.ahead
        if ahead is None:
            return []
        return [*((plan.holiday, plan.id) for plan in ahead.others), *ahead.holidays]

    @property
    def chosen(self) -> tuple[Holiday, int | None] | None:
        """The marked holiday with the number of its plan."""
        entries = self.entries
        return entries[self.marked - 1] if 0 < self.marked <= len(entries) else None

    def numbers(self) -> list[int]:
        """Return the places in the list, from 1 on."""
        return list(range(1, len(self.entries) + 1))

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return what is not known, then a line for each holiday in view."""
        ahead = self.ahead
        if ahead is None:
            return []
        unknown = unpublished_words(ahead.unpublished)
        lines: list[Line] = [line(Span(row, "warn")) for row in wrap(unknown, width)] if unknown else []
        if not self.entries:
            lines.append(line(Span(_("No holiday to come is known."), "dim")))
        for place, (holiday, number) in self.in_view(self.entries, lines, taken=len(lines)):
            said = coming_line(holiday, number, ahead.today, ahead.ahead_days)
            lines.append(self.entry_row(place, said, width, "plain" if number else "dim"))
        return lines


class HolidaysDialog(ListPage[HolidayList, Ahead]):
    """The list and its keys."""

    TOPIC = "holidays"
    KEYS = _KEYS
    LIST = HolidayList
    TITLE = N_("Holidays")
    HINT = N_("↑ ↓ or touch: choose · Enter: its plan")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Ahead | None:
        return await self.ask(reading.ahead)

    def show(self, view: HolidayList, found: Ahead) -> None:
        view.ahead = found
        view.keep_mark()

    def action_open_plan(self) -> None:
        """F2: open the plan of some days; those of the marked holiday stand there."""
        ahead, chosen = self.view.ahead, self.view.chosen
        if ahead is not None and self.listens():
            holiday = chosen[0] if chosen else None
            self.app.push_screen(forms.open_form(self._station, ahead.today, holiday), self._was_opened)

    async def _was_opened(self, answer: Result | None) -> None:
        if answer is not None:
            self.say("")
            self.tell(event_word(answer.kind))
            await self.picture_changed()
            self._open(answer.number)

    @on(HolidayList.Opened)
    def _chosen(self) -> None:
        """Enter: the plan of the marked holiday."""
        chosen = self.view.chosen
        if chosen is None or not self.listens():
            return
        if chosen[1] is None:
            self.say(_("Its plan is not open yet: F2 opens it now."))
        else:
            self._open(chosen[1])

    def _open(self, number: int) -> None:
        from screens.holidays.plan_page import HolidayDialog  # noqa: PLC0415 - loaded when it is asked for

        self.app.push_screen(HolidayDialog(self._station, number))
