"""Which checks come: each is switched on or off with a key, a first set of them with one (S3)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk.checks import listing, switching
from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.shipped import STARTER
from frontdesk.domain.journal.result import Result
from frontdesk.words.checks import check_word, how_often
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.spans import Line, Span, ends
from screens.kit.station import Station

_KEYS = (
    Key("f2", "switch", N_("on / off"), ""),
    Key("f4", "open", N_("open now"), ""),
    Key("f5", "starter", N_("first set"), ""),
)
_OTHER_ROWS = 10
_FEWEST = 3


class CheckList(ChosenList):
    """Every check, and whether it comes."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "checks")

    checks: var[tuple[Check, ...]] = var(())

    def __init__(self) -> None:
        super().__init__(id="checks", marked=1)

    @property
    def check(self) -> Check | None:
        """The marked check."""
        return self.checks[self.marked - 1] if 0 < self.marked <= len(self.checks) else None

    def numbers(self) -> list[int]:
        """Return their places, from one on: one that nobody has switched on has no number yet."""
        return list(range(1, len(self.checks) + 1))

    def build(self, width: int) -> list[Line]:
        """Return a line for each check in view."""
        self._touched = {}
        lines: list[Line] = []
        room = max(_FEWEST, self.screen.size.height - _OTHER_ROWS)
        top = self.first_in_view(room)
        for place, check in enumerate(self.checks[top : top + room], top + 1):
            self._touched[len(lines)] = place
            marked = place == self.marked
            sign = "✓" if check.is_in_use else "·"
            tone = "chosen" if marked else "head" if check.is_in_use else "dim"
            title = Span(f" {'▸' if marked else ' '}{sign} {check_word(check)} ", tone)
            lines.append(ends([title], [Span(f" {how_often(check)} ", "plain" if check.is_in_use else "dim")], width))
        return lines


class SwitchDialog(CommandDialog[None]):
    """Which checks there are."""

    TOPIC = "checks"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Which checks come")
            yield CheckList().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose · ✓ comes by itself"))

    async def on_mount(self) -> None:
        self.query_one(CheckList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(listing.listed) if self.query(CheckList) else None
        if found is not None and self.query(CheckList):
            self.query_one(CheckList).checks = found.checks

    async def action_switch(self) -> None:
        """F2: the marked check comes from now on, or comes no more."""
        check = self.query_one(CheckList).check
        if check is None or not self._is_meant("switch", check.key):
            return
        command = switching.switch_off if check.is_in_use else switching.switch_on
        await self._told(await self.perform(command, check.key), check_word(check))

    async def action_open(self) -> None:
        """F4: open the marked check now, besides those that come."""
        check = self.query_one(CheckList).check
        if check is not None and self._is_meant("open", check.key):
            await self._told(await self.perform(switching.open_now, check.key), check_word(check))

    async def action_starter(self) -> None:
        """F5: switch on what every store can begin with."""
        if self._is_meant("starter", ""):
            answer = await self.perform(switching.switch_on_all, STARTER)
            named = _(", ").join(
                check_word(check) for check in self.query_one(CheckList).checks if check.key in set(STARTER)
            )
            await self._told(answer, named)

    def _is_meant(self, act: str, key: str) -> bool:
        """Whether a key is meant: one that is held down does one thing once."""
        if not self.listens():
            return False
        is_again = self._last.is_again((act, key), 0)
        self._last.note((act, key), 0)
        return not is_again

    async def _told(self, answer: Result | None, what: str) -> None:
        if answer is not None:
            self.tell(labelled(event_word(answer.kind), what))
            await self.picture_changed()
