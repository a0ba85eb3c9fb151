"""Trailers, learners, police, consulates, embassies, Hong Kong and Macao: their characters by one key."""

import pytest

from frontdesk.domain.values.plates import PROVINCES
from screens.zone.province import KEYS, SPECIAL_KEYS


def test_every_character_has_a_key_of_its_own():
    keys = [*KEYS[: len(PROVINCES)], *SPECIAL_KEYS.values()]
    assert len(set(keys)) == len(keys) == 38


@pytest.mark.parametrize(
    ("typed", "keys", "plate"),
    [
        ("a1234", ("v",), "苏A1234挂"), ("a1234", ("b",), "苏A1234学"), ("a1234", ("n",), "苏A1234警"),
        ("a1234", ("m",), "苏A1234领"), ("a1234", ("挂",), "苏A1234挂"), ("a1234", ("ｖ",), "苏A1234挂"),
        ("123456", ("c",), "使123456"), ("粤z1234", ("-",), "粤Z1234港"), ("粤z1234", ("=",), "粤Z1234澳"),
        ("a1234", (*["right"] * 31, "enter"), "苏A1234挂"),
    ],
)  # fmt: skip
async def test_a_character_by_one_key(at_station, typed, keys, plate):
    async with at_station("guard") as guard:
        await guard.press(*typed, "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.press(*keys)
        await guard.closed()
        await guard.press("f2")
        await guard.cars(plate)


async def test_they_are_shown_only_where_they_could_come_next(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"a12", "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.reads("藏")
        assert not any(character in guard.text for character in SPECIAL_KEYS)
        await guard.press("v", "=", "escape")
        await guard.closed()
        assert guard.entry == "a12"
        await guard.press(*"34", "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.reads("v 挂", "b 学", "n 警", "m 领")
        assert "港" not in guard.text
        await guard.touch("警")
        await guard.closed()
        assert guard.entry == "A1234警"


async def test_a_time_behind_the_plate_stays(at_station, clock):
    async with at_station("guard") as guard:
        await guard.press(*"a1234", "space", *"930", "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.press("v")
        await guard.closed()
        assert guard.entry == "A1234挂 9:30"
        await guard.press("f2")
        await guard.cars("苏A1234挂")
        assert clock.at - guard.app.snapshot.floor.car("苏A1234挂").arrived_at == 30 * 60_000
