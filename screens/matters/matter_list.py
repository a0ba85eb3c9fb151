"""The open matters as a list: what is owed first stands first, counting down (Z7)."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.matters.matter import Matter
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_word, time_left, title_of
from frontdesk.words.phrases import case_number
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, line, shortened

_KIND, _PERSON = 21, 12
_OF_THREE = 3
"""What is owed takes a third of the width at most, beside its time."""
_TONES = {ClockState.OVERDUE: "over", ClockState.SOON: "warn"}


class MatterList(ChosenList):
    """The open matters, next due first."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "matters")
    OTHER_ROWS = 9
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    matters: var[tuple[Matter, ...] | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a matter."""

    def __init__(self) -> None:
        super().__init__(id="matters")

    @property
    def matter(self) -> Matter | None:
        """The marked matter."""
        return next((matter for matter in self.matters or () if matter.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the matters."""
        return [matter.id for matter in self.matters or ()]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each matter in view."""
        snapshot = self.snapshot
        if snapshot is None or self.matters is None:
            return []
        lines: list[Line] = []
        if not self.matters:
            lines.append(line(Span(" " + _("Nothing has to be brought to an end."), "dim")))
        room = self.room()
        top = self.first_in_view(room)
        shown = self.matters[top : top + room]
        numbers = max((cell_len(case_number(matter.id)) for matter in shown), default=0) + 3
        kinds = min(_KIND, max((cell_len(word(matter.kind)) for matter in shown), default=0) + 1)
        for _number, matter in self.in_view(self.matters, lines):
            lines.append(self._row(matter, snapshot.policy.due_warning, (numbers, kinds, width)))
        below = len(self.matters) - top - room
        if below > 0:
            lines[-1] = fit([Span("   " + _("… {count} more").format(count=below + 1), "dim")], width)
        return lines

    def _row(self, matter: Matter, warning: int, room: tuple[int, int, int]) -> Line:
        """Return a line; `room`: how wide the number, the kind and all of it may be."""
        marked, (numbers, kinds, width) = matter.id == self.marked, room
        first = matter.next_due
        owed: list[Span] = []
        if first is not None:
            tone = _TONES.get(first.state(self.now, warning), "plain")
            said = shortened(due_word(first), width // _OF_THREE)
            owed = [Span(f"  {said} {time_left(first, self.now)} ", tone)]
        number = Span(f" {'▸' if marked else ' '}{case_number(matter.id)} ", "chosen" if marked else "head")
        kind = fit([Span(shortened(word(matter.kind), kinds - 1))], kinds)
        who = f" {shortened(first.person, _PERSON)}" if first and first.person else ""
        return ends([*fit([number], numbers), *kind, Span(f" {title_of(matter)}{who}")], owed, width)
