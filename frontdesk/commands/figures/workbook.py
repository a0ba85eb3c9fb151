"""Figures as a workbook: a sheet of figures, and one with the hours or the days and their chart."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference

from frontdesk.commands.kit.charts import lay_out
from frontdesk.commands.kit.table_files import add_sheet
from frontdesk.domain.figures.period import Report
from frontdesk.words.figures.report import facts, title
from frontdesk.words.i18n import _


def write(path: Path, report: Report) -> None:
    """Write a workbook into a new file."""
    book = Workbook(write_only=True)
    add_sheet(book, _("figures"), [(title(report), ""), *facts(report)], {"A": 28, "B": 60})
    bars = report.bars
    heading = (_("day") if report.is_month else _("hour"), _("arrivals"), _("most cars at once"))
    sheet = add_sheet(book, heading[0], [heading, *((bar.name, bar.arrivals, bar.peak) for bar in bars)])
    sheet.add_chart(_chart(sheet, report, heading, len(bars) + 1), "E2")
    book.save(path)


def _chart(sheet: object, report: Report, heading: tuple[str, str, str], last: int) -> BarChart:
    """Return a chart: bars for who came, a line for how many stood in the zone at once."""
    names = Reference(sheet, min_col=1, min_row=2, max_row=last)
    chart, line = BarChart(), LineChart()
    for each, column in ((chart, 2), (line, 3)):
        each.add_data(Reference(sheet, min_col=column, min_row=1, max_row=last), titles_from_data=True)
        each.set_categories(names)
    lay_out(chart, title(report), across=heading[0])
    chart += line
    return chart
