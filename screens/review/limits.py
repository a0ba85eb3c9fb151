"""What a month would have been with other limits, from its own rows (Z7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk import in_child
from frontdesk.desk.review.what_if import what_if
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.review.what_if import Tried
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.review.month import trial_name
from frontdesk.words.times import duration
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, aligned, fit, line
from screens.kit.station import Station


class TriedLimits(Lines):
    """A line for each set of limits."""

    REDRAWN_BY = ("tried",)

    tried: var[tuple[Tried, ...]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return the limits with what they would have come to."""
        if not self.tried:
            return [line(Span(" " + _("The month is reckoned again …"), "dim"))]
        rows = [["", _("over-counts"), _("in all"), _("over-stays"), _("in all")]]
        rows += [
            [
                trial_name(each.trial),
                str(each.over_counts),
                duration(each.over_count_length),
                str(each.over_stays),
                duration(each.over_stay_length),
            ]
            for each in self.tried
        ]
        tones = ("dim", "head", *["plain"] * len(rows))
        shown = (" " + "  ".join(cells) for cells in aligned(rows, right=1))
        return [fit([Span(text, tone)], width) for text, tone in zip(shown, tones, strict=False)]


class LimitsDialog(CommandDialog[None]):
    """The month by the limits in force, then by others."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, station: Station, month: Month) -> None:
        super().__init__(station)
        self._month = month

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("{month} with other limits").format(month=self._month)
            yield TriedLimits()
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)

    async def on_mount(self) -> None:
        self.run_worker(self._load())

    async def _load(self) -> None:
        path = await self.ask(lambda desk: desk.path)
        if path is None:
            return
        try:
            tried = await in_child.ask(path, self._clock.now(), what_if, self._month)
        except FrontdeskError as error:
            self.complain(error)
            return
        for view in self.query(TriedLimits):
            view.tried = tried
