"""A list of which only the rows in view are drawn: which they are, what is touched where, how many more there are."""

from types import SimpleNamespace
from typing import Any

import pytest

from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Span, line

HEAD, ROWS_OF_EACH = 1, 2


class Entries(ChosenList):
    """Ten entries under a heading, each in two rows, in a window that has room for `high`."""

    high, count = 4, 10

    def numbers(self):
        return list(range(10, 10 + self.count))

    def room(self, taken=0):
        return self.high - taken

    def build(self, width):
        lines = [line(Span("head"))]
        for number, entry in self.in_view("abcdefghij", lines):
            lines += [line(Span(f"{number} {entry}"))] * ROWS_OF_EACH
        return [*lines, *self.more_below()]


def touch(y: int) -> Any:
    return SimpleNamespace(y=y)


@pytest.mark.parametrize(
    ("marked", "shown", "more"), [(10, "abcd", 6), (12, "abcd", 6), (14, "cdef", 4), (19, "ghij", 0), (99, "abcd", 6)]
)
def test_the_marked_one_is_in_view(marked, shown, more):
    entries = Entries(id="entries", marked=marked)
    said = ["".join(span.text for span in each) for each in entries.build(40)]
    assert [each[-1] for each in said[HEAD : HEAD + len(shown) * ROWS_OF_EACH : ROWS_OF_EACH]] == list(shown)
    assert said[HEAD + len(shown) * ROWS_OF_EACH :] == ([f"   … {more} more"] if more else [])


@pytest.mark.parametrize(("y", "marked"), [(0, 10), (1, 10), (2, 10), (3, 11), (8, 13), (9, 10), (50, 10)])
def test_every_row_of_an_entry_marks_it(y, marked):
    entries = Entries(id="entries", marked=10)
    entries.build(40)
    entries.on_click(touch(y))
    assert entries.marked == marked


def test_one_that_is_gone_is_not_marked_where_it_stood():
    entries = Entries(id="entries", marked=10)
    entries.build(40)
    entries.count = 1
    entries.on_click(touch(3))
    assert entries.marked == 10
