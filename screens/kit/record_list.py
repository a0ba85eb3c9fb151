"""A list of things on record, each on one line with its number; Enter opens the marked one."""

from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, line

T = TypeVar("T")


class Entry(NamedTuple):
    """One of them as it is listed; what is over is dim."""

    number: int
    text: str
    is_over: bool


class RecordList(ChosenList, Generic[T]):
    """The list; a subclass says how each is listed in `entry`."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "records")
    EMPTY: ClassVar[str] = ""
    """What stands there where there is nothing."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    records: var[tuple[Any, ...] | None] = var(None)

    class Opened(Message):
        """Enter was pressed on one."""

    def __init__(self) -> None:
        super().__init__(id="records")

    def entry(self, record: T) -> Entry:
        """Return how one is listed."""
        raise NotImplementedError

    def numbers(self) -> list[int]:
        """Return the numbers of what is listed."""
        return [record.matter.id for record in self.records or ()]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each in view."""
        if self.snapshot is None or self.records is None:
            return []
        if not self.records:
            return [line(Span(" " + _(self.EMPTY), "dim"))]
        lines: list[Line] = []
        for number, record in self.in_view(self.records, lines):
            entry = self.entry(record)
            said = f"{case_number(entry.number)} {entry.text}"
            lines.append(self.entry_row(number, said, width, "dim" if entry.is_over else "plain"))
        return lines

    def put(self, found: tuple[Any, ...]) -> None:
        """Show what is on record: what is under way first."""
        self.records = tuple(sorted(found, key=lambda record: (not record.matter.is_open, -record.matter.id)))
        self.keep_mark()
