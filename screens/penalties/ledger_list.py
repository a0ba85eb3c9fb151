"""A month of the ledger as a list: each person's sum, each penalty, and the details of the marked one (Z8)."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.penalties.month import Ledger
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.penalties import charged, entry_words, grounds, money
from frontdesk.words.phrases import case_number, labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of, wrap
from screens.kit.store_zone import store_zone

_NAME = 18
_ROOMY = 32
"""From this many rows on, long texts may take more than one line."""
_TONES = {
    PenaltyState.PROPOSED: "warn",
    PenaltyState.SIGNED: "head",
    PenaltyState.APPEALED: "warn",
    PenaltyState.UPHELD: "over",
    PenaltyState.COUNTERED: "dim",
}


class LedgerList(ChosenList):
    """The penalties of a month; the current month also lists all that still wait for somebody. ← → change the month."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "ledger")
    OTHER_ROWS = 10
    """How many rows the frame, the text box, a long sentence and the keys take."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    ledger: var[Ledger | None] = var(None)

    @dataclass
    class Turned(Message):
        """The user asks for another month, this many months later."""

        months: int

    def __init__(self) -> None:
        super().__init__(id="ledger")
        self._heading: Line = ()

    @property
    def penalties(self) -> tuple[Penalty, ...]:
        """The penalties to choose from, in the order they were proposed."""
        ledger = self.ledger
        if ledger is None:
            return ()
        waiting = ledger.waiting if ledger.begins <= self.now < ledger.ends else ()
        found = {penalty.id: penalty for penalty in (*waiting, *ledger.penalties)}
        return tuple(found[number] for number in sorted(found))

    @property
    def penalty(self) -> Penalty | None:
        """The marked penalty."""
        return next((penalty for penalty in self.penalties if penalty.id == self.marked), None)

    def build(self, width: int) -> list[Line]:
        """Return the month and its sums, a line for each penalty in view, then the records of the marked one."""
        ledger, snapshot = self.ledger, self.snapshot
        if ledger is None or snapshot is None:
            return []
        lines = self._head(ledger, width)
        about = self._about(snapshot, width)
        listed = self.penalties
        if not listed:
            lines.append(line(Span(" " + _("no penalty in this month"), "dim")))
        for _number, penalty in self.in_view(listed, lines, taken=len(lines) + len(about)):
            lines.append(self._row(penalty, ledger, width))
        return [*lines, *about]

    def numbers(self) -> list[int]:
        """Return the numbers of the penalties."""
        return [penalty.id for penalty in self.penalties]

    def action_turn(self, months: int) -> None:
        self.post_message(self.Turned(months))

    def on_click(self, event: Click) -> None:
        """Turn the month if an arrow was touched, or mark the touched penalty."""
        if event.y == 0 and event.x < width_of(self._heading):
            self.action_turn(-1 if event.x < width_of(self._heading) // 2 else 1)

    def _head(self, ledger: Ledger, width: int) -> list[Line]:
        self._heading = line(Span(" ◂ ", "key"), Span(str(ledger.month), "head"), Span(" ▸ ", "key"))
        total = labelled(_("total"), money(sum(ledger.sums.values())))
        lines: list[Line] = [ends(self._heading, [Span(f"{total} ", "head")], width)]
        sums = " · ".join(f"{person} {charged(total)}" for person, total in ledger.sums.items())
        return [*lines, *(line(Span(f" {row}")) for row in _at_most(2, sums, width - 2) if sums)]

    def _row(self, penalty: Penalty, ledger: Ledger, width: int) -> Line:
        marked = penalty.id == self.marked
        number = Span(f" {'▸' if marked else ' '}{case_number(penalty.id)} ", "chosen" if marked else "head")
        name = Span(f"{shortened(penalty.person, _NAME)} ")
        state = Span(f" {word(penalty.state)} ", _TONES[penalty.state])
        amount = charged(ledger.sum_of(penalty)) if penalty in ledger.penalties else "—"
        plate = fit([Span(f" {show_plate(penalty.plate)}")], 14)
        return ends([number, *plate, *fit([name], _NAME + 1), state], [Span(f"{amount} ", "head")], width)

    def _about(self, snapshot: Snapshot, width: int) -> list[Line]:
        """Return the reason for the marked penalty and all its entries, from any month."""
        penalty, zone = self.penalty, store_zone(snapshot)
        if penalty is None:
            return []
        lines: list[Line] = [line(Span("─" * width, "dim"))]
        lines += [line(Span(f" {row}", "head")) for row in wrap(grounds(penalty, self.now, zone), width - 2)]
        most = 3 if self.screen.size.height >= _ROOMY else 1
        for entry in penalty.entries:
            told = _at_most(most, entry_words(entry, self.now, zone), width - 2)
            lines += [line(Span(f" {row}")) for row in told]
        return lines


def _at_most(most: int, text: str, width: int) -> list[str]:
    """Return the text in at most this many lines; the last one shows if it is cut."""
    rows = wrap(text, width)
    if len(rows) <= most:
        return rows
    for row in rows[: most - 1]:
        text = text.removeprefix(row).lstrip()
    return [*rows[: most - 1], shortened(text, width)]
