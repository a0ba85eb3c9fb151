"""The comparison of stores as a workbook: a sheet of all, and one for each measure with its funnel.

A funnel shows every store by its cars and its rate, between the lines within which chance leaves stores that are alike.
"""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import Reference, ScatterChart, Series

from frontdesk.commands.kit.charts import lay_out
from frontdesk.commands.kit.table_files import Cell, add_sheet
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.group.comparison import FEWEST, Comparison, Measure, limits
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word

_POINTS = 24
_CHART_AT, _LINES_FROM = "J2", 27
"""Where a funnel is drawn, beside the stores; and the column from which on its lines stand, behind it."""
_STORES_TO = 8
"""The last column of the stores."""
_RATES = "0.0"


def write(path: Path, month: Month, found: Comparison) -> None:
    """Write a workbook into a new file."""
    book = Workbook(write_only=True)
    headings = (_("code"), _("store name"), _("province"), _("complete"), _("arrivals"), *map(word, Measure))
    rows: list[tuple[Cell, ...]] = [headings]
    for each in found.months:
        complete = _("yes") if found.is_whole(each) else _("no")
        counts = (each.counts[measure] for measure in Measure)
        rows.append((each.code, each.name, each.province, complete, each.cars, *counts))
    rows.append(("", _("the whole group"), "", "", found.cars, *(found.rate(measure).times for measure in Measure)))
    add_sheet(book, str(month), rows, {"A": 12, "B": 28, "C": 12})
    for measure in Measure:
        _add_measure(book, measure, found)
    book.save(path)


def _add_measure(book: Workbook, measure: Measure, found: Comparison) -> None:
    counted = (
        _("arrivals"),
        _("times"),
        _("for 100 cars"),
        _("interval from"),
        _("interval to"),
        _("beside the group"),
    )
    headings = (_("code"), _("store name"), *counted)
    between: list[Cell] = [None] * (_LINES_FROM - _STORES_TO - 1)
    limited = (_("arrivals"), _("the whole group"), _("lower limit"), _("upper limit"))
    rows: list[list[Cell]] = [[*headings, *between, *limited]]
    for each in sorted(found.months, key=lambda each: -(found.rate(measure, each).per_car or 0)):
        rate = found.rate(measure, each)
        figures = [
            None if rate.per_car is None else round(100.0 * value, 3) for value in (rate.per_car or 0, *rate[2:])
        ]
        rows.append([each.code, each.name, each.cars, rate.times, *figures, word(found.standing(measure, each))])
    lines = _lines(measure, found)
    for number, line in enumerate(lines, 1):
        if number == len(rows):
            rows.append([None] * len(headings))
        rows[number] = [*rows[number], *between, *line]
    sheet = add_sheet(book, word(measure), rows, {"A": 12, "B": 28, "H": 22}, decimals=_RATES)
    if lines:
        sheet.add_chart(_funnel(sheet, measure, len(found.months), len(lines)), _CHART_AT)


def _lines(measure: Measure, found: Comparison) -> list[tuple[Cell, ...]]:
    """Return the lines of the funnel: cars, the group's rate, and from where on a store counts as lower or higher."""
    usual, most = found.rate(measure).per_car, max((month.cars for month in found.months), default=0)
    if not usual or most < FEWEST:
        return []
    steps = sorted({round(FEWEST + (most - FEWEST) * (step / _POINTS) ** 2) for step in range(_POINTS + 1)})
    return [(cars, *(round(100 * rate, 3) for rate in (usual, *limits(measure, usual, cars)))) for cars in steps]


def _funnel(sheet: object, measure: Measure, stores: int, points: int) -> ScatterChart:
    chart = ScatterChart(scatterStyle="lineMarker")
    lay_out(chart, word(measure), across=_("arrivals"), upward=_("for 100 cars"), height=14)
    chart.x_axis.scaling.min = chart.y_axis.scaling.min = 0
    cars, rates = (Reference(sheet, min_col=column, min_row=2, max_row=stores + 1) for column in (3, 5))
    shown = Series(rates, cars, title=_("stores"))
    shown.marker.symbol, shown.marker.size, shown.graphicalProperties.line.noFill = "circle", 6, True
    chart.series.append(shown)
    along = Reference(sheet, min_col=_LINES_FROM, min_row=2, max_row=points + 1)
    for column in range(_LINES_FROM + 1, _LINES_FROM + 4):
        values = Reference(sheet, min_col=column, min_row=1, max_row=points + 1)
        line = Series(values, along, title_from_data=True)
        line.marker.symbol, line.smooth = "none", False
        chart.series.append(line)
    return chart
