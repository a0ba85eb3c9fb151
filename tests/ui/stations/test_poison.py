"""Whatever is on record within the schema can be shown: every station stays up, and says what it cannot show."""

import random
from zoneinfo import ZoneInfo

import pytest
from poison import INSTANTS, poison

from frontdesk.desk import zone
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.words.times import clock_time, iso_time, long_time, short_time
from screens.zone.board import Board


@pytest.mark.parametrize("at", [*INSTANTS, 2**80, -(2**80)])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_every_integer_is_a_time_that_can_be_shown(at, zone):
    place = ZoneInfo(zone)
    assert 1899 <= to_datetime(at, place).year <= 2900
    assert all(show(at, place) for show in (clock_time, short_time, long_time, iso_time))
    assert short_time(at, place, 2**63 - 1)


@pytest.mark.parametrize("station", ["guard", "reception", "manager", "lounge"])
async def test_random_rows_end_no_station(at_station, desk, station, rounds):
    chance = random.Random(station)
    async with at_station(station) as person:
        for _round in rounds(5, 250):
            assert poison(desk.connection, chance, 100)
            desk.poke()
            await person.later(1000)
            await person.pilot.pause()
            assert person.app.is_running
            assert person.app._exception is None
        # None of it leaves the picture old: each row is shown, or said not to be.
        await person.until(lambda: person.app.live.stale_since is None)
        zone.turn_away(desk, Plate("苏Z99999"))
        await person.picture(lambda snapshot: any(each.plate == "苏Z99999" for each in snapshot.recent))


async def test_one_widget_that_fails_is_that_widgets(at_station, desk, arrive, monkeypatch, caplog):
    arrive("苏A12345")
    async with at_station("manager") as manager:
        await manager.reads("苏A·12345")
        with monkeypatch.context() as broken:
            broken.setattr(Board, "build", lambda *_: 1 // 0)
            await manager.later(1000)
            await manager.reads("cannot be shown (ZeroDivisionError)", "zone 1/4")
            await manager.later(1000)
        await manager.later(1000)
        await manager.reads("苏A·12345")
    assert len([each for each in caplog.records if "cannot be shown" in each.getMessage()]) == 1
