"""What the three stations share: the picture, the entry box, and every action on a car."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import ClassVar, Concatenate, ParamSpec

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from frontdesk.desk import complaints, escalations, undo, zone
from frontdesk.desk.desk import Answer, Desk
from frontdesk.desk.hands import Hands
from frontdesk.domain.clock import Clock, Millis
from frontdesk.domain.errors import FrontdeskError, Reason, Refused
from frontdesk.domain.escalations import Escalation, Kind, State
from frontdesk.domain.plates import fragment, is_usual, show_plate
from frontdesk.domain.snapshot import Snapshot
from frontdesk.domain.staff import Actor, StationKind
from frontdesk.i18n import _
from frontdesk.wording import sentence
from screens.board import Board
from screens.draft import Draft
from screens.entry import Candidates, EntryLabel, PlateEntry, plate_meant
from screens.hints import KeyHints
from screens.keys import KEYS, bindings, of_station
from screens.lines import TONE_CLASSES, Lines
from screens.prompts import PromptPanel, case_of
from screens.queue import ComplaintQueue
from screens.status import Feedback, StatusLine, store_zone

P = ParamSpec("P")


def load_dialogs() -> ModuleType:
    """Return the dialogs; loaded after the first picture stands, which does without them."""
    return import_module("screens.dialogs")


class StationScreen(Screen[None]):
    """A station. Subclasses say which they are, and what stands between the board and the entry box."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    STATION: ClassVar[StationKind]
    MIDDLE_ROWS: ClassVar[int] = 0
    """How many rows `middle` needs at least."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(key for key in KEYS if not key.of_application),
        Binding("ctrl+p", "palette", show=False),
    ]

    snapshot: var[Snapshot | None] = var(None)
    now: var[Millis] = var(0, always_update=True)
    actor: var[Actor | None] = var(None)
    stale_since: var[Millis | None] = var(None)

    @dataclass
    class SignedIn(Message):
        """Someone works at this station from now on."""

        name: str

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool) -> None:
        super().__init__()
        self._hands = hands
        self._machine = machine
        self._demo = demo
        self._draft = Draft()
        self._warned_of = ""

    def start_from(self, snapshot: Snapshot | None, now: Millis, actor: Actor | None) -> None:
        """Take the first picture, so that the first frame shows it."""
        self.set_reactive(StationScreen.snapshot, snapshot)
        self.set_reactive(StationScreen.now, now)
        self.set_reactive(StationScreen.actor, actor)

    # -- what is on it ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the station from the top: status, prompts, board, entry, keys."""
        cls = StationScreen
        yield StatusLine(self.STATION).data_bind(cls.snapshot, cls.now, cls.actor, cls.stale_since)
        yield PromptPanel(self.STATION).data_bind(cls.snapshot, cls.now)
        yield Board(self.MIDDLE_ROWS).data_bind(cls.snapshot, cls.now)
        yield from self.middle()
        keys = tuple(k for k in of_station(self.STATION, demo=self._demo) if self.STATION in k.hint)
        with Vertical(id="bottom"):
            with Horizontal(id="entry-row"):
                yield EntryLabel()
                yield PlateEntry()
            yield Candidates().data_bind(cls.snapshot, cls.now)
            yield Feedback(self.STATION.value).data_bind(cls.snapshot, cls.now)
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
        if self.is_mounted and self.query(PromptPanel) and self.query_one(PromptPanel).note(self._machine.now()):
            self.app.bell()

    # -- which car, and doing something with it ----------------------------------------------------------------

    async def _plate(self, *, here: bool = True) -> str:
        """Return the plate an action is about: the entry box, else the car marked on the board."""
        shot = self._shot()
        typed = self.query_one(PlateEntry).value
        if fragment(typed):
            # The key may be quicker than the look-up that typing started.
            found = self.query_one(Candidates)
            found.typed = typed
            found.known = tuple(await self._hands.do(zone.known_plates, fragment(typed)))
            return plate_meant(typed, shot, found.fitting(), found.index, here=here)
        chosen = self.query_one(Board).chosen
        if chosen and here and shot.floor.find(chosen):
            return chosen
        raise Refused(Reason.NO_PLATE, text="")

    def _shot(self) -> Snapshot:
        assert self.snapshot is not None
        return self.snapshot

    async def perform(
        self, command: Callable[Concatenate[Desk, P], Answer], *values: P.args, **named: P.kwargs
    ) -> Answer | None:
        """Carry out a command; what goes wrong is said in a sentence, and what was typed stays."""
        if self.actor is None or not self.actor.who:
            self.action_operator()
            return None
        try:
            answer = await self._hands.do(command, *values, **named)
        except FrontdeskError as error:
            self.complain(error)
            return None
        self._begin_anew()
        return answer

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done."""
        self._say(sentence(error, store_zone(self._shot())))

    def _say(self, trouble: str) -> None:
        self.query_one(Feedback).trouble = trouble

    def _begin_anew(self) -> None:
        self._say("")
        self._warned_of = ""
        self.query_one(PlateEntry).value = ""
        self.query_one(Board).chosen = ""

    async def _on_car(self, command: Callable[..., Answer]) -> None:
        try:
            plate = await self._plate()
        except FrontdeskError as error:
            self.complain(error)
            return
        await self.perform(command, plate)

    async def action_arrive(self) -> None:
        """F2. An unusual plate is asked about once: pressed again, it is kept."""
        try:
            plate = await self._plate(here=False)
        except FrontdeskError as error:
            self.complain(error)
            return
        if not is_usual(plate) and self._warned_of != plate and self._shot().floor.find(plate) is None:
            self._warned_of = plate
            text = _("{plate} is no usual plate. Correct it, or press F2 again to keep it.")
            self._say(text.format(plate=show_plate(plate)))
            return
        await self.perform(zone.arrive, plate)

    async def action_move(self) -> None:
        """F3: to where?"""
        try:
            car = self._shot().floor.car(await self._plate())
        except FrontdeskError as error:
            self.complain(error)
            return
        self._ask_where(car.plate)

    @work
    async def _ask_where(self, plate: str) -> None:
        floor = self._shot().floor
        place = await self.app.push_screen_wait(load_dialogs().MoveDialog(floor.car(plate), floor))
        if place:
            await self.perform(zone.move, plate, place)

    async def action_leave(self) -> None:
        """F4."""
        await self._on_car(zone.leave)

    async def action_turn_away(self) -> None:
        """F5 (Z3)."""
        await self._on_car(zone.turn_away)

    async def action_receive(self) -> None:
        """F6. Nothing typed or marked: whoever has waited longest."""
        typed = fragment(self.query_one(PlateEntry).value)
        waiting = [car for car in self._shot().floor.cars if car.received_at is None]
        if not typed and not self.query_one(Board).chosen and waiting:
            await self.perform(zone.receive, waiting[0].plate)
        else:
            await self._on_car(zone.receive)

    async def action_work_order(self) -> None:
        """F7."""
        await self._on_car(zone.make_work_order)

    async def action_hand_over(self) -> None:
        """F10."""
        await self._on_car(zone.hand_over)

    async def action_undo(self) -> None:
        """F9."""
        await self.perform(undo.undo)

    # -- prompts ------------------------------------------------------------------------------------------------

    async def action_prompt(self) -> None:
        """F8: answer the first prompt that nobody has answered; one that has only just come up does not listen yet."""
        panel = self.query_one(PromptPanel)
        prompts = panel.prompts()
        if not prompts:
            self._say(_("There is no prompt to answer."))
            return
        order = list(State)
        prompt = min(prompts, key=lambda e: order.index(e.state))
        if not panel.ready(prompt, self._machine.now()):
            self._say(_("This prompt has only just come up. Read it, then press F8 again."))
            return
        self._say("")
        await self.answer(prompt)

    async def answer(self, prompt: Escalation) -> None:
        """Answer a prompt: take it on, then open what it takes to deal with it."""
        if prompt.acknowledged_at is None and not await self.perform(escalations.acknowledge, prompt.id):
            return
        if prompt.kind is Kind.COMPLAINT_DUE:
            self._open_due(prompt)
        elif prompt.kind is Kind.LATE_RECEPTION:
            self.query_one(Board).chosen = prompt.plate
        else:
            self.app.push_screen(load_dialogs().DecideDialog(prompt, self._hands, self))

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

    @work(exclusive=True, group="operator")
    async def action_operator(self) -> None:
        """Ctrl+O."""
        name = await self.app.push_screen_wait(
            load_dialogs().OperatorDialog(self._shot().staff, self.STATION, self._hands)
        )
        if name:
            self.post_message(self.SignedIn(name))

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """A car was touched: it is marked, and what was typed gives way to it."""
        self.query_one(PlateEntry).value = ""
        self.query_one(Board).chosen = event.plate

    async def on_key_hints_touched(self, event: KeyHints.Touched) -> None:
        """A key at the bottom was touched."""
        await self.run_action(event.action)

    def action_mark(self, step: int) -> None:
        """↑ ↓: through the cars that fit, or through those on the board."""
        found = self.query_one(Candidates)
        typed = self.query_one(PlateEntry).value
        if fragment(typed):
            found.typed = typed
            found.index = max(0, min(found.index + step, len(found.fitting()) - 1))
            return
        board = self.query_one(Board)
        plates = [car.plate for place in self._shot().floor.places for car in self._shot().floor.at(place)]
        if plates:
            at = plates.index(board.chosen) + step if board.chosen in plates else 0
            board.chosen = plates[at % len(plates)]

    @on(Input.Changed, "#plate")
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(Candidates).typed = event.value
        if event.value:
            self._say("")
            self.query_one(Board).chosen = ""
            self._look_up(fragment(event.value))

    @work(exclusive=True, group="plates")
    async def _look_up(self, typed: str) -> None:
        if typed:
            try:
                self.query_one(Candidates).known = tuple(await self._hands.do(zone.known_plates, typed))
            except FrontdeskError as error:
                self.complain(error)
