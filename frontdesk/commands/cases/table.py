"""Cases as a table on standard output, a line each with all running clocks; other columns make room for these (C12)."""

from collections.abc import Sequence
from functools import partial

from rich.cells import cell_len, set_cell_size
from rich.table import Table

from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.tables import row, table
from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.table_columns import Column
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.cases.clock_line import LOOSE, ClockLine, clock_line
from frontdesk.words.cases.clocks import in_print
from frontdesk.words.cases.lines import numbered
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word

_YIELDS = (Column.KIND, Column.STAGE, Column.SEVERITY, Column.CUSTOMER)
"""The columns that are left out, in this order, if the clocks need the room."""
_GAP = 2
"""How many cells are between two columns."""
_NAME = 10
"""How many cells a name takes that stands in the place of a plate."""


def case_table(cases: Sequence[Case], session: Session, now: Millis, width: int) -> Table:
    """Return cases as a table of `width` cells."""
    for left_out in range(len(_YIELDS) + 1):
        cells = _cells(cases, frozenset(_YIELDS[:left_out]))
        room = width - sum(max(map(cell_len, column)) + _GAP for column in zip(*cells, strict=True))
        clocks = [_clocks(case, session, now, room) for case in cases]
        if all(line is None or line.between == LOOSE for line in clocks):
            break
    made = table(*cells[0], _("clocks"))
    for column in made.columns:
        column.no_wrap = True
    for texts, line in zip(cells[1:], clocks, strict=True):
        row(made, (*texts, line.text if line else "—"))
    return made


def _cells(cases: Sequence[Case], left_out: frozenset[Column]) -> list[tuple[str, ...]]:
    """Return the headings and the cells of the columns before the clocks."""
    return [_of_columns(_headings(), left_out), *(_of_columns(_row(case, left_out), left_out) for case in cases)]


def _of_columns(cells: dict[Column, str], left_out: frozenset[Column]) -> tuple[str, ...]:
    return tuple(text for column, text in cells.items() if column not in left_out)


def _headings() -> dict[Column, str]:
    return {
        Column.NUMBER: _("complaint"),
        Column.STAGE: _("stage"),
        Column.SEVERITY: _("severity"),
        Column.KIND: _("kind"),
        Column.CUSTOMER: _("customer"),
        Column.PLATE: _("plate"),
    }


def _row(case: Case, left_out: frozenset[Column]) -> dict[Column, str]:
    name = case.customer if Column.CUSTOMER in left_out else ""
    if cell_len(name) > _NAME:
        name = set_cell_size(name, _NAME - 1).rstrip() + "…"
    return {
        Column.NUMBER: numbered(case),
        Column.STAGE: word(case.stage),
        Column.SEVERITY: word(case.severity),
        Column.KIND: word(case.kind),
        Column.CUSTOMER: case.customer or "—",
        Column.PLATE: show_plate(case.plate) or name or "—",
    }


def _clocks(case: Case, session: Session, now: Millis, room: int) -> ClockLine | None:
    if not case.is_open:
        return None
    warning = session.snapshot.policy.due_warning
    return clock_line(case, now, warning, partial(in_print, now=now, zone=session.zone), room)
