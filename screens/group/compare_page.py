"""The stores beside each other in one figure, the highest first, with what chance hardly does marked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.domain.group.comparison import Comparison, Measure, Month
from frontdesk.words.group.comparison import legend
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.group.compare_drawing import Columns, draw_headings, draw_month, draw_whole_group, highest, in_order
from screens.group.dialog import CLOSE, GroupDialog
from screens.group.drawing import turning
from screens.group.picture import ShowsGroup
from screens.group.store_list import OfficeTrouble
from screens.group.store_page import StorePage
from screens.kit.chosen_list import ChosenList
from screens.kit.dialog import Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.spans import Line, Span, line, wrap

_KEYS = (Key("f2", "measure(1)", N_("next figure"), ""), Key("f3", "measure(-1)", N_("figure before"), ""),
         Key("enter", "open", N_("the store"), ""))  # fmt: skip
_MEASURES = tuple(Measure)
_OTHER_ROWS, _FEWEST = 12, 3
"""How many rows the frame, the headings, the legend and the keys take; and how many stores are shown at least."""
_NOTES = 4
"""What the marks mean, and who was not heard of, in so many rows at most."""


class CompareList(ChosenList, ShowsGroup, can_focus=False):
    """The list; a store's number is its place among all of them by their codes."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "group", "measure")

    measure: var[Measure] = var(Measure.OVER_STAYS)

    def __init__(self) -> None:
        super().__init__(id="compared")
        self._found: Comparison | None = None
        self._shown: list[Month] = []

    def watch_group(self) -> None:
        """Put the stores in order where they were counted anew."""
        found = self.group.comparison if self.group is not None else None
        if found is not self._found:
            self._found = found
            self._put_in_order()

    def watch_measure(self) -> None:
        """Begin with the highest."""
        self._put_in_order()
        self.marked = self.numbers()[0] if self._shown else 0

    def _put_in_order(self) -> None:
        self._shown = in_order(self._found, self.measure) if self._found else []
        self._numbers = {
            month.code: number for number, month in enumerate(self._found.months if self._found else (), 1)
        }
        self.keep_mark()

    def numbers(self) -> Sequence[int]:
        return [self._numbers[month.code] for month in self._shown]

    @property
    def code(self) -> str:
        """The code of the marked store."""
        return next((month.code for month in self._shown if self._numbers[month.code] == self.marked), "")

    def build(self, width: int) -> list[Line]:
        self._touched = {}
        picture, found, measure = self.group, self._found, self.measure
        if picture is None:
            return [()]
        title = [*turning(picture), Span(f" {word(measure)}", "head")]
        if found is None:
            return [line(*title), line(Span(f" {_('counting …')}", "dim"))]
        columns, top = Columns.of(width), highest(found, measure)
        lines = [line(*title), draw_headings(columns), draw_whole_group(found, measure, columns, top)]
        notes = [line(Span(row, "dim")) for said in legend(found, picture.now) for row in wrap(said, width)][:_NOTES]
        room = max(_FEWEST, self.screen.size.height - _OTHER_ROWS - len(notes))
        first = self.first_in_view(room)
        for month in self._shown[first : first + room]:
            number = self._numbers[month.code]
            self._touched[len(lines)] = number
            lines.append(draw_month(found, measure, month, columns, top, marked=number == self.marked))
        return [*lines, *notes]


class ComparePage(GroupDialog):
    """The dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "go(-10)", show=False),
        Binding("pagedown", "go(10)", show=False),
        Binding("tab", "measure(1)", show=False),
        Binding("shift+tab", "measure(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        cls = ComparePage
        with Vertical(classes="dialog full") as box:
            box.border_title = _("The stores beside each other")
            yield OfficeTrouble().data_bind(cls.group)
            yield CompareList().data_bind(cls.group)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → the month before and after · ↑ ↓ PgUp PgDn choose a store"))

    def action_go(self, step: int) -> None:
        self.query_one(CompareList).action_go(step)

    def action_measure(self, step: int) -> None:
        """Show the next figure, or the one before."""
        shown = self.query_one(CompareList)
        shown.measure = _MEASURES[(_MEASURES.index(shown.measure) + step) % len(_MEASURES)]

    def action_open(self) -> None:
        """Enter: the page of the marked store."""
        code = self.query_one(CompareList).code
        if code:
            self.app.push_screen(StorePage(code))
