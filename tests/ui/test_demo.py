"""Somebody looks at the demo: every station, and time as fast as they like."""

import pytest

from frontdesk.commands.demo import Visitor
from frontdesk.desk.demo import Demo


@pytest.fixture
def demo(tmp_path, clock):
    running = Demo.create(tmp_path, clock)
    yield running
    running.close()


async def test_a_visitor_walks_round_the_stations(at_station, demo):
    visitor = Visitor(demo)
    async with at_station("guard", who="吴兵", path=demo.path, demo=visitor) as person:
        await person.reads("DEMO ×20")
        for station, has in (("reception", "complaints"), ("manager", "complaints"), ("guard", "tell" if False else "plate")):
            await person.press("ctrl+g")
            await person.until(lambda station=station: person.app.actor.station == station)
            await person.reads("DEMO ×20", has)
            assert person.app.actor.who in person.lines[0]


async def test_a_visitor_changes_the_pace_down_to_a_pause(at_station, demo):
    async with at_station("manager", who="孙涛", path=demo.path, demo=Visitor(demo)) as person:
        await person.press("ctrl+up")
        await person.reads("DEMO ×60")
        for shown in ("×20", "×10", "×5", "×1", "paused", "paused"):
            await person.press("ctrl+down")
            await person.reads(f"DEMO {shown}")
        before = person.lines[0]
        await person.later(60_000)
        assert person.lines[0] == before
        await person.press("ctrl+up")
        await person.reads("DEMO ×1")


async def test_the_demos_keys_are_on_the_screen_and_in_the_help(at_station, demo):
    async with at_station("guard", path=demo.path, demo=Visitor(demo)) as person:
        await person.reads("next", "Ctrl+G")
        await person.press("f1", "end")
        await person.dialog("HelpDialog")
        await person.press("end")
        await person.reads("Ctrl+Up", "Ctrl+Down")


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+up", "ctrl+down"])
async def test_outside_a_demo_its_keys_do_nothing(at_station, key):
    async with at_station("guard") as guard:
        before = guard.text
        await guard.press(key)
        assert guard.text == before


async def test_a_language_chosen_at_one_station_is_spoken_at_the_next(at_station, demo):
    async with at_station("guard", path=demo.path, demo=Visitor(demo)) as person:
        await person.press("ctrl+g")
        await person.reads("complaints")
        await person.press("ctrl+t")
        await person.reads("投诉")
        await person.press("ctrl+g", "ctrl+g")
        await person.until(lambda: person.app.actor.station == "guard")
        text = await person.reads("预检区", "车牌", "到店")
        assert "lane" not in text
        assert "arrive" not in text
