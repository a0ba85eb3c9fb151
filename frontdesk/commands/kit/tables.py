"""Compact tables on standard output. Every cell is `Text`, so that a customer's words are never read as markup."""

import sys
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 200


def console() -> Console:
    """Return standard output without any markup or highlighting; no line is folded in a pipe."""
    width = None if sys.stdout.isatty() else _WIDE
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)


def table(*headings: str) -> Table:
    """Return an empty table."""
    made = Table(box=None, pad_edge=False)
    for heading in headings:
        made.add_column(Text(heading))
    return made


def row(of: Table, cells: Iterable[str]) -> None:
    """Add a row to a table."""
    of.add_row(*(Text(cell) for cell in cells))


def padded(cells: Iterable[str], widths: Iterable[int]) -> str:
    """Return one line of a table that is too long to be laid out as a whole; each cell has a column of fixed width."""
    return "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()
