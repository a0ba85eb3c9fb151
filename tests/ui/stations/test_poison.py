"""Whatever is on record within the schema can be shown: every station stays up, and says what it cannot show."""

import random
from zoneinfo import ZoneInfo

import pytest
from poison import INSTANTS, Poison

from frontdesk.desk import zone
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.words.times import clock_time, iso_time, long_time, short_time
from screens.kit.live_screen import LiveScreen
from screens.zone.board import Board


@pytest.mark.parametrize("at", [*INSTANTS, 2**80, -(2**80)])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_every_integer_is_a_time_that_can_be_shown(at, zone):
    place = ZoneInfo(zone)
    assert 1899 <= to_datetime(at, place).year <= 2900
    assert all(show(at, place) for show in (clock_time, short_time, long_time, iso_time))
    assert short_time(at, place, 2**63 - 1)


ASKED = {
    "guard": (("f12",), ("ctrl+o",), ("f1",)),
    "reception": (
        ("f12",), ("ctrl+y", "enter"), ("ctrl+f", "f10", "enter"), ("ctrl+l",), ("ctrl+d",), ("tab", "enter"),
    ),
    "manager": (
        ("f8",), ("ctrl+y", "down", "enter"), ("ctrl+r", "enter"), ("ctrl+b", "enter"), ("ctrl+n",), ("ctrl+o",),
    ),
    "lounge": (),
}  # fmt: skip
"""What a person opens at each station: every list and every page."""


@pytest.mark.forged
@pytest.mark.parametrize("station", ASKED)
async def test_random_rows_end_no_station(at_station, desk, station, rounds):
    chance = random.Random(station)
    for _start in range(rounds(1, 12)):
        rows = Poison(desk.connection, chance, dangling=chance.random() < 0.3)
        async with at_station(station) as person:
            for _round in range(rounds(1, 4)):
                assert rows.write(rounds(100, 520)) == rounds(100, 520)
                desk.poke()
                await person.later(1000)
                # None of it leaves the picture old: each row is shown, or said not to be.
                await person.until(lambda: person.app.live.stale_since is None)
                for keys in ASKED[station]:
                    await look_at(person, *keys)
            zone.turn_away(desk, Plate("苏Z99999"))
            await person.picture(lambda snapshot: any(each.plate == "苏Z99999" for each in snapshot.recent))


async def look_at(person, *keys):
    """Press keys one after another, then close whatever is up; nothing of it may end the station."""
    for key in keys:
        await person.press(key)
        await person.pilot.pause()
        await person.later(1000)
        assert person.app._exception is None, keys
    for _times in range(6):
        if not isinstance(person.app.screen, LiveScreen):
            await person.pilot.press("escape")
            await person.pilot.pause()
    await person.pilot.press("escape")
    assert isinstance(person.app.screen, LiveScreen), (keys, person.text)
    assert person.app.is_running and person.app._exception is None, keys


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
