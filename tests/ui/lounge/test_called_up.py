"""A call on the lounge's display: it blinks and rings once, by the clock, in a demo too."""

import pytest
from lounge_display import inverted_rows, is_big

from frontdesk.desk import lounge as tickets
from frontdesk.desk import store_time
from frontdesk.domain.values.store_time import StoreTime
from screens.kit.big_digits import rows_high

SECOND, MINUTE = 1_000, 60_000


@pytest.mark.usefixtures("waiting")
async def test_a_call_blinks_for_ten_seconds_by_the_clock_and_rings_once(at_station, staffed, monkeypatch):
    async with at_station("lounge") as lounge:
        rung = []
        monkeypatch.setattr(lounge.app, "bell", lambda: rung.append(lounge.clock.at))
        assert inverted_rows(lounge) == 0
        tickets.call(staffed, 2)
        called_at = lounge.clock.at
        await lounge.until(lambda: is_big(lounge, "A002", 2))
        await lounge.until(lambda: inverted_rows(lounge) == 3 + rows_high(2))
        for second in range(1, 10):
            await lounge.later(SECOND)
            assert (inverted_rows(lounge) > 0) is (second % 2 == 0)
            assert "please come now" in lounge.text
        for _second in range(4):
            await lounge.later(SECOND)
            assert inverted_rows(lounge) == 0
        assert "called 0:13 ago" in lounge.text
        assert rung == [called_at]


@pytest.mark.usefixtures("waiting")
async def test_the_second_call_blinks_and_rings_again_and_says_so(at_station, staffed, monkeypatch):
    tickets.call(staffed, 2)
    async with at_station("lounge") as lounge:
        await lounge.later(MINUTE)
        rung = []
        monkeypatch.setattr(lounge.app, "bell", lambda: rung.append(1))
        tickets.call(staffed, 2)
        await lounge.reads("second call · please come now")
        assert inverted_rows(lounge) > 0
        await lounge.later(2 * SECOND)
        assert rung == [1]


@pytest.mark.usefixtures("waiting")
async def test_a_paused_sound_does_not_ring(at_station, staffed, monkeypatch):
    async with at_station("lounge") as lounge:
        rung = []
        monkeypatch.setattr(lounge.app, "bell", lambda: rung.append(1))
        await lounge.press("ctrl+s")
        await lounge.reads("sound off until 10:13")
        tickets.call(staffed, 2)
        await lounge.reads("please come now")
        await lounge.later(11 * MINUTE)
        tickets.call(staffed, 2)
        await lounge.reads("second call")
        assert rung == [1]


@pytest.mark.usefixtures("waiting")
async def test_a_call_blinks_as_long_in_a_demo_as_in_life(at_station, staffed):
    store_time.set_to(staffed, StoreTime(staffed.clock.at, staffed.clock.at, 20.0, "demo"))
    tickets.call(staffed, 1)
    async with at_station("lounge") as lounge:
        await lounge.reads("please come now", "DEMO")
        assert inverted_rows(lounge) > 0
        await lounge.later(SECOND)
        assert inverted_rows(lounge) == 0
        await lounge.later(SECOND)
        assert inverted_rows(lounge) > 0
        await lounge.later(8 * SECOND)
        assert "please come now" not in lounge.text
