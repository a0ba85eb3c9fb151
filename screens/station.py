"""What the three stations share: the picture, the prompts, the complaints, and the dialogs."""

from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var

from frontdesk.desk import complaints, escalations, tasks
from frontdesk.desk.hands import Hands
from frontdesk.domain.clock import Clock, Millis
from frontdesk.domain.errors import FrontdeskError
from frontdesk.domain.escalations import Escalation
from frontdesk.domain.kinds import Kind, State
from frontdesk.domain.plates import fragment, show_plate
from frontdesk.domain.prompts import Urgency
from frontdesk.domain.snapshot import Snapshot
from frontdesk.domain.staff import Actor, StationKind
from frontdesk.domain.tasks import Task
from frontdesk.i18n import _
from screens.board import Board
from screens.car_actions import CarActions, load_dialogs
from screens.draft import Draft
from screens.entry import Candidates, EntryLabel, PlateEntry
from screens.hints import KeyHints
from screens.keys import KEYS, bindings, of_station
from screens.lines import TONE_CLASSES, Lines
from screens.prompt_words import case_of
from screens.prompts import PromptPanel
from screens.queue import ComplaintQueue
from screens.status import Feedback, StatusLine


class StationScreen(CarActions):
    """A station. Subclasses say which they are, and what stands between the board and the entry box."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    MIDDLE_ROWS: ClassVar[int] = 0
    """How many rows `middle` needs at least."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(key for key in KEYS if not key.of_application),
        Binding("ctrl+p", "palette", show=False),
    ]

    stale_since: var[Millis | None] = var(None)
    watched: var[bool] = var(True)
    """Whether anybody looks for limits that are crossed."""
    silent_until: var[Millis] = var(0)
    """Until when the sound is paused, in the store's time."""

    @dataclass
    class Called(Message):
        """This station is called: it must act."""

        urgency: Urgency

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool) -> None:
        super().__init__(hands, machine)
        self._demo = demo
        self._draft = Draft()

    def start_from(self, snapshot: Snapshot | None, now: Millis, actor: Actor | None) -> None:
        """Take the first picture, so that the first frame shows it."""
        self.set_reactive(StationScreen.snapshot, snapshot)
        self.set_reactive(StationScreen.now, now)
        self.set_reactive(StationScreen.actor, actor)

    # -- what is on it ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the station from the top: status, prompts, board, entry, keys."""
        cls = StationScreen
        yield StatusLine(self.STATION).data_bind(
            cls.snapshot, cls.now, cls.actor, cls.stale_since, cls.watched, cls.silent_until
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

    def watch_now(self) -> None:
        """The picture changed or a second has passed: see to the prompts once the panel has both."""
        self.call_later(self._note_prompts)

    def watch_stale_since(self) -> None:
        """An old picture is dimmed, all of it but the line that says so."""
        for widget in self.query(Lines):
            if not isinstance(widget, StatusLine):
                widget.stale = self.stale_since is not None

    def _note_prompts(self) -> None:
        if self.is_mounted and self.query(PromptPanel):
            urgency = self.query_one(PromptPanel).note(self._machine.now())
            if urgency is not None:
                self.post_message(self.Called(urgency))

    # -- prompts ------------------------------------------------------------------------------------------------

    async def action_prompt(self) -> None:
        """F8: answer what is at the top of the panel; what has only just come up does not listen yet."""
        panel = self.query_one(PromptPanel)
        item = next(iter(panel.items()), None)
        if item is None:
            self.nothing_to_answer()
            return
        if not panel.ready(item, self._machine.now()):
            self.say(_("This prompt has only just come up. Read it, then press F8 again."))
            return
        self.say("")
        self._answered_at = self._machine.now()
        if isinstance(item, Task):
            await self.perform(tasks.done, item.id)
        elif item.is_crowding:
            await self.answer(item)
        else:
            await self._answer_other(item)

    def nothing_to_answer(self) -> None:
        """F8 with nothing on the panel."""
        self.say(_("There is no prompt to answer."))

    async def answer(self, prompt: Escalation) -> None:
        """Answer a crowding: take on all there is of it, then decide."""
        if prompt.state is State.CLEARED:
            self.say(_("It is over. The prompt stays a moment, in case it comes back."))
            return
        panel = self.query_one(PromptPanel)
        for each in panel.prompts():
            raised = each.is_crowding and each.state is State.RAISED
            if raised and panel.ready(each, self._machine.now()):
                taken = await self.perform(escalations.acknowledge, each.id)
                if taken is None and each is prompt:
                    return
        self.app.push_screen(load_dialogs().DecideDialog(prompt, self._hands, self, self._machine))

    async def tell_all(self) -> None:
        """Put on record that whoever is to be told was told: of everything that is on the panel (Z5, Z6)."""
        panel = self.query_one(PromptPanel)
        for each in panel.prompts():
            raised = each.is_crowding and each.state is State.RAISED
            if raised and panel.ready(each, self._machine.now()):
                await self.perform(escalations.tell, each.id)

    async def _answer_other(self, prompt: Escalation) -> None:
        if prompt.state is State.RAISED and not await self.perform(escalations.acknowledge, prompt.id):
            return
        if prompt.kind is Kind.COMPLAINT_DUE:
            self._open_due(prompt)
        elif prompt.kind is Kind.DIVERSION_EXPIRED:
            await self.run_action("tickets")
        else:
            text = _("Seen. {plate} still waits: F6 receives whoever has waited longest.")
            self.say(text.format(plate=show_plate(prompt.plate)))

    def _open_due(self, prompt: Escalation) -> None:
        found = case_of(prompt, self._shot())
        if found:
            self.open_case(found[0].id)

    # -- complaints ---------------------------------------------------------------------------------------------

    @work
    async def action_complaint(self) -> None:
        """Ctrl+N."""
        form = load_dialogs().ComplaintForm(self._draft, self._hands, self._shot().policy.province)
        await self.app.push_screen_wait(form)

    @work
    async def action_closed(self) -> None:
        """Ctrl+R."""
        try:
            cases = await self._hands.do(complaints.closed_lately)
        except FrontdeskError as error:
            self.complain(error)
            return
        number = await self.app.push_screen_wait(load_dialogs().ClosedCases(cases))
        if number:
            self.open_case(number)

    def open_case(self, number: int) -> None:
        """Open a complaint."""
        self.app.push_screen(load_dialogs().ComplaintCase(number, self._hands, self))

    def on_complaint_queue_opened(self, event: ComplaintQueue.Opened) -> None:
        """A case was chosen in the queue."""
        self.open_case(event.number)

    # -- the rest -----------------------------------------------------------------------------------------------

    def on_complaint_queue_typed(self, event: ComplaintQueue.Typed) -> None:
        """What is typed belongs into the entry box, wherever the focus is."""
        box = self.query_one(PlateEntry)
        box.focus()
        box.insert_text_at_cursor(event.text)

    def on_complaint_queue_left(self) -> None:
        """Esc in the queue goes back to the entry box."""
        self.query_one(PlateEntry).focus()

    def action_help(self) -> None:
        """F1."""
        self.app.push_screen(load_dialogs().HelpDialog(self.STATION, demo=self._demo))

    @work
    async def action_palette(self) -> None:
        """Ctrl+P: any action by its name."""
        action = await self.app.push_screen_wait(load_dialogs().Palette(of_station(self.STATION, demo=self._demo)))
        if action:
            await self.run_action(action)

    @work
    async def action_province(self) -> None:
        """Ctrl+E: the character goes to the front of what is typed."""
        province = await self.app.push_screen_wait(load_dialogs().ProvinceDialog())
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
