"""Draws the stores beside each other in one figure, the highest first. Pure: values in, lines out."""

from typing import NamedTuple

from rich.cells import cell_len

from frontdesk.domain.group.comparison import DIFFERS, Comparison, Measure, Month, Rate, Standing
from frontdesk.domain.values.text import clean_line
from frontdesk.words.group.comparison import MARKS, interval, per_hundred
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.group.drawing import STANDS
from screens.kit.spans import Line, Span, fit, line, shortened

_CODE, _CARS, _TIMES, _RATE, _INTERVAL, _BAR = 10, 8, 6, 12, 13, 24
_NAME = 16
"""How wide names are at least where more than the mark is said of how a store stands."""
_WIDE = 100


class Columns(NamedTuple):
    """How wide each column is; the bars and words only where there is room."""

    name: int
    bar: int
    said: int

    @classmethod
    def of(cls, width: int) -> "Columns":
        """Return the columns of a list of this width."""
        bar = _BAR if width >= _WIDE else 0
        left = width - 3 - (_CODE + 1) - (_CARS + _TIMES + _RATE + _INTERVAL + 4) - (bar and bar + 1)
        said = 2 + max(cell_len(word(standing)) for standing in DIFFERS)
        said = said if left - said - 1 >= _NAME else 1
        return cls(max(8, left - said - 1), bar, said)


def in_order(found: Comparison, measure: Measure) -> list[Month]:
    """Return the stores, the highest rate first; last those without a car."""

    def place(month: Month) -> tuple[float, str]:
        per_car = found.rate(measure, month).per_car
        return (1.0 if per_car is None else -per_car, month.code)

    return sorted(found.months, key=place)


def draw_headings(columns: Columns) -> Line:
    """Return the names of the columns."""
    spans = [
        Span("   "),
        *fit([Span(_("code"), "dim")], _CODE + 1),
        *fit([Span(_("store name"), "dim")], columns.name + 1),
    ]
    texts = (_("arrivals"), _("times"), _("for 100 cars"), _("95 % interval"))
    for text, wide in zip(texts, (_CARS, _TIMES, _RATE, _INTERVAL), strict=True):
        short = shortened(text, wide)
        spans += [Span(" " * (wide - cell_len(short)) + short, "dim"), Span(" ")]
    return tuple(spans)


def draw_whole_group(found: Comparison, measure: Measure, columns: Columns, top: float) -> Line:
    """Return the whole group on one line."""
    rate = found.rate(measure)
    names = [Span("   "), *fit([Span(_("the whole group"), "head")], _CODE + columns.name + 2)]
    return (*names, *_figures(rate, columns, "head", rate.per_car, top))


def draw_month(
    found: Comparison, measure: Measure, month: Month, columns: Columns, top: float, *, marked: bool
) -> Line:
    """Return a store on one line."""
    rate, standing = found.rate(measure, month), found.standing(measure, month)
    tone = STANDS[standing]
    spans = [
        Span(" ▸ " if marked else "   "),
        *fit([Span(shortened(month.code, _CODE))], _CODE + 1),
        *fit([Span(shortened(clean_line(month.name, None), columns.name))], columns.name + 1),
        *_figures(rate, columns, tone, found.rate(measure).per_car, top),
        Span(_said(standing, columns.said), tone),
    ]
    return tuple(Span(span.text, "chosen") for span in spans) if marked else line(*spans)


def _said(standing: Standing, room: int) -> str:
    """Return how a store stands beside the group: nothing of one that is like it, and the mark alone in little room."""
    mark = MARKS[standing]
    return f"{mark} {word(standing)}" if standing in DIFFERS and room > 1 else mark


def highest(found: Comparison, measure: Measure) -> float:
    """Return where the bars end: a little above the highest rate of a store that says something."""
    rates = [found.rate(measure, month) for month in found.months if month.cars]
    return 1.25 * max((rate.per_car or 0.0 for rate in rates), default=0.0)


def _figures(rate: Rate, columns: Columns, tone: str, usual: float | None, top: float) -> Line:
    counted = f"{rate.cars:>{_CARS},} {rate.times:>{_TIMES},} "
    spans = [Span(counted), Span(f"{per_hundred(rate):>{_RATE}} ", tone), Span(f"{interval(rate):>{_INTERVAL}} ")]
    if columns.bar:
        spans.append(Span(_bar(rate, columns.bar, usual, top) + " ", tone))
    return tuple(spans)


def _bar(rate: Rate, width: int, usual: float | None, top: float) -> str:
    """Return the interval as a bar with the rate in it; ┊ is where the whole group stands."""
    if rate.per_car is None or not top:
        return " " * width

    def column(value: float) -> int:
        return min(width - 1, max(0, round(value / top * (width - 1))))

    low, high = column(rate.low), column(rate.high)
    signs = ["─" if low <= place <= high else " " for place in range(width)]
    if usual is not None:
        signs[column(usual)] = "┊"
    signs[column(rate.per_car)] = "●"
    return "".join(signs)
