"""A guided demo: where it waits, for how long, and what is left to the visitor."""

import pytest

from frontdesk.domain.demo import HELD_AT_MOST, HELD_FOR, LINGERS, Moment, Stop, Tour, What, go_along, is_left
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.demo import says

GUARD, MANAGER = StationKind.GUARD, StationKind.MANAGER
FULL, LATE = Stop(What.DECIDE, ("full",)), Stop(What.LATE, ("late",))
HELD = go_along(Tour(), Moment(MANAGER, FULL, 0, is_held=False, has_dialog=False))


def _at(running: int, first: Stop | None = FULL, *, station: StationKind = MANAGER, held: bool = True,
        dialog: bool = False) -> Moment:  # fmt: skip
    return Moment(station, first, running, held, dialog)


def test_it_waits_at_the_first_prompt_of_a_station_and_at_no_later_one() -> None:
    assert go_along(Tour(), _at(0, None, held=False)).stop is None
    assert (HELD.stop, HELD.station) == (FULL, MANAGER)
    over = go_along(HELD, _at(HELD_FOR))
    assert over.stop is None
    assert go_along(over, _at(HELD_FOR + 1, LATE, held=False)).stop is None
    assert go_along(over, _at(HELD_FOR + 1, LATE, station=GUARD, held=False)).stop == LATE


@pytest.mark.parametrize(
    ("moment", "waits"),
    [
        (_at(HELD_FOR - 1), True),
        (_at(HELD_FOR), False),
        # Somebody is at a dialog, though what it answers is answered already.
        (_at(HELD_FOR, dialog=True), True),
        (_at(HELD_AT_MOST - 1, None, dialog=True), True),
        (_at(HELD_AT_MOST, None, dialog=True), False),
        # A key let it go on; the visitor went to another station where nothing is up.
        (_at(1, held=False), False),
        (_at(1, None, station=GUARD), False),
    ],
)
def test_how_long_it_waits(moment: Moment, waits: bool) -> None:
    assert (go_along(HELD, moment).stop is not None) is waits


def test_the_visitor_who_goes_on_to_another_station_is_waited_for_there() -> None:
    assert go_along(HELD, _at(5, LATE, station=GUARD)).stop == LATE


def test_an_answer_lets_it_go_on_once_it_could_be_read() -> None:
    answered = go_along(HELD, _at(1_000, None))
    assert go_along(answered, _at(999 + LINGERS, None)).stop == FULL
    assert go_along(answered, _at(1_000 + LINGERS, None)).stop is None
    # Taken back, or a dialog came up for it: it is not over.
    assert go_along(answered, _at(1_000 + LINGERS)).stop == FULL
    at_a_dialog = go_along(answered, _at(1_001, None, dialog=True))
    closed = go_along(at_a_dialog, _at(60_000, None))
    assert closed.stop is None


def test_how_long_it_still_waits() -> None:
    assert [HELD.left(at) for at in (0, HELD_FOR - 1, HELD_FOR, HELD_AT_MOST)] == [HELD_FOR, 1, 0, 0]
    at_a_dialog = go_along(HELD, _at(1_000, None, dialog=True))
    assert [at_a_dialog.left(at) for at in (HELD_FOR, HELD_AT_MOST - 1, HELD_AT_MOST)] == [
        HELD_AT_MOST - HELD_FOR,
        1,
        0,
    ]
    answered = go_along(HELD, _at(1_000, None))
    assert [answered.left(at) for at in (1_000, 1_000 + LINGERS)] == [LINGERS, 0]


@pytest.mark.parametrize(
    ("tour", "is_paused", "said"),
    [
        (HELD, True, "F8 takes it on, then decide"),
        (go_along(HELD, _at(1, dialog=True)), True, "the demo waits while this is open"),
        (go_along(HELD, _at(1, None, dialog=True)), True, "the demo waits while this is open"),
        (go_along(HELD, _at(1, None)), True, "done: the day goes on"),
        (go_along(go_along(HELD, _at(1, None)), _at(2)), True, "F8 takes it on, then decide"),
        (go_along(HELD, _at(HELD_FOR)), False, "The day plays itself."),
        (Tour(), True, "Time stands still."),
    ],
)
def test_it_says_what_it_does_now(tour: Tour, is_paused: bool, said: str) -> None:
    assert says(tour, is_paused=is_paused) == said


@pytest.mark.parametrize(
    ("came_up", "sat_down", "now", "rate", "left"),
    [
        (0, 0, 14_999, 1.0, True),
        (0, 0, 15_000, 1.0, False),
        (0, 0, 299_999, 20.0, True),
        (0, 0, 300_000, 20.0, False),
        (0, 200_000, 499_999, 20.0, True),
        (0, 200_000, 500_000, 20.0, False),
    ],
)
def test_what_is_left_to_a_visitor(came_up: int, sat_down: int, now: int, rate: float, left: bool) -> None:
    assert is_left(came_up, sat_down, now, rate) is left
