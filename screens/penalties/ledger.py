"""The ledger of penalties: a month, each person's sum, and signing, appealing and deciding (Z8)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import penalties
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.month import Ledger
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.penalties.terms import Act
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.past.actions import look_back
from screens.penalties.ledger_list import LedgerList
from screens.people import second

_KEYS = (
    Key("f2", "sign", N_("sign"), ""),
    Key("f3", "appeal", N_("appeal"), ""),
    Key("f4", "uphold", N_("uphold"), ""),
    Key("f5", "counter", N_("counter"), ""),
    Key("f6", "look_back", N_("the board then"), ""),
)
_WITH_WORDS = {Act.APPEAL: penalties.appeal, Act.UPHOLD: penalties.uphold, Act.COUNTER: penalties.counter}


class LedgerDialog(CommandDialog[None]):
    """A month of the ledger, live. Only the function keys and their buttons act, on the marked penalty."""

    TOPIC = "penalties"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._month: Month | None = None
        """The month on the screen; None for the current month."""
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Penalties")
            yield LedgerList().data_bind(LiveDialog.live)
            yield Done()
            yield field(
                _("words"), Input(id="words", compact=True, max_length=1000, placeholder=_("note · required for F3–F5"))
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose a penalty · ← → another month · Tab: the words"))

    async def on_mount(self) -> None:
        self.query_one(LedgerList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        """Read the month that is shown again."""
        month = self._month
        ledger = await self.ask(penalties.of_month, month) if self.query(LedgerList) else None
        # Meanwhile another month may have been asked for, or the dialog closed.
        if ledger is not None and month == self._month and self.query(LedgerList):
            self._show(ledger)

    @on(LedgerList.Turned)
    async def _turned(self, event: LedgerList.Turned) -> None:
        """Turn to another month, at most to the current one."""
        ledger, snapshot = self.query_one(LedgerList).ledger, self.snapshot
        if ledger is None or snapshot is None:
            return
        current = Month.of(self.now, store_zone(snapshot))
        wanted = (self._month or ledger.month).later(event.months)
        self._month = wanted if wanted < current else None
        self.say("")
        self.tell("")
        await self.picture_changed()

    def action_go(self, step: int) -> None:
        """Move the mark with ↑ ↓, wherever the focus is."""
        self.query_one(LedgerList).action_go(step)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Return to the list, because Enter alone decides nothing."""
        self.query_one(LedgerList).focus()

    async def action_sign(self) -> None:
        """F2: sign as the second person, who types first letters and PIN where people have PINs."""
        penalty = self._meant(Act.SIGN)
        if penalty is not None:
            sign = partial(penalties.sign, number=penalty.id)
            await second.carry_out(self, self._station, sign, partial(self._was_done, Act.SIGN, penalty.id))

    async def action_appeal(self) -> None:
        """F3: appeal on behalf of the charged person."""
        await self._carry_out(Act.APPEAL)

    async def action_uphold(self) -> None:
        """F4: uphold the penalty after the appeal was heard."""
        await self._carry_out(Act.UPHOLD)

    async def action_counter(self) -> None:
        """F5: take the penalty back with a counter-entry."""
        await self._carry_out(Act.COUNTER)

    def action_look_back(self) -> None:
        """F6: the board as it stood when the limit was crossed."""
        penalty = self.query_one(LedgerList).penalty
        if penalty is not None:
            look_back(self._station, penalty.crossed_at)

    async def _carry_out(self, act: Act) -> None:
        penalty = self._meant(act)
        if penalty is None:
            return
        box = self.query_one("#words", Input)
        answer = await self.perform(_WITH_WORDS[act], penalty.id, box.value)
        if answer is None:
            self.tell("")
            if not box.value.strip():
                box.focus()
            return
        box.value = ""
        await self._was_done(act, penalty.id, answer)

    async def _was_done(self, act: Act, number: int, answer: Result) -> None:
        self.say("")
        self._last.note(act, number)
        self.tell(f"{case_number(number)} {event_word(answer.kind)}")
        await self.picture_changed()

    def _meant(self, act: Act) -> Penalty | None:
        """Return the penalty for a key; None if the key is held down, or if there is none, which is then said."""
        if not self.listens():
            return None
        penalty = self.query_one(LedgerList).penalty
        if penalty is None:
            self.say(_("There is no penalty in this month to do this with."))
            return None
        return None if self._last.is_again(act, penalty.id) else penalty

    def _show(self, ledger: Ledger) -> None:
        """Keep the mark on its penalty; if it is not in this month, mark another one and ignore keys for a moment."""
        view = self.query_one(LedgerList)
        view.ledger = ledger
        listed = view.penalties
        if view.penalty is None and (view.marked or listed):
            if view.marked:
                self.settling.begin()
            view.marked = next((each.id for each in listed if each.is_waiting), listed[0].id) if listed else 0
