"""Which checks come: each is switched on or off with a key, a first set of them with one (S3)."""

from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import var

from frontdesk.desk.checks import listing, switching
from frontdesk.desk.checks.listing import Listed
from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.shipped import STARTER
from frontdesk.domain.journal.result import Result
from frontdesk.words.checks import check_word, how_often
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, ends

_KEYS = (
    Key("f2", "switch", N_("on / off"), ""),
    Key("f4", "open", N_("open now"), ""),
    Key("f5", "starter", N_("first set"), ""),
)


class CheckList(ChosenList):
    """Every check, and whether it comes."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "checks")
    OTHER_ROWS = 10

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
        lines: list[Line] = []
        for place, check in self.in_view(self.checks, lines):
            marked = place == self.marked
            sign = "✓" if check.is_in_use else "·"
            tone = "chosen" if marked else "head" if check.is_in_use else "dim"
            title = Span(f" {'▸' if marked else ' '}{sign} {check_word(check)} ", tone)
            lines.append(ends([title], [Span(f" {how_often(check)} ", "plain" if check.is_in_use else "dim")], width))
        return lines


class SwitchDialog(ListPage[CheckList, Listed]):
    """Which checks there are."""

    TOPIC = "checks"
    KEYS = _KEYS
    LIST = CheckList
    TITLE = N_("Which checks come")
    HINT = N_("↑ ↓ or touch: choose · ✓ comes by itself")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Listed | None:
        return await self.ask(listing.listed)

    def show(self, view: CheckList, found: Listed) -> None:
        view.checks = found.checks

    async def action_switch(self) -> None:
        """F2: the marked check comes from now on, or comes no more."""
        check = self.view.check
        if check is None or not self._is_meant("switch", check.key):
            return
        command = switching.switch_off if check.is_in_use else switching.switch_on
        await self._told(await self.perform(command, check.key), check_word(check))

    async def action_open(self) -> None:
        """F4: open the marked check now, besides those that come."""
        check = self.view.check
        if check is not None and self._is_meant("open", check.key):
            await self._told(await self.perform(switching.open_now, check.key), check_word(check))

    async def action_starter(self) -> None:
        """F5: switch on what every store can begin with."""
        if self._is_meant("starter", ""):
            answer = await self.perform(switching.switch_on_all, STARTER)
            named = _(", ").join(check_word(check) for check in self.view.checks if check.key in set(STARTER))
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
