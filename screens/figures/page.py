"""The page of figures: a day hour by hour or a month day by day, with bars; ← → go back and forth."""

from contextlib import suppress
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk import in_child
from frontdesk.desk.figures import reports
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.period import Report
from frontdesk.domain.figures.today import day_before
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import StoreError
from frontdesk.words.figures.report import bar, facts, title
from frontdesk.words.i18n import N_, _
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.outlook.actions import look_ahead

_KEYS = (Key("f2", "switch", N_("day / month"), ""), Key("f3", "outlook", N_("next hour"), ""))
_FIGURE = 5


class Figures(Lines):
    """The figures, then a bar for each hour or day."""

    REDRAWN_BY = ("report",)

    report: var[Report | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return the title, each figure, and the bars."""
        report = self.report
        if report is None:
            return [()]
        lines: list[Line] = [line(Span(title(report), "head"))]
        listed = facts(report)
        name = max(cell_len(fact.name) for fact in listed) + 2
        for fact in listed:
            first, *rest = wrap(fact.text, max(20, width - name))
            lines.append((*fit([Span(fact.name, "dim")], name), Span(first)))
            lines += [(*fit([Span("")], name), Span(row)) for row in rest]
        return [*lines, *self._bars(report, width)]

    def _bars(self, report: Report, width: int) -> list[Line]:
        bars = report.bars if report.is_month else report.lively
        most = max((each.arrivals for each in bars), default=0)
        highest = max((each.peak for each in bars), default=0)
        room = max(8, (width - 3 * _FIGURE - 6) // 2)
        lines: list[Line] = []
        if bars:
            heading = [Span(" " * (_FIGURE + 2)), *fit([Span(_("arrivals"), "dim")], room + _FIGURE + 2)]
            lines.append((*heading, Span(_("most cars at once"), "dim")))
        for each in bars:
            tone = "over" if each.is_over else "plain"
            left = fit([Span(f"{bar(each.arrivals, most, room)} {each.arrivals}", "key")], room + _FIGURE + 2)
            right = Span(f"{bar(each.peak, highest, room - _FIGURE)} {each.peak}", tone)
            lines.append((*fit([Span(each.name, "dim")], _FIGURE + 2), *left, right))
        return lines


class FiguresDialog(CommandDialog[None]):
    """A day or a month; F2 switches between the two."""

    TOPIC = "figures"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._day: date | None = None
        """A day of what is on the screen; None for the present one."""
        self._by_month = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("In figures")
            with Rest(id="figures"):
                yield Figures()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → the day or month before and after · ↑ ↓ scroll"))

    async def on_mount(self) -> None:
        self.query_one(Rest).focus()
        await self._load()

    async def picture_changed(self) -> None:
        if self.query(Figures):
            await self._load()

    async def action_switch(self) -> None:
        """F2: the month of the day, or a day of the month."""
        self._by_month = not self._by_month
        await self._load()

    async def action_outlook(self) -> None:
        """F3: what is told of the next hour."""
        await look_ahead(self._station)

    async def action_turn(self, by: int) -> None:
        """Go to the day or the month before or after, at most to the present one."""
        today = self._today()
        day = self._day or today
        if self._by_month:
            month = Month(day.year, day.month).later(by)
            wanted = date(month.year, month.number, 1)
        else:
            wanted = day_before(day) if by < 0 else date.fromordinal(day.toordinal() + 1)
        is_present = (wanted.year, wanted.month) >= (today.year, today.month) if self._by_month else wanted >= today
        self._day = None if is_present else wanted
        await self._load()

    def _today(self) -> date:
        return to_datetime(self._station.now, store_zone(self._station.latest())).date()

    async def _load(self) -> None:
        meant = self._day, self._by_month
        day = self._day or self._today()
        if self._by_month:
            month = Month(day.year, day.month)
            await self._catch_up(month)
            report = await self.ask(reports.of_month, month)
        else:
            report = await self.ask(reports.of_day, day)
        # Meanwhile another day may have been asked for, or the dialog closed.
        if report is not None and meant == (self._day, self._by_month) and self.query(Figures):
            self.query_one(Figures).report = report

    async def _catch_up(self, month: Month) -> None:
        """Have many stale days reckoned by a process of its own."""
        first, last = reports.days_of(month)
        stale = await self.ask(reports.count_stale, first, last)
        if stale is not None and stale > reports.AT_ONCE:
            path = await self.ask(lambda desk: desk.path)
            if path is not None:
                # Where it cannot be done there, it is done here.
                with suppress(StoreError):
                    await in_child.ask(path, self._clock.now(), reports.catch_up, first, last)
