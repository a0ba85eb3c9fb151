"""The checks that are to be done, those of this station first; Enter opens one (S3)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.checks import listing
from frontdesk.desk.checks.listing import Listed
from frontdesk.domain.checks.check import Round
from frontdesk.words.checks import drill_line, marks, round_word, share_line, told
from frontdesk.words.i18n import N_, _
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import short_time
from screens.checks.doing import CheckDialog
from screens.checks.switching import SwitchDialog
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, ends, line, shortened
from screens.kit.store_zone import store_zone

_KEYS = (Key("f2", "switch", N_("which checks"), ""),)
_MARKED = 2


class RoundList(ChosenList):
    """The rounds that are to be done, and how many of this week were done in time."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "found")
    OTHER_ROWS = 12
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    found: var[Listed | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a round."""

    def __init__(self, station: str) -> None:
        super().__init__(id="rounds")
        self._station = station

    @property
    def rounds(self) -> list[Round]:
        """The rounds to be done, those of this station first."""
        if self.found is None:
            return []
        stations = {check.key: check.station for check in self.found.checks}
        return sorted(self.found.open_rounds, key=lambda each: stations.get(each.check, "") not in {"", self._station})

    def numbers(self) -> list[int]:
        """Return the numbers of the rounds."""
        return [each.matter or 0 for each in self.rounds]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return the share of the week, a line for each round in view, and what is marked for the review."""
        found, snapshot = self.found, self.snapshot
        if found is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        lines = [line(Span(share_line(found.week), "head"))]
        if not found.open_rounds:
            said = _("No check is switched on yet: F2.")
            if found.next_at is not None:
                at = short_time(found.next_at, zone, self.now)
                said = _("Nothing is to be checked now; next {at}.").format(at=at)
            lines.append(line(Span(f" {said}", "dim")))
        for _number, each in self.in_view(self.rounds, lines):
            lines.append(self._row(each, width))
        for each in found.marked[-_MARKED:]:
            said = labelled(f"{case_number(each.matter or 0)} {round_word(each)}", " · ".join(marks(each)))
            lines.append(line(Span(shortened(f" ! {said}", width), "warn")))
        lines.append(line(Span(shortened(f" {drill_line(found.drill, zone, self.now)}", width), "dim")))
        return lines

    def _row(self, each: Round, width: int) -> Line:
        snapshot, marked = self.snapshot, each.matter == self.marked
        if snapshot is None:
            return ()
        tone = "over" if self.now > each.due_at else "plain"
        left = f" {' · '.join(told(each, store_zone(snapshot), self.now))} "
        title = f" {'▸' if marked else ' '}{case_number(each.matter or 0)} {round_word(each)} "
        return ends([Span(title, "chosen" if marked else "head")], [Span(left, tone)], width)


class ChecksDialog(ListPage[RoundList, Listed]):
    """The checks to be done, live."""

    TOPIC = "checks"
    KEYS = _KEYS
    LIST = RoundList
    TITLE = N_("Checks")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def rows(self) -> RoundList:
        return RoundList(self._station.desk.actor.station)

    async def read(self) -> Listed | None:
        return await self.ask(listing.listed)

    def show(self, view: RoundList, found: Listed) -> None:
        view.found = found
        view.keep_mark()

    @on(RoundList.Opened)
    def action_open(self) -> None:
        """Enter: do the marked check."""
        number = self.view.marked
        if number and self.listens():
            self.app.push_screen(CheckDialog(self._station, number))

    def action_switch(self) -> None:
        """F2: which checks there are, and which of them come."""
        if self.listens():
            self.app.push_screen(SwitchDialog(self._station))
