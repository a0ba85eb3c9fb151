"""The meetings of which something is owed, and whom a visit is due to; Enter opens a meeting (Q6, Q9)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.meetings import meetings, visiting
from frontdesk.desk.meetings.visiting import DueVisit
from frontdesk.domain.journal.result import Result
from frontdesk.domain.meetings.meeting import Meeting, MeetingKind
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.meetings import heading, visit_line
from frontdesk.words.phrases import case_number, labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, line
from screens.kit.store_zone import store_zone
from screens.meetings.form import MeetingForm
from screens.meetings.page import MeetingDialog

_KEYS = (Key("f2", "plan", N_("plan one"), ""), Key("f3", "visits", N_("due visits"), ""))
_MEETINGS = Key("f3", "visits", N_("the meetings"), "")


class MeetingList(ChosenList):
    """The meetings; or, after F3, the customers whom a visit is due to."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "meetings", "visits")
    OTHER_ROWS = 7
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    meetings: var[tuple[Meeting, ...] | None] = var(None)
    visits: var[tuple[DueVisit, ...] | None] = var(None)
    """None: the meetings are shown."""

    class Opened(Message):
        """Enter was pressed on an entry."""

    def __init__(self) -> None:
        super().__init__(id="meetings")

    def numbers(self) -> list[int]:
        """Return the numbers of the meetings; of the customers, their places."""
        if self.visits is not None:
            return list(range(1, len(self.visits) + 1))
        return [meeting.id for meeting in self.meetings or ()]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each entry in view."""
        if self.snapshot is None or self.meetings is None:
            return []
        zone = store_zone(self.snapshot)
        if self.visits is not None:
            told = [(place, visit_line(*visit, zone)) for place, visit in enumerate(self.visits, 1)]
        else:
            told = [(meeting.id, heading(meeting, zone)) for meeting in self.meetings]
        if not told:
            none = _("No visit is due.") if self.visits is not None else _("No meeting is planned yet: F2.")
            return [line(Span(f" {none}", "dim"))]
        lines: list[Line] = []
        for _number, (number, text) in self.in_view(told, lines):
            lines.append(self.entry_row(number, text, width))
        return lines


class MeetingsDialog(ListPage[MeetingList, tuple[Meeting, ...]]):
    """The list, live."""

    TOPIC = "meetings"
    KEYS = _KEYS
    LIST = MeetingList
    TITLE = N_("Meetings and visits")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it, or plans the visit")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Meeting, ...] | None:
        return await self.ask(meetings.open_ones)

    def show(self, view: MeetingList, found: tuple[Meeting, ...]) -> None:
        view.meetings = found
        view.keep_mark()

    @on(MeetingList.Opened)
    def action_open(self) -> None:
        """Enter: open the marked meeting, or plan a visit to the marked customer."""
        view = self.view
        if not view.marked or not self.listens():
            return
        if view.visits is None:
            self.app.push_screen(MeetingDialog(self._station, view.marked))
        else:
            self._plan(MeetingKind.VISIT, view.visits[view.marked - 1])

    def action_plan(self) -> None:
        """F2: plan a meeting."""
        if self.listens():
            self._plan(MeetingKind.CUSTOMER, None)

    async def action_visits(self) -> None:
        """F3: whom a visit is due to, or the meetings again."""
        view = self.view
        if view.visits is not None:
            view.visits = None
        elif self.listens():
            view.visits = await self.ask(visiting.due)
        view.marked = next(iter(view.numbers()), 0)
        self._offer(view.marked)

    def _offer(self, marked: int) -> None:
        """F3 leads back from the visits to the meetings."""
        plan, visits = _KEYS
        self.query_one(KeyHints).offer((plan, visits if self.view.visits is None else _MEETINGS, CLOSE))

    def _plan(self, kind: MeetingKind, visit: DueVisit | None) -> None:
        self.app.push_screen(MeetingForm(self._station, kind, visit), self._planned)

    async def _planned(self, answer: Result | None) -> None:
        if answer is not None:
            self.view.visits = None
            self._offer(self.view.marked)
            self.tell(labelled(event_word(answer.kind), case_number(answer.number)))
            await self.picture_changed()
            self.view.marked = answer.number
