"""The part of a long list that is known: what is in view comes first, then more; each row is read about once."""

import random
from itertools import count

import pytest

from frontdesk.domain.cases.case import Case, CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.search import CasePart
from frontdesk.domain.values.plates import NO_PLATE
from screens.cases.window import CaseWindow, Gap

ROWS = 10


def case(number):
    return Case(
        number,
        0,
        Channel.PHONE,
        CaseKind.PRODUCT,
        Severity.ORDINARY,
        Stage.REGISTERED,
        "",
        "",
        NO_PLATE,
        "",
        None,
        "",
        (),
    )


class Store:
    """A list of cases that is read by place; `is_counted`: how many there are is known before all are read."""

    def __init__(self, count, *, is_counted=True):
        self.cases = [case(number) for number in range(1, count + 1)]
        self.is_counted = is_counted
        self.read = 0

    def part(self, gap):
        found = tuple(self.cases[gap.first : gap.first + gap.limit])
        self.read += len(found)
        if self.is_counted:
            return CasePart(found, gap.first, len(self.cases))
        is_exact = gap.first + gap.limit >= len(self.cases)
        return CasePart(found, gap.first, min(len(self.cases), gap.first + gap.limit + 1), is_exact)

    def fill(self, window, most=20):
        """Read until nothing is wanted; return how often that was."""
        for turn in range(most):
            gap = window.wanted()
            if gap is None:
                return turn
            window.take(self.part(gap))
        raise AssertionError("it is read without an end")

    def shown(self, window):
        """Whether every row in view is what stands at its place."""
        end = min(window.top + window.rows, len(self.cases))
        return [window.at(place) for place in range(window.top, end)] == self.cases[window.top : end]


def opened(store):
    window = CaseWindow(rows=ROWS)
    store.fill(window)
    return window


@pytest.mark.parametrize("is_counted", [True, False])
def test_what_is_in_view_is_read_first_and_no_more_than_that(is_counted):
    store, window = Store(500, is_counted=is_counted), CaseWindow(rows=ROWS)
    first = window.wanted()
    assert first == Gap(0, ROWS, is_in_view=True)
    window.take(store.part(first))
    assert store.shown(window)
    ahead = window.wanted()
    assert ahead and not ahead.is_in_view
    window.take(store.part(ahead))
    assert window.wanted() is None


@pytest.mark.parametrize("is_counted", [True, False])
@pytest.mark.parametrize("step", [1, 3, ROWS - 1])
def test_whoever_goes_down_and_up_again_finds_every_row_there_already(is_counted, step):
    store = Store(300, is_counted=is_counted)
    window = opened(store)
    for by in (step, -step):
        before = store.read
        for _ in range(300 // step + 1):
            window.go(by)
            assert store.shown(window)
            store.fill(window)
        assert store.read - before <= 300 * 1.5
    assert window.top == 0
    assert len(window.part.cases) <= 10 * ROWS


@pytest.mark.parametrize("is_counted", [True, False])
def test_a_leap_reads_what_is_in_view_there(is_counted):
    store = Store(1000, is_counted=is_counted)
    window = opened(store)
    window.go(10**9)
    if is_counted:
        assert window.wanted() == Gap(1000 - ROWS, ROWS, is_in_view=True)
    store.fill(window)
    assert store.shown(window)


@pytest.mark.parametrize("seed", range(30))
def test_a_list_that_changes_between_two_readings_is_shown_as_it_is(seed):
    chance, new = random.Random(seed), count(1000)
    store = Store(200, is_counted=chance.random() < 0.5)
    window = opened(store)
    for _ in range(40):
        window.go(chance.choice((1, -1, ROWS, -ROWS, 10**9, -(10**9))))
        if (gap := window.wanted()) and chance.random() < 0.5:
            # It changes while it is read, and nobody has heard of it yet.
            del store.cases[chance.randrange(len(store.cases) - 1)]
            window.take(store.part(gap))
            store.fill(window)
        if chance.random() < 0.5:
            store.cases.insert(chance.randrange(len(store.cases)), case(next(new)))
            window.ask_anew()
            store.fill(window)
            assert store.shown(window)
        store.fill(window)
        numbers = [each.id for each in window.part.cases]
        assert len(set(numbers)) == len(numbers)


def test_the_mark_stays_on_its_case_when_others_come_before_it():
    store = Store(100)
    window = opened(store)
    window.go(45)
    store.fill(window)
    marked = window.marked
    store.cases.insert(3, case(999))
    window.ask_anew()
    store.fill(window)
    assert window.marked == marked
    assert store.shown(window)


def test_what_was_counted_is_told_until_something_changes():
    store = Store(100)
    window = CaseWindow(rows=ROWS)
    assert window.counted is None
    store.fill(window)
    assert window.counted == 100
    window.ask_anew()
    assert window.counted is None
    store.fill(window)
    window.ask_other()
    assert window.counted is None
    unsure = opened(Store(100, is_counted=False))
    assert unsure.counted is None
