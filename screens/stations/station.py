"""What the three stations share: the picture, the prompts, the complaints, and the dialogs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from frontdesk.desk.background import Hands
from frontdesk.desk.cases import drafts
from frontdesk.desk.escalations import record
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import fragment
from frontdesk.words.phrases import case_number
from screens.cases.draft import Draft
from screens.cases.queue import ComplaintQueue
from screens.escalations.answering import Answers
from screens.escalations.prompt_panel import PromptPanel
from screens.kit.feedback import Feedback
from screens.kit.key_hints import KeyHints
from screens.kit.keys import bindings
from screens.kit.lines import Lines
from screens.stations.keys import KEYS, of_station
from screens.stations.status import StatusLine
from screens.zone.board import Board
from screens.zone.car_actions import load_dialogs
from screens.zone.entry import Candidates, EntryLabel, PlateEntry


class StationScreen(Answers):
    """A station. Subclasses say which they are, and what stands between the board and the entry box."""

    MIDDLE_ROWS: ClassVar[int] = 0
    """How many rows `middle` needs at least."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(key for key in KEYS if not key.of_application),
        Binding("ctrl+p", "palette", show=False),
    ]

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool) -> None:
        super().__init__(hands, machine, demo=demo)
        self._draft, self._draft_of = Draft(), ""

    # -- what is on it ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the station from the top: status, prompts, board, entry, keys."""
        cls = StationScreen
        yield StatusLine(self.STATION).data_bind(
            cls.snapshot, cls.now, cls.actor, cls.stale_since, cls.outdated, cls.watched, cls.silent_until
        )
        yield PromptPanel(self.STATION).data_bind(cls.snapshot, cls.now)
        yield Board(self.MIDDLE_ROWS).data_bind(cls.snapshot, cls.now, cls.chosen)
        yield from self.middle()
        keys = tuple(k for k in of_station(self.STATION, demo=self._demo) if self.STATION in k.hint)
        with Vertical(id="bottom"):
            with Horizontal(id="entry-row"):
                yield EntryLabel()
                yield PlateEntry()
            yield Candidates().data_bind(cls.snapshot, cls.now, cls.chosen)
            yield Feedback().data_bind(cls.snapshot, cls.now, cls.actor)
            yield KeyHints(keys, tall=self.STATION is StationKind.GUARD)

    def middle(self) -> ComposeResult:
        """Lay out what only this station has."""
        yield from ()

    def on_mount(self) -> None:
        """The entry box is ready at once; who works here is asked where it is not known."""
        self.query_one(PlateEntry).focus()
        if self.actor is None or not self.actor.who:
            self.action_operator()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key does nothing at a station it is not listed for."""
        return all(self.STATION in key.stations for key in KEYS if key.action == action)

    def watch_stale_since(self) -> None:
        """An old picture is dimmed, all of it but the line that says so."""
        for widget in self.query(Lines):
            if not isinstance(widget, StatusLine):
                widget.stale = self.stale_since is not None

    # -- complaints ---------------------------------------------------------------------------------------------

    async def action_complaint(self) -> None:
        """Ctrl+N. The form is up before the next key: what is typed at once goes into it."""
        await self._take_up_draft()
        form = load_dialogs().ComplaintForm(self._draft, self._hands, self, self._shot().policy.province)
        self.app.push_screen(form, self._registered)

    def _registered(self, answer: Result | None) -> None:
        if answer is not None:
            self.query_one(Feedback).told = (answer.seq, case_number(answer.number))

    async def _take_up_draft(self) -> None:
        """What this person had half filled in goes on, also after the station was closed or ended by itself."""
        who = self.actor.who if self.actor else ""
        if who != self._draft_of:
            self._draft, self._draft_of = Draft(), who
        if self._draft.to_keep():
            return
        try:
            kept = await self._hands.do(drafts.find)
        except FrontdeskError as error:
            self.complain(error)
            return
        if kept is not None:
            self._draft.take_up(*kept)

    def action_find(self) -> None:
        """Ctrl+F."""
        self._look_through(Filter.OPEN)

    def action_closed(self) -> None:
        """Ctrl+R."""
        self._look_through(Filter.CLOSED)

    def _look_through(self, which: Filter) -> None:
        self.app.push_screen(load_dialogs().CaseBrowser(self._hands, self, which), self._open_found)

    def _open_found(self, number: int | None) -> None:
        if number:
            self.open_case(number)

    # -- looking back, the lounge, duty -------------------------------------------------------------------------

    async def action_record(self) -> None:
        """Ctrl+Y."""
        try:
            found = await self._hands.do(record.lately)
        except FrontdeskError as error:
            self.complain(error)
            return
        self.app.push_screen(load_dialogs().RecordList(found, self._shot(), self.now), self._open_record)

    def _open_record(self, number: int | None) -> None:
        if number:
            self.app.push_screen(load_dialogs().RecordPage(number, self._hands, self))

    def action_tickets(self) -> None:
        """Ctrl+L."""
        prompts = self._shot().prompts(self.STATION, self.now)
        expired = next((prompt.plate for prompt in prompts if prompt.kind is Kind.DIVERSION_EXPIRED), "")
        self.app.push_screen(load_dialogs().TicketsDialog(self._hands, self, self._machine, expired))

    def action_duty(self) -> None:
        """Ctrl+D."""
        self.app.push_screen(load_dialogs().DutyDialog(self._hands, self, self._machine, self._shot()))

    def on_complaint_queue_opened(self, event: ComplaintQueue.Opened) -> None:
        """A case was chosen in the queue."""
        self.open_case(event.number)

    # -- the rest -----------------------------------------------------------------------------------------------

    def on_complaint_queue_typed(self, event: ComplaintQueue.Typed) -> None:
        """What is typed or pasted belongs into the entry box, wherever the focus is."""
        box = self.query_one(PlateEntry)
        box.focus()
        box.insert_text_at_cursor(event.text)

    def on_complaint_queue_beyond(self) -> None:
        """More than the queue shows was asked for."""
        self.action_find()

    def on_complaint_queue_left(self) -> None:
        """Esc in the queue goes back to the entry box."""
        self.query_one(PlateEntry).focus()

    def action_help(self) -> None:
        """F1."""
        self.app.push_screen(load_dialogs().HelpDialog(self.STATION, demo=self._demo))

    def open_page(self, topic: str) -> None:
        """Bring up a page of the handbook, over whatever is up."""
        from screens.kit.handbook_page import HandbookDialog  # noqa: PLC0415 - what lays it out takes its time

        self.app.push_screen(HandbookDialog(topic))

    def action_palette(self) -> None:
        """Ctrl+P: any action by its name."""
        self.app.push_screen(load_dialogs().Palette(of_station(self.STATION, demo=self._demo)), self._run_named)

    async def _run_named(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_province(self) -> None:
        """Ctrl+E: the character goes to the front of what is typed."""
        self.app.push_screen(load_dialogs().ProvinceDialog(), self._put_in_front)

    def _put_in_front(self, province: str | None) -> None:
        if province:
            box = self.query_one(PlateEntry)
            box.value = province + fragment(box.value)
            box.cursor_position = len(box.value)

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """A car was touched: it is marked, and what was typed gives way to it."""
        self.query_one(PlateEntry).value = ""
        self.chosen = event.plate

    async def on_key_hints_touched(self, event: KeyHints.Touched) -> None:
        """A key at the bottom was touched."""
        await self.run_action(event.action)
