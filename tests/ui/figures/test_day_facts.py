"""How a figure of the day stands out."""

from dataclasses import replace

import pytest

from frontdesk.desk.figures import reports
from frontdesk.domain.values.clock import MINUTE, SECOND
from screens.figures.day_facts import today_facts


@pytest.mark.parametrize(
    ("came_before", "back_before", "tone"),
    [(60 * SECOND, None, "head"), (61 * SECOND, None, "warn"), (20 * MINUTE, 60 * SECOND, "head"),
     (20 * MINUTE, 61 * SECOND, "warn")],
)  # fmt: skip
def test_who_is_to_be_received_is_late_as_on_the_board(desk, arrive, clock, *, came_before, back_before, tone):
    """Whoever came back from the lounge is to be received within a minute of that."""
    arrive("苏A12345")
    reports.refresh(desk)
    clock.at += came_before
    snapshot = desk.snapshot()
    (car,) = snapshot.floor.cars
    car = car._replace(back_at=None if back_before is None else clock.at - back_before)
    snapshot = snapshot._replace(floor=replace(snapshot.floor, cars=(car,)))
    facts = today_facts(snapshot, snapshot.today, clock.at)
    assert [(span.text, span.tone) for span in facts[1]] == [("to be received ", "dim"), ("1", tone)]
