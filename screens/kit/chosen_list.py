"""A list in which ↑ ↓ or a touch marks one entry; only the rows in view are drawn."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.reactive import var

from screens.kit.live_lines import LiveLines


class ChosenList(LiveLines, can_focus=True):
    """A list of entries that have numbers. The mark stays with its entry, whatever becomes of the others."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("marked",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    marked: var[int] = var(0)
    """The number of the marked entry; 0 for none."""

    def __init__(self, *, id: str, marked: int = 0) -> None:
        super().__init__(id=id)
        self.set_reactive(ChosenList.marked, marked)
        self._touched: dict[int, int] = {}
        """The number of the entry on each row."""

    def numbers(self) -> Sequence[int]:
        """Return the numbers of the entries, in the order they are listed."""
        raise NotImplementedError

    def action_go(self, step: int) -> None:
        """Move the mark down by this many entries."""
        numbers = self.numbers()
        if numbers:
            place = numbers.index(self.marked) + step if self.marked in numbers else 0
            self.marked = numbers[max(0, min(place, len(numbers) - 1))]

    def keep_mark(self) -> None:
        """Mark the first entry where the marked one is not there any more."""
        numbers = self.numbers()
        if self.marked not in numbers:
            self.marked = numbers[0] if numbers else 0

    def first_in_view(self, room: int) -> int:
        """Return the position of the first entry in a view of this size, chosen so that the marked one is in view."""
        numbers = self.numbers()
        place = numbers.index(self.marked) if self.marked in numbers else 0
        return max(0, min(place - room // 2, len(numbers) - room))

    def on_click(self, event: Click) -> None:
        self.marked = self._touched.get(event.y, self.marked)
