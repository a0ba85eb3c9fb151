"""A month's review as a workbook: its causes with their chart, its cases, its measures (Z7)."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference

from frontdesk.commands.kit.charts import lay_out
from frontdesk.commands.kit.table_files import Cell, add_sheet
from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.measures.measure import Measure
from frontdesk.domain.review.month import MonthsCauses, ReviewCase
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.measures import expected_line
from frontdesk.words.review.month import cause_word
from frontdesk.words.times import days_of_the_week

_HOURS = tuple(map(str, range(24)))


def write(path: Path, month: MonthUnderReview, causes: MonthsCauses, zone: ZoneInfo) -> None:
    """Write a workbook into a new file."""
    book = Workbook(write_only=True)
    heading = (_("cause"), _("cases"), _("cumulated"))
    lines = month.pareto.lines
    rows = [(cause_word(line.cause), line.cases, round(line.cumulated, 4)) for line in lines]
    sheet = add_sheet(book, _("causes"), [heading, *rows], {"A": 36})
    if lines:
        sheet.add_chart(_pareto(sheet, str(month.review.month), len(lines) + 1), "E2")
    named = (_("number"), _("kind"), _("plate"), _("began"), _("lasted"), _("cause"), _("said by"))
    add_sheet(
        book, _("cases"), [named, *(_case(case, month, zone) for case in causes.cases)], {"B": 12, "D": 18, "F": 36}
    )
    week: list[tuple[Cell, ...]] = [("", *_HOURS)]
    week += [(day, *counts) for day, counts in zip(days_of_the_week(), causes.week.table, strict=True)]
    add_sheet(book, _("hours"), week)
    about = (_("number"), word(MatterKind.MEASURE), _("cause"), _("state"), _("sees to it"), _("expected"))
    add_sheet(book, _("measures"), [about, *map(_measure, month.measures)], {"B": 48})
    book.save(path)


def _case(case: ReviewCase, month: MonthUnderReview, zone: ZoneInfo) -> tuple[Cell, ...]:
    escalation, said = case.escalation, month.causes.get(case.escalation.id)
    return (
        escalation.id,
        word(escalation.kind),
        show_plate(escalation.plate) if escalation.plate else "",
        to_datetime(escalation.crossed_at, zone),
        timedelta(milliseconds=escalation.lasted(escalation.crossed_at)),
        cause_word(said.cause if said else None),
        said.who if said else "",
    )


def _measure(measure: Measure) -> tuple[Cell, ...]:
    about = (measure.id, measure.matter.title, cause_word(measure.cause) if measure.cause else "")
    return (*about, word(measure.state), measure.owner, expected_line(measure))


def _pareto(sheet: object, title: str, last: int) -> BarChart:
    """Return a chart: bars for how many cases, a line for what they add up to."""
    chart, line = BarChart(), LineChart()
    for each, column in ((chart, 2), (line, 3)):
        each.add_data(Reference(sheet, min_col=column, min_row=1, max_row=last), titles_from_data=True)
        each.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    lay_out(chart, title)
    line.y_axis.delete = False
    line.y_axis.axId, line.y_axis.crosses = 200, "max"
    line.y_axis.number_format, line.y_axis.scaling.min, line.y_axis.scaling.max = "0%", 0, 1
    chart += line
    return chart
