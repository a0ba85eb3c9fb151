"""A list in which ↑ ↓ or a touch marks one entry; only the rows in view are drawn."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.reactive import var

from frontdesk.words.i18n import _
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, fit, line, shortened

E = TypeVar("E")


class ChosenList(LiveLines, can_focus=True):
    """A list of entries that have numbers. The mark stays with its entry, whatever becomes of the others."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("marked",)
    OTHER_ROWS: ClassVar[int] = 8
    """So many rows of the window go to everything else: the frame, a box to type in, the keys."""
    FEWEST: ClassVar[int] = 3
    """So many entries are in view in the lowest window too."""
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

    def room(self, taken: int = 0) -> int:
        """Return how many entries are in view; `taken`: so many rows go to what else the list says."""
        return max(self.FEWEST, self.screen.size.height - self.OTHER_ROWS - taken)

    def in_view(self, entries: Sequence[E], lines: list[Line], *, taken: int = 0) -> Iterator[tuple[int, E]]:
        """Give those of all entries that are in view, each with its number.

        Whatever is put behind `lines` for one is where it is touched.
        """
        self._touched = {}
        room = self.room(taken)
        top = self.first_in_view(room)
        for number, entry in zip(self.numbers()[top : top + room], entries[top : top + room], strict=True):
            first = len(lines)
            yield number, entry
            self._touched |= dict.fromkeys(range(first, len(lines)), number)

    def entry_row(self, number: int, said: str, width: int, tone: str = "plain") -> Line:
        """Return an entry that takes one row: its mark, and what is said of it."""
        marked = number == self.marked
        return fit([Span(shortened(f" {'▸' if marked else ' '}{said}", width), "chosen" if marked else tone)], width)

    def more_below(self, taken: int = 0) -> list[Line]:
        """Return a line that says how many entries are below those in view; none where none are."""
        room = self.room(taken)
        below = len(self.numbers()) - self.first_in_view(room) - room
        return [line(Span("   " + _("… {count} more").format(count=below), "dim"))] if below > 0 else []

    def on_click(self, event: Click) -> None:
        touched = self._touched.get(event.y)
        if touched is not None and touched in self.numbers():
            self.marked = touched
