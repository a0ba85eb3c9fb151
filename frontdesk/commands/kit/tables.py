"""Compact tables on standard output. Everything in them is `Text`: no customer's word meets markup."""

import sys
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 200


def console() -> Console:
    """Return standard output, on which nothing but what is printed has a meaning; a pipe folds no lines."""
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
    """Return one line of a table too long to be laid out as one: each cell in a column of a fixed width."""
    return "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()
