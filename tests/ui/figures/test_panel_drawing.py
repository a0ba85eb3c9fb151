"""The day as it is drawn in the rows that are left: bars, hours, figures; and that it is drawn only there."""

from typing import Any

import pytest

from frontdesk.desk.cases import register
from frontdesk.desk.figures import reports
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.words.figures.report import Fact
from screens.figures.panel_drawing import FEWEST, MOST, DayDrawing, HourOfDay
from screens.kit.spans import Line, width_of

CAME = (0, 3, 8, 1, 0)
DAY = tuple(HourOfDay(8 + at, came, came // 2, came == 8, came == 1) for at, came in enumerate(CAME))
FACTS = tuple(Fact(f"figure {number}", "mean 12:00, nine of ten within 20:00") for number in range(12))


def texts(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in each) for each in lines]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("rows", [FEWEST, 9, MOST, MOST + 20])
@pytest.mark.parametrize("hours", [DAY, DAY * 5, ()], ids=["a day", "the clock round", "closed"])
def test_it_fills_its_rows_and_none_is_too_long(width: int, rows: int, hours: Any) -> None:
    lines = DayDrawing(hours, FACTS, width, rows).draw()
    assert len(lines) == min(rows, MOST)
    assert {width_of(each) for each in lines} == {width}


@pytest.mark.parametrize("rows", [-3, 0, FEWEST - 1])
def test_where_it_has_no_room_it_is_not_there(rows: int) -> None:
    assert DayDrawing(DAY, FACTS, 120, rows).draw() == []


def test_a_bar_is_as_high_as_its_share_and_says_its_number() -> None:
    *_above, foot, hours, peaks = texts(DayDrawing(DAY, FACTS, 60, 9).draw())
    assert hours.split() == ["hour", "08", "09", "10", "11", "12"]
    assert peaks.split() == ["most", "at", "once", "·", "1", "4", "·", "·"]
    drawn = texts(DayDrawing(DAY, FACTS, 60, 9).draw())[1:-2]
    column = foot.index("█")
    of_three = "".join(row[column] for row in drawn)
    of_eight = "".join(row[column + 6] for row in drawn)
    assert of_eight.strip() == "8█████"
    assert of_three.strip() == "3▇█"
    assert foot[column + 12] == "▅"


def test_the_bars_are_drawn_narrower_before_a_figure_is_cut() -> None:
    *_above, last, _hours, _peaks = texts(DayDrawing(DAY * 2, FACTS, 120, 9).draw())
    assert last.rstrip().endswith(FACTS[0].text)


def test_too_many_at_once_is_red_and_the_present_hour_is_read_first() -> None:
    tones = {span.text.strip(): span.tone for each in DayDrawing(DAY, FACTS, 60, 9).draw() for span in each}
    assert (tones["4"], tones["11"], tones["10"]) == ("over", "head", "dim")


@pytest.mark.parametrize("size", [(120, 40), (120, 29), (80, 24)], ids=str)
async def test_it_stands_below_the_queue_of_a_big_window_only(at_station, arrive, staffed, size):
    arrive("苏A12341", "苏A12342")
    reports.refresh(staffed)
    async with at_station("manager", size=size) as manager:
        panel = manager.app.screen.query_one("DayPanel")
        await manager.reads("苏A·12342")
        if size[1] < 30:
            assert not panel.display
            assert "most at once" not in manager.text
            return
        await manager.reads("most at once", "wait until hand-over")
        queue = manager.app.screen.query_one("#queue").region
        assert queue.height >= 6
        assert queue.bottom == panel.region.y
        assert panel.region.bottom <= manager.app.screen.query_one("#bottom").region.y


async def test_lane_and_queue_have_the_right_of_way(at_station, arrive, staffed):
    arrive("苏A12341")
    reports.refresh(staffed)
    async with at_station("manager", size=(120, 40)) as manager:
        await manager.reads("most at once")
        before = manager.app.screen.query_one("DayPanel").region.height
        arrive(*(f"苏A2000{n}" for n in range(8)))
        await manager.reads(*(f"苏A·2000{n}" for n in range(8)))
        await manager.until(lambda: manager.app.screen.query_one("DayPanel").region.height < before)
        assert "more cars" not in manager.text
        for number in range(9):
            register.register(staffed, NewCase(
                channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer=f"客户{number}",
                phone="13812348000", plate=NO_PLATE, words="等得太久了",
            ))  # fmt: skip
        await manager.reads(*(f"客户{number}" for number in range(9)))
        await manager.until(lambda: not manager.app.screen.query_one("DayPanel").display)


async def test_it_is_drawn_anew_only_when_the_day_reads_otherwise(at_station, arrive, staffed, monkeypatch):
    arrive("苏A00001")
    reports.refresh(staffed)
    async with at_station("manager", size=(120, 60)) as manager:
        await manager.reads("most at once")
        drawn, draw = [], DayDrawing.draw

        def note(day):
            drawn.append(day)
            return draw(day)

        monkeypatch.setattr(DayDrawing, "draw", note)
        await manager.later(SECOND)
        arrive("苏A00002")
        await manager.reads("苏A·00002")
        assert drawn == []
        await manager.app.action_language()
        await manager.reads("最多在区")
        assert drawn
