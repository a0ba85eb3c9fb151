"""How well the next hour is told on a real month, each day from the others: the goals, and that nothing leaks."""

import next_hours
import pytest

from frontdesk.domain.outlook.habits import Habits, PastDay
from frontdesk.domain.outlook.record import Said, by_likelihood
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.values.clock import MINUTE


def test_the_goals() -> None:
    sayings = list(next_hours.told())
    said, usual = [each.said for each in sayings], next_hours.usual(sayings)
    skill = 1 - next_hours.brier(said, sayings) / next_hours.brier(usual, sayings)
    auc = next_hours.auc(said, sayings)
    assert len(sayings) == 629 and sum(each.happened for each in sayings) == 61
    assert skill >= 0.2, skill
    assert auc >= 0.83 and auc > next_hours.auc(usual, sayings) + 0.25
    for each in by_likelihood(Said(0, one.said, one.happened) for one in sayings):
        assert each.n < 50 or abs(each.said - each.happened) <= 0.06


def test_what_comes_later_changes_nothing_that_is_said() -> None:
    found = next_hours.days()
    day = max(found, key=lambda each: len(found[each]))
    habits = Habits.of([PastDay.of(next_hours.span_of(each), stretches) for each, stretches in found.items()])
    for at in next_hours.instants(day)[::4]:
        known = [
            (since, until if until is not None and until <= at else None) for since, until in found[day] if since <= at
        ]
        whole, part = (SoFar.of(next_hours.span_of(day), at, each) for each in (found[day], known))
        assert next_hours.ask(habits, whole) == next_hours.ask(habits, part)


@pytest.mark.parametrize(("after", "what"), [(-MINUTE, True), (0, None), (MINUTE, None), (5 * MINUTE, False)])
def test_what_happened_is_what_began_within_the_hour(after: int, what: bool | None) -> None:
    stretches = [(0, 5 * MINUTE)] * next_hours.LIMIT
    assert next_hours.happened(stretches, after) is what
