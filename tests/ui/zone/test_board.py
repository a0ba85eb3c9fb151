"""The board as lines: the bar of a car's time, a bay in which each time stands once, the lane as a table."""

from dataclasses import replace

import pytest

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import MINUTE, SECOND
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose, ZoneClock
from frontdesk.domain.zone.floor import Floor
from frontdesk.words.i18n import _
from screens.kit.spans import width_of
from screens.zone.board_drawing import BoardDrawing
from screens.zone.dwell_bar import dwell_bar, ticks

POLICY = Policy()
PLACES = {place.key: place for place in POLICY.places()}
NOW = 1_772_412_000_000


def car(number, place, minutes):
    came = NOW - minutes * MINUTE
    plate = Plate(f"苏A{number:05}")
    return Car(number, plate, Purpose.REPAIR, PLACES[place], came, ZoneClock(0, came), came)


def text(line):
    return "".join(span.text for span in line)


def drawn(cars, *, width=80, room=30, chosen=""):
    floor = Floor(tuple(PLACES.values()), tuple(cars))
    return BoardDrawing(floor, POLICY, NOW, width, room, Plate(chosen)).draw()


@pytest.mark.parametrize("policy", [POLICY, replace(POLICY, over_stay_s=600, over_stay_warning_s=300)])
@pytest.mark.parametrize("width", [12, 23, 40, 61])
def test_the_bar_reaches_a_tick_when_the_limit_is_reached_and_not_before(policy, width):
    warning, limit = ticks(policy, width)
    for tick, at in ((warning, policy.over_stay_warning_s * SECOND), (limit, policy.over_stay)):
        assert text(dwell_bar(at, policy, width, "over"))[tick] == "╋"
        assert text(dwell_bar(at - MINUTE * 3, policy, width, "ok"))[tick] == "┼"
    for minutes in (0, 1, 15, 20, 21, 600):
        assert width_of(dwell_bar(minutes * MINUTE, policy, width, "ok")) == width


def test_in_a_bay_a_time_stands_once():
    board = "\n".join(map(text, drawn([car(1, "bay1", 17)]).lines))
    assert (board.count("17:00"), board.count("-3:00"), board.count("LATE, not received")) == (1, 1, 1)
    assert "attention" in board


def test_the_lane_says_the_longest_first_and_how_many_are_left_out():
    board = drawn([car(n, "lane", n) for n in range(1, 20)], room=14)
    rows = [text(line) for line in board.lines if "苏A·" in text(line)]
    assert [row.split()[0] for row in rows] == [f"苏A·{n:05}" for n in range(19, 19 - len(rows), -1)]
    assert f"and {19 - len(rows)} more cars" in text(board.lines[board.beyond])
    assert len(board.lines) <= 14


def test_a_marked_car_is_always_in_view():
    cars = [car(n, "lane", n) for n in range(1, 20)]
    assert any("苏A·00001" in text(line) for line in drawn(cars, room=14, chosen="苏A00001").lines)


def test_where_all_fit_nothing_is_said_of_more():
    board = drawn([car(n, "lane", n) for n in range(1, 20)], room=40)
    assert board.beyond is None
    assert not any("more" in text(line) for line in board.lines)
    assert {width_of(line) for line in board.lines} == {80}


async def test_and_more_opens_the_whole_lane_and_marks_the_chosen_car(at_station, arrive, clock):
    arrive(*(f"苏G{n:05}" for n in range(16)))
    clock.at += MINUTE
    async with at_station("manager") as manager:
        await manager.reads("more cars")
        await manager.touch("more cars")
        await manager.dialog("ChooseDialog")
        await manager.reads("lane 13", "苏G·00015", "1:00 normal  to be received")
        await manager.press(*["down"] * 12, "enter")
        await manager.closed()
        await manager.until(lambda: manager.screen.chosen == "苏G00015")
        assert "苏G·00015" in manager.show("Board")


@pytest.mark.parametrize("station", ["reception", "manager"])
async def test_no_car_is_left_out_beside_empty_rows(at_station, arrive, clock, station):
    arrive(*(f"苏G{n:05}" for n in range(7)))
    clock.at += MINUTE
    async with at_station(station) as person:
        await person.reads("lane 4")
        assert all(f"苏G·{n:05}" in person.show("Board") for n in range(7))
        await person.press(*"苏A2", "f6")
        await person.until(lambda: f"F1 {_('help')}" in person.text and "▸ plate" in person.text)
        first, last = person.screen.query_one("CaseQueue").region, person.screen.query_one("#bottom").region
        assert first.bottom <= last.y
