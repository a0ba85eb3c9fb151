"""When clocks with pauses are due, reckoned a second time in another way (Q1–Q3, C3, C5, C6, C15, C16, C18).

The second way knows no datetimes and no remaining time: it takes the pauses out of the stretches of time that count,
and walks along the rest until as much has passed as lies before the due time without pauses.
"""

from collections.abc import Callable, Iterator
from itertools import count, takewhile

import pytest
from examples import examples
from hypothesis import given
from random_cases import DAY, MIDNIGHT, RAW, DrawnCase, case

from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.deadlines import Deadline
from frontdesk.domain.values.clock import MINUTE

FAR = 120
"""No day that counts for so many days: there is none."""
NEW_YEAR_2027 = 31


def _opening(found: DrawnCase, day: int) -> tuple[int, int] | None:
    hours = found.weekly[(day + 1) % 7]  # the first day is a Tuesday
    if hours is None or day in found.closed:
        return None
    return MIDNIGHT + day * DAY + hours[0] * MINUTE, MIDNIGHT + day * DAY + hours[1] * MINUTE


def _is_worked(found: DrawnCase, day: int) -> bool:
    if found.own:
        return _opening(found, day) is not None
    return found.published.get(day, (day + 1) % 7 not in (5, 6))


def _first_answer(found: DrawnCase) -> tuple[int, Callable[[int], bool]]:
    day = (found.started_at - MIDNIGHT) // DAY
    while (hours := _opening(found, day)) is None or hours[1] < found.started_at:
        day += 1
    return hours[1], lambda _: True


def _working_days(found: DrawnCase, days: int) -> tuple[int, Callable[[int], bool]]:
    last = (found.started_at - MIDNIGHT) // DAY
    while days:
        last += 1
        days -= _is_worked(found, last)
    both = [day for day in range(last, last + FAR) if _is_worked(found, day) and _opening(found, day)][:1]
    ends = both or [day for day in range(last, last + FAR) if _opening(found, day)]
    hours = _opening(found, ends[0])
    assert hours
    return hours[1], (lambda day: _is_worked(found, day)) if both else lambda _: True


def _week(found: DrawnCase) -> tuple[int, Callable[[int], bool]]:
    day = (found.started_at - MIDNIGHT) // DAY + found.week
    while (hours := _opening(found, day)) is None:
        day += 1
    return hours[1], lambda _: True


def _records(found: DrawnCase) -> tuple[int, Callable[[int], bool] | None]:
    left, on_site = found.records_s * 1000, max(found.agreed_at, found.started_at) + found.records_on_site_s * 1000
    for opens, closes in _counted(found, lambda _: True):
        if opens + left <= closes:
            usual = opens + left
            return (usual, lambda _: True) if usual <= on_site else (on_site, None)
        left -= closes - opens
    raise AssertionError


def _counted(found: DrawnCase, counts: Callable[[int], bool] | None) -> Iterator[tuple[int, int]]:
    """Return the stretches of time that count, from its beginning on, day by day."""
    for day in count((found.started_at - MIDNIGHT) // DAY):
        whole = (MIDNIGHT + day * DAY, MIDNIGHT + (day + 1) * DAY)
        hours = whole if counts is None else _opening(found, day) if counts(day) else None
        if hours is not None and hours[1] > found.started_at:
            yield max(hours[0], found.started_at), hours[1]


def _running(found: DrawnCase, counts: Callable[[int], bool] | None) -> Iterator[tuple[int, int]]:
    """Return what is left of these stretches where the pauses are taken out."""
    for opens, closes in _counted(found, counts):
        begins = opens
        for pause in found.pauses:
            if begins < min(pause.since, closes):
                yield begins, min(pause.since, closes)
            begins = max(begins, pause.until)
        if begins < closes:
            yield begins, closes


def _second_computation(name: ClockName, found: DrawnCase) -> Deadline:
    counts: Callable[[int], bool] | None = None
    if name is ClockName.FIRST_ANSWER:
        due, counts = _first_answer(found)
    elif name is ClockName.QUALITY_ANSWER:
        due, counts = _working_days(found, found.quality_days)
    elif name is ClockName.FULL_ANSWER:
        due, counts = _working_days(found, found.full_days)
    elif name is ClockName.AGREE_DATE:
        due, counts = _week(found)
    elif name is ClockName.MATERIAL:
        due, counts = _records(found)
    elif name in (ClockName.PROMISED, ClockName.LEGAL):
        due = found.agreed_at
    else:
        due = found.started_at + 1000 * (found.head_informed_s if name is ClockName.HEAD_INFORMED else found.on_site_s)
    before = takewhile(lambda stretch: stretch[0] < due, _counted(found, counts))
    left = sum(min(due, ends) - begins for begins, ends in before)
    for begins, ends in _running(found, counts) if left else ():
        if left <= ends - begins:
            due = begins + left
            break
        left -= ends - begins
    return Deadline(due, _hangs_on_nobodys_list(name, found, due))


def _hangs_on_nobodys_list(name: ClockName, found: DrawnCase, due: int) -> bool:
    if found.own or name not in (ClockName.QUALITY_ANSWER, ClockName.FULL_ANSWER):
        return False
    days = range((found.started_at - MIDNIGHT) // DAY + 1, (due - 1 - MIDNIGHT) // DAY + 1)

    def is_known(day: int) -> bool:
        # The last seven days of a year hang on the next year's list as well.
        years = {2027, 2028} if day >= NEW_YEAR_2027 + 358 else {2027} if day >= NEW_YEAR_2027 else {2026}
        return (years | ({2027} if day >= NEW_YEAR_2027 - 7 else set())) <= set(found.years)

    return any(day not in found.published and not is_known(day) for day in days)


@pytest.mark.parametrize("name", ClockName)
@examples(400, 9_000)
@given(raw=RAW)
def test_against_a_second_computation(name: ClockName, raw: bytes) -> None:
    found = case(raw)
    assert found.due(name, *found.pauses) == _second_computation(name, found)
