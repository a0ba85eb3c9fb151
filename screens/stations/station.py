"""The parts that the three stations share: the live picture, the prompts, the entry box, and the keys."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import NO_PLATE, Plate
from screens.cases.opening import open_case
from screens.cases.queue import CaseQueue
from screens.escalations.answering import Alarms, note_alarms, note_prompts
from screens.escalations.hidden_prompt import HiddenPrompt
from screens.escalations.prompt_panel import PromptPanel
from screens.figures.day_line import DayLine
from screens.kit.commanding import RunsCommands
from screens.kit.feedback import Feedback
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live import Live
from screens.kit.live_screen import LiveScreen
from screens.kit.other_language import LanguageChanged
from screens.kit.settling import Settling
from screens.kit.too_small import BY_HEIGHT, BY_WIDTH, TooSmall, classes_of
from screens.people.actions import ask_for_pin, ask_who_works_here
from screens.stations.actions import PALETTE
from screens.stations.banner import Banner
from screens.stations.keys import ACTIONS, KEYS, hinted, of_station
from screens.stations.status import StatusLine
from screens.stations.window import MIDDLE_ROWS
from screens.zone import car_meant
from screens.zone.actions import note_next
from screens.zone.board import Board
from screens.zone.entry import Candidates, EntryLabel, PlateEntry
from screens.zone.new_car import answer_yes

R = TypeVar("R")
W = TypeVar("W", bound=Widget)
T = TypeVar("T")


class StationScreen(RunsCommands, LiveScreen):
    """A station. Subclasses define which one, and the part between the board and the entry box.

    The functions of its keys are in the `actions` module of each concern; they use the interface `kit.station.Station`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(key for key in KEYS if not key.of_application),
        *bindings([PALETTE.as_key()]),
    ]

    VERTICAL_BREAKPOINTS = BY_HEIGHT
    HORIZONTAL_BREAKPOINTS = BY_WIDTH

    chosen: var[Plate] = var(NO_PLATE)
    """The plate of the car marked on the board."""

    def __init__(self, desk: BackgroundDesk, clock: Clock, live: Live, *, demo: bool) -> None:
        super().__init__(desk, clock, live, demo=demo)
        self.set_classes(classes_of(self.app.size))
        self._kept: dict[type, object] = {}
        self.settling = Settling(clock)

    # -- what is on it ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the station from the top: status, prompts, the day, board, entry, keys."""
        cls = StationScreen
        yield StatusLine(self.STATION).data_bind(cls.live)
        yield Banner().data_bind(cls.live)
        if self._demo:
            from screens.stations.tour_line import TourLine  # noqa: PLC0415 - only a demo has it

            yield TourLine(self.clock).data_bind(cls.live)
        yield from self.above()
        yield from self.middle()
        keys = hinted(self.STATION, demo=self._demo)
        with Vertical(id="bottom"):
            with Horizontal(id="entry-row"):
                yield EntryLabel()
                yield PlateEntry()
            found = Candidates().data_bind(cls.live, cls.chosen)
            found.is_of_here = self.STATION is StationKind.WORKSHOP
            yield found
            yield Feedback(self.clock).data_bind(cls.live)
            yield KeyHints(keys, tall=self.STATION is StationKind.GUARD)
        yield TooSmall()

    def above(self) -> ComposeResult:
        """Lay out what is asked, and the cars."""
        cls = StationScreen
        yield PromptPanel(self.STATION).data_bind(cls.live)
        yield DayLine(self.STATION).data_bind(cls.live)
        yield Board(MIDDLE_ROWS[self.STATION]).data_bind(cls.live, cls.chosen)

    def middle(self) -> ComposeResult:
        """Lay out what only this station has."""
        yield from ()

    def over_dialogs(self) -> Iterable[Widget]:
        """Return the warning that a dialog must not hide: a prompt of this station, or an old picture."""
        return (HiddenPrompt(self),)

    def on_mount(self) -> None:
        """Put the focus on the entry box, and ask who works here if that is not known."""
        self.query_one(PlateEntry).focus()
        self.watch_live()
        if self.live.actor is None or not self.live.actor.who:
            self.ask_who()

    def watch_live(self) -> None:
        """Update after a change and each second; check the prompts once the panel has the picture too."""
        self.dim(but=StatusLine)
        note_next(self)
        self.call_later(self._note_prompts)

    def _note_prompts(self) -> None:
        # In a demo the stations that were looked at before go on; only the one that is looked at is called.
        if self not in self.app.screen_stack:
            return
        if any(isinstance(part, PromptPanel) for part in self.children):
            note_prompts(self)
        else:
            note_alarms(self, self.keeps(Alarms))

    # -- what actions ask of it: see `kit.station` --------------------------------------------------------------

    def own_keys(self) -> tuple[Key, ...]:
        """Return every key that does something here."""
        return of_station(self.STATION, demo=self._demo)

    def ask_who(self) -> None:
        ask_who_works_here(self)

    def ask_pin(self, say: Callable[[str], None] | None = None) -> None:
        ask_for_pin(self, say or (lambda known: self.query_one(Feedback).say("", known=known)))

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done."""
        self.query_one(Feedback).refuse(error)

    def say(self, trouble: str) -> None:
        """Show an error in the line above the keys, or clear it if the text is empty."""
        self.query_one(Feedback).say(trouble)

    @on(LanguageChanged)
    def _other_language(self) -> None:
        self.query_one(Feedback).say_anew()

    def open(self, dialog: Screen[R], then: Callable[[R | None], Any] | None = None) -> None:
        """Open a dialog; `then` is given its result."""
        self.app.push_screen(dialog, then)

    async def open_matter(self, matter: Matter) -> None:
        """Open the page of a matter, whatever it is."""
        from screens.matters.opening import page_of  # noqa: PLC0415 - the first picture does without it

        page = await page_of(self, matter)
        if page is not None:
            self.open(page)

    def open_page(self, topic: str) -> None:
        """Bring up a page of the handbook, over whatever is up."""
        from screens.kit.handbook_page import HandbookDialog  # noqa: PLC0415 - what lays it out takes its time

        self.app.push_screen(HandbookDialog(topic))

    def keeps(self, kind: type[T]) -> T:
        """Return this station's object of a type, created on first use and kept while the station is open."""
        kept = self._kept.setdefault(kind, kind())
        assert isinstance(kept, kind)
        return kept

    # -- keys and touches ---------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow a key only at the stations that it is listed for."""
        return action != "do" or self.STATION in ACTIONS[str(parameters[0])].stations

    async def action_do(self, name: str) -> None:
        """Run the function of a key."""
        await ACTIONS[name].run(self)

    def action_clear(self) -> None:
        """Esc: empty the entry box, and take away what was said."""
        self.say("")
        self.query_one(PlateEntry).empty()

    def action_mark(self, step: int) -> None:
        """↑ ↓: mark another car."""
        car_meant.mark(self, step)

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        await self.run_action(event.action)

    @on(Input.Changed, "#plate")
    def _is_typed(self, event: Input.Changed) -> None:
        car_meant.is_typed(self, event.value)

    @on(Input.Submitted, "#plate")
    async def _is_kept(self) -> None:
        await answer_yes(self)

    @on(Board.Chosen)
    def _car_was_touched(self, event: Board.Chosen) -> None:
        """Mark the touched car and empty the entry box."""
        self.query_one(PlateEntry).value = ""
        self.chosen = event.plate

    @on(CaseQueue.Opened)
    def _case_was_chosen(self, event: CaseQueue.Opened) -> None:
        open_case(self, event.number)

    @on(CaseQueue.MatterOpened)
    async def _matter_was_chosen(self, event: CaseQueue.MatterOpened) -> None:
        await self.open_matter(event.matter)

    @on(CaseQueue.MessageOpened)
    def _message_was_chosen(self, event: CaseQueue.MessageOpened) -> None:
        from screens.messages.page import MessageDialog  # noqa: PLC0415 - the first picture does without it

        self.open(MessageDialog(self, event.number))

    @on(CaseQueue.Typed)
    def _typed_elsewhere(self, event: CaseQueue.Typed) -> None:
        """Put text that was typed or pasted elsewhere into the entry box, and move the focus there."""
        box = self.query_one(PlateEntry)
        box.focus()
        box.type_text(event.text)

    @on(CaseQueue.Left)
    def _back_to_entry(self) -> None:
        self.say("")
        self.query_one(PlateEntry).focus()
