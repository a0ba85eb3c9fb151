"""Everything a station is asked, one line each, to answer any of it (Z4a, Z5, Z6)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from frontdesk.domain.escalations.alerts import Item, key_of
from frontdesk.domain.escalations.panel import Row
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_, _
from screens.escalations.prompt_line import row_line
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.spans import Line, Span, line

_KEYS = (Key("enter", "answer", N_("answer"), ""), Key("f8", "answer", N_("answer"), ""))


class AllPrompts(ChosenList):
    """The prompts, the errands and what is offered. The mark stays with its line, whatever becomes of the others."""

    FEWEST = 1

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="all-prompts")
        self._station = station
        self._numbers: dict[object, int] = {}

    def rows(self) -> dict[int, Row]:
        """Return a line for each by its number, which it keeps as long as it is asked."""
        snapshot = self.snapshot
        found = snapshot.rows(self._station, self.now, self.live.who) if snapshot else ()
        each = [Row(key_of(item), (item,)) for row in found for item in row.items]
        return {self._numbers.setdefault(row.key, len(self._numbers) + 1): row for row in each}

    def numbers(self) -> list[int]:
        """Return the numbers of the lines."""
        return list(self.rows())

    @property
    def item(self) -> Item | None:
        """What is marked."""
        row = self.rows().get(self.marked)
        return row.first if row else None

    def build(self, width: int) -> list[Line]:
        """Return how many there are, then the lines in view."""
        snapshot, rows = self.snapshot, self.rows()
        if snapshot is None or not rows:
            return [line(Span(" " + _("no prompts"), "head"))]
        if self.marked not in rows:
            self.set_reactive(AllPrompts.marked, next(iter(rows)))
        shown = min(len(rows), self.room())
        top = self.first_in_view(shown)
        unshown, asked = (
            snapshot.unshown_at(self._station),
            snapshot.count_asked(self._station, self.now, self.live.who),
        )
        heading = _("prompts {count}").format(count=asked)
        if others := len(rows) + unshown - asked:
            heading += " · " + _("{count} more need no answer").format(count=others)
        heading += f" ({top + 1}–{top + shown})" if shown < len(rows) else ""
        lines: list[Line] = [line(Span(f" {heading}", "head"))]
        for number, row in self.in_view(list(rows.values()), lines):
            mark = Span("▸ ", "chosen") if number == self.marked else Span("  ")
            room = width - mark.width
            lines.append((mark, *row_line(row, snapshot, self._station, self.now, room, listed=True)))
        if unshown:
            lines.append(line(Span("   " + _("… {count} more: Ctrl+F for all").format(count=unshown), "dim")))
        return lines


class PromptList(CommandDialog[Item]):
    """Choose one of all that is asked; gives it, to be answered."""

    TOPIC = "escalations"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def compose(self) -> ComposeResult:
        """Lay out the list and the keys."""
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("All prompts")
            yield AllPrompts(self._station.STATION).data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((*_KEYS[1:], CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose · F8 or Enter answers it"))

    async def on_mount(self) -> None:
        """Ready for ↑ ↓."""
        await super().on_mount()
        self.query_one(AllPrompts).focus()

    def action_answer(self) -> None:
        """Give what is marked."""
        if self.listens():
            self.dismiss(self.query_one(AllPrompts).item)
