"""Who works when: a grid set with digits, proposed, published, printed (S2, S8)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk import approvals, undo
from frontdesk.desk.rosters import changes, planning, publishing, reading
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.proposal import Proposal
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.rosters.version import RosterState, Version
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.words.holidays import title_with
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word
from frontdesk.words.rosters.lines import proposal_line, to_sign
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import bindings
from screens.kit.printing import PrintDocument
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.review.signing import SigningDialog
from screens.rosters import forms
from screens.rosters.grid import RosterGrid
from screens.rosters.keys import KEYS, offered
from screens.rosters.proposing import Proposing


class RosterDialog(CommandDialog[None]):
    """A version of the roster, live. What a key is for is the marked day of somebody."""

    TOPIC = "roster"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("pageup", "version(-1)", show=False),
        Binding("pagedown", "version(1)", show=False),
    ]

    def __init__(self, station: Station, number: int | None = None) -> None:
        super().__init__(station)
        self._versions: tuple[Version, ...] = ()
        self._number = number
        """The version that is shown; None: the one today is in, or the next."""
        self._last = LastAct(station.clock)
        self._proposing = Proposing(self, station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Roster")
            yield RosterGrid().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*KEYS[:1], CLOSE), tall=False)
            yield static(_("← → ↑ ↓ a day of somebody · a digit sets a shift · PgUp PgDn another roster"))

    async def on_mount(self) -> None:
        self.query_one(RosterGrid).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        self._versions = (await self.ask(reading.standing) or ()) if self.query(RosterGrid) else ()
        shown = next((each for each in self._versions if each.id == self._number), None) or self._usual()
        board = None if shown is None else await self.ask(reading.board, shown.id)
        if board is not None and self.query(RosterGrid):
            self.query_one(RosterGrid).show(board)
            self.query_one(KeyHints).offer((*offered(board.version), CLOSE))
            self.query_one(Vertical).border_title = title_with(_("Roster"), board.unknown_years)

    def _usual(self) -> Version | None:
        planned = [each for each in self._versions if each.is_planned]
        return next(iter(planned or self._versions), None)

    @property
    def _board(self) -> Board | None:
        return self.query_one(RosterGrid).board

    async def action_version(self, step: int) -> None:
        """PgUp, PgDn: another version."""
        numbers = [each.id for each in self._versions]
        board = self._board
        if board is not None and board.version.id in numbers:
            place = numbers.index(board.version.id) + step
            self._number = numbers[max(0, min(place, len(numbers) - 1))]
            await self.picture_changed()

    def action_new(self) -> None:
        """F2: begin a roster."""
        if self.listens():
            board = self._board
            today = board.today if board else to_datetime(self._station.now, store_zone(self._station.latest())).date()
            self.app.push_screen(forms.new_form(self._station, today, self._versions), self._was_begun)

    async def _was_begun(self, answer: Result | None) -> None:
        if answer is not None:
            self._number = answer.number
            await self._was_done(answer)

    @on(RosterGrid.Typed)
    async def _typed(self, event: RosterGrid.Typed) -> None:
        """A digit: set the marked day of somebody; in a published roster, take over."""
        grid, board = self.query_one(RosterGrid), self._board
        if board is None or grid.day is None or not self.listens() or self._proposing.is_running:
            return
        day, person = grid.day, grid.person
        if board.version.state is RosterState.PUBLISHED:
            if not event.shift:
                self.complain(Refused(RosterReason.PUBLISHED_STAYS, number=board.version.id))
                return
            answer = await self.perform(changes.take_over, day, person, event.shift)
        else:
            answer = await self.perform(planning.set_turn, board.version.id, day, person, event.shift)
        await self._was_done(answer)
        if answer is not None:
            grid.action_turn(1)

    @on(RosterGrid.NoSuch)
    def _no_such_shift(self, event: RosterGrid.NoSuch) -> None:
        choices = ", ".join(str(place) for place in range(len(self.query_one(RosterGrid).shifts) + 1))
        self.say(
            _("No shift has the digit {digit}. Right would be one of: {choices}.").format(
                digit=event.digit, choices=choices
            )
        )

    def action_swap(self) -> None:
        """F3: swap the marked shift, or give it away."""
        grid, board = self.query_one(RosterGrid), self._board
        if board is None or grid.day is None or not self.listens():
            return
        if board.version.state is not RosterState.PUBLISHED:
            self.say(_("In a draft nothing is swapped: set both days with a digit."))
            return
        self.app.push_screen(forms.swap_form(self._station, grid.person, grid.day, board.today), self._was_done)

    def action_propose(self) -> None:
        """F4: have the best roster proposed by a process of its own; Esc stops it."""
        board = self._board
        if board is not None and self.listens():
            self._proposing.begin(board.version.id, partial(self._take, board.version.id))

    async def _take(self, number: int, proposal: Proposal) -> None:
        answer = await self.perform(planning.take, number, proposal)
        if answer is not None:
            await self.picture_changed()
            self.tell(proposal_line(proposal))

    async def action_cancel(self) -> None:
        """Esc: stop what is being proposed, else close."""
        if self._proposing.is_running:
            self._proposing.stop()
        else:
            await super().action_cancel()

    def action_absence(self) -> None:
        """F5: the marked person is away from the marked day on."""
        grid, board = self.query_one(RosterGrid), self._board
        if board is not None and grid.day is not None and self.listens():
            form = forms.absence_form(self._station, grid.person, grid.day, board.today)
            self.app.push_screen(form, self._was_done)

    def action_need(self) -> None:
        """F6: how many the marked shift needs; a day without a shift means the first one."""
        grid, board = self.query_one(RosterGrid), self._board
        if board is None or grid.day is None or not self.listens() or not grid.shifts:
            return
        free = Turn(grid.person, grid.day, grid.shifts[0].key, board.terms.workers[grid.person].post)
        turn = grid.turn if grid.turn is not None and grid.turn.is_worked else free
        self.app.push_screen(forms.need_form(self._station, board, turn), self._was_done)

    def action_gap(self) -> None:
        """F7: go to the next day on which somebody is missing."""
        if self.listens() and not self.query_one(RosterGrid).next_gap():
            self.say(_("Nobody is missing."))

    async def action_publish(self) -> None:
        """F8: submit it; then it is signed."""
        board = self._board
        if board is None or not self.listens() or self._proposing.is_running or self._last.is_again("publish", 0):
            return
        if board.version.state is RosterState.DRAFT:
            answer = await self.perform(publishing.submit, board.version.id)
            await self._was_done(answer)
            if answer is None:
                return
        asked = await self.ask(approvals.of_matter, board.version.id)
        if asked:
            self._last.note("publish", 0)
            shown = await self.ask(reading.board, board.version.id) or board
            signing = SigningDialog(self._station, asked[-1], to_sign(shown))
            self.app.push_screen(signing, self._signed)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.say("")
            self.tell(said)
            await self.picture_changed()

    async def action_undo(self) -> None:
        """F9: take back what one did last at this station; of a published roster nothing is."""
        board = self._board
        if board is not None and not board.version.is_planned:
            self.say(_("What was done in a published roster stays: another swap or absence counters it."))
        elif self.listens() and not self._last.is_again("undo", 0):
            answer = await self.perform(undo.undo)
            if answer is not None:
                self._last.note("undo", 0)
                await self._was_done(answer)

    def action_print(self) -> None:
        """F10: the roster as a page to hang up."""
        board = self._board
        if board is not None and self.listens() and not self._last.is_again("print", 0):
            from frontdesk.documents.filing import of_roster  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", 0)
            self.post_message(PrintDocument(self, partial(of_roster, board=board)))

    async def _was_done(self, answer: Result | None) -> None:
        if answer is None:
            return
        self.say("")
        facts = answer.facts
        days = " – ".join(dict.fromkeys(str(facts[name]) for name in ("first", "last") if facts.get(name)))
        about = (str(facts.get("name", "")), str(facts.get("day", "")), days, str(facts.get("other", "")))
        self.tell(" · ".join(filter(None, (event_word(answer.kind), " ".join(filter(None, about))))))
        await self.picture_changed()
