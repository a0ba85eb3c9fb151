"""How well the next hour is told, on the real month with one day left out at a time, and how long it takes."""

import time
from collections.abc import Iterable

import next_hours
from figures import Row, share

from frontdesk.domain.outlook.habits import Habits
from frontdesk.domain.outlook.outlook import Outlook
from frontdesk.domain.outlook.record import Said, kept
from frontdesk.domain.outlook.today import SoFar


def rows() -> Iterable[Row]:
    """Tell every half hour from 8 to 22 of each working day from the other ones."""
    took: list[float] = []

    def timed(habits: Habits, today: SoFar) -> Outlook:
        began = time.perf_counter()
        found = next_hours.ask(habits, today)
        took.append((time.perf_counter() - began) * 1000)
        return found

    sayings = list(next_hours.told(timed))
    said, usual = [each.said for each in sayings], next_hours.usual(sayings)
    brier, beside = next_hours.brier(said, sayings), next_hours.brier(usual, sayings)
    yield Row(f"outlook: 1000 Brier of {len(sayings)}, of the hour of day", 1000 * brier, "", 1000 * beside)
    yield Row("outlook: Brier skill", 1 - brier / beside, "", goal=">= 0.15")
    yield Row(
        "outlook: AUC, of the hour of day", next_hours.auc(said, sayings), "", next_hours.auc(usual, sayings), ">= 0.80"
    )
    for each in kept(Said(0, one.said, one.happened) for one in sayings):
        goal = "off by <= 10" if each.n >= 50 else ""
        yield Row(f"outlook: said and happened, n = {each.n}", 100 * each.said, "%", 100 * each.happened, goal)
    yield Row("outlook: one, p50", share(took, 0.5), "ms")
    yield Row("outlook: one, p99", share(took, 0.99), "ms", goal="<= 5")
