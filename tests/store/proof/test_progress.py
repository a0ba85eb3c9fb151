"""Looking over all of a store tells how far it is, and is stopped at once, also while SQLite works by itself."""

from itertools import pairwise
from pathlib import Path

import pytest

from data.engine import connection as connections
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor import examination
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate

ACTOR = Actor("command", "王五")


@pytest.fixture
def store(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(8):
        zone.arrive(desk, Plate(f"苏A1000{number}"))
    monkeypatch.setattr(connections, "_STEPS_BETWEEN_LOOKS", 100)
    return desk.path


def test_one_bar_goes_from_nothing_to_the_end(store: Path) -> None:
    told: list[tuple[int, int]] = []
    examination.examine(store, ACTOR, thorough=True, progress=lambda done, of: told.append((done, of)))
    (whole,) = {of for _, of in told}
    assert all(before <= after for (before, _), (after, _) in pairwise(told))
    assert told[0][0] == 0
    # While SQLite checked the pages, too.
    assert len({done for done, _ in told}) > 5
    assert whole // 2 < told[-1][0] <= whole


@pytest.mark.parametrize("share", [0.05, 0.4])
def test_it_is_stopped_in_any_part(store: Path, share: float) -> None:
    def stop(done: int, of: int) -> None:
        if done > share * of:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examination.examine(store, ACTOR, thorough=True, progress=stop)


def test_a_large_one_is_looked_at_without_its_pages(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "IN_FULL_UP_TO", 0)
    found = {each.name for each in examination.examine(store, ACTOR)}
    assert "proved_part" in found
    assert not {"whole", "proved_all", "search", "shown"} & found
