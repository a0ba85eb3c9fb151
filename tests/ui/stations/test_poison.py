"""Whatever is on record within the schema can be shown: every station stays up, and says what it cannot show."""

import random
from zoneinfo import ZoneInfo

import pytest
from poison import INSTANTS, Poison

from data.engine import store_time
from frontdesk.desk import zone
from frontdesk.domain.values.clock import DAY, HOUR, to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.running_time import ClockSet
from frontdesk.words import i18n
from frontdesk.words.times import clock_time, iso_time, long_time, short_time
from screens.kit.live_screen import LiveScreen
from screens.stations.banner import Banner
from screens.zone.board import Board

START = 1_780_020_000_000
"""When the clock of the tests begins: 2026-05-29 10:00 in Shanghai."""


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
    for _start in rounds(1, 12):
        rows = Poison(desk.connection, chance, dangling=chance.random() < 0.3)
        async with at_station(station) as person:
            for _round in range(rounds.of(1, 4)):
                size = rounds.of(100, 520)
                assert rows.write(size) == size
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


@pytest.mark.forged
@pytest.mark.parametrize("station", ["guard", "reception", "manager"])
async def test_what_cannot_be_shown_is_said_with_its_number(at_station, desk, arrive, station):
    arrive("苏A12345")
    async with at_station(station) as person:
        await person.cars("苏A12345")
        desk.connection.execute("insert into visits (plate, purpose, arrived_at) values ('苏B1', 'repair', 1)")
        zone.arrive(desk, Plate("苏C12345"))
        await person.cars("苏A12345", "苏C12345")
        await person.reads("cannot be shown as it is: visit 2. See frontdesk doctor.")
        i18n.use("zh")
        person.app.screen.query_one(Banner).repaint()
        await person.reads("有记录显示不出来：到店 2")


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (ClockSet(START, -8 * HOUR, START - HOUR), "The clock was wrong 09:00–10:00, by 8 h"),
        (ClockSet(START, -8 * HOUR), "The clock was set back at 10:00, by 8 h"),
        (ClockSet(START, 8 * HOUR), "The clock was set forward at 10:00, by 8 h"),
        (ClockSet(START - DAY, -HOUR), ""),
    ],
)
async def test_that_the_clock_was_wrong_is_said_until_the_day_ends(at_station, desk, found, says):
    store_time.keep_clock_set(desk.connection, found)
    async with at_station("guard") as guard:
        await guard.picture(lambda snapshot: snapshot.clock_set == found)
        if says:
            await guard.reads(says)
        await guard.later(14 * HOUR)
        await guard.until(lambda: "The clock was" not in guard.text)
