"""What ended with nobody having acted: the latest is asked about first, and very many are not counted to the end."""

import pytest

from data.escalations import unexplained
from frontdesk.desk.desk import Desk
from frontdesk.domain.picture.shown import UNEXPLAINED_COUNTED
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE
from screens.escalations.prompt_drawing import draw_prompts
from screens.kit.live import Live

LASTED = [3, 1, 9, 2, 5]
LEAST = 2 * MINUTE


def put(desk: Desk, minutes: list[int]) -> None:
    """Put crossings on record that lasted so many minutes, with nobody having acted or said why."""
    for number, lasted in enumerate(minutes, 1):
        at = desk.now() - (len(minutes) - number + 1) * 10 * MINUTE
        desk.connection.execute(
            "insert into escalations (id, kind, subject, plate, crossed_at, raised_at, state, revision, plan, level,"
            " based_at, called_at, calls, cleared_at, cleared_from, outcome) values (?1, 'over_count', 'zone', '', ?2,"
            """ ?2, 'cleared', 2, '{"stages": [{"after": 0, "roles": ["manager"]}]}', 1, ?2, ?2, 1, ?3, 'raised',"""
            " 'unhandled')",
            (number, at, at + lasted * MINUTE),
        )


@pytest.mark.forged
@pytest.mark.parametrize("are_few", [True, False])
def test_the_latest_come_first_however_they_are_looked_up(desk: Desk, are_few: bool) -> None:
    put(desk, LASTED)
    found = unexplained.latest(desk.connection, LEAST, limit=3, are_few=are_few)
    assert [each.id for each in found] == [5, 4, 3]


@pytest.mark.forged
@pytest.mark.parametrize(("most", "counted"), [(3, 4), (4, 4), (5, 4), (2, 3)])
def test_no_more_are_counted_than_one_beyond_the_most(desk: Desk, most: int, counted: int) -> None:
    put(desk, LASTED)
    assert unexplained.count(desk.connection, LEAST, most) == counted


@pytest.mark.forged
@pytest.mark.parametrize(
    ("count", "said"),
    [
        (UNEXPLAINED_COUNTED, "99 ended with nobody having acted"),
        (UNEXPLAINED_COUNTED + 1, "more than 99 ended with nobody having acted"),
        (UNEXPLAINED_COUNTED + 50, "more than 99 ended with nobody having acted"),
    ],
)
def test_the_manager_reads_how_many(desk: Desk, count: int, said: str) -> None:
    put(desk, [3] * count)
    live = Live(desk.snapshot(), desk.now(), desk.actor)
    drawn = draw_prompts(live, StationKind.MANAGER, 80, 24)
    assert "".join(span.text for span in drawn.lines[0]).strip().startswith(said)
