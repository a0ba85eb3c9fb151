"""The drills as a list, the newest first; above them by when the next ones are due."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.drills import Listed
from frontdesk.words.drills import drill_line, due_line
from frontdesk.words.i18n import _
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, line, shortened
from screens.kit.store_zone import store_zone


class DrillList(ChosenList):
    """What is due next, then a line for each drill in view."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "found")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    found: var[Listed | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a drill."""

    def __init__(self) -> None:
        super().__init__(id="drills")

    def numbers(self) -> list[int]:
        """Return the numbers of the drills."""
        return [each.drill.id for each in self.found.drills] if self.found else []

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return the dues, the earliest first, then the drills in view."""
        found, snapshot = self.found, self.snapshot
        if found is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        lines: list[Line] = []
        for kind, at in sorted(found.due, key=lambda due: due[1]):
            said = shortened(f" {due_line(kind, at, zone, self.now)}", width)
            lines.append(line(Span(said, "over" if self.now > at else "dim")))
        if not found.drills:
            lines.append(line(Span(f" {_('No drill is planned yet: F2.')}", "head")))
        for number, each in self.in_view(found.drills, lines, taken=len(lines)):
            lines.append(self.entry_row(number, drill_line(each.drill, zone, self.now, runs=each.runs), width))
        return lines
