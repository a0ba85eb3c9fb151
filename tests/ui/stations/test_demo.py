"""Somebody looks at the demo: every station, and time as fast as they like."""

import pytest

from frontdesk.commands.stations.demo import Visitor
from frontdesk.demo.day import Demo
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.stations.keys import of_station


@pytest.fixture
def demo(tmp_path, clock):
    running = Demo.create(tmp_path, clock)
    yield running
    running.close()


async def test_a_visitor_walks_round_the_stations(at_station, demo):
    visitor = Visitor(demo)
    async with at_station("guard", who="吴兵", path=demo.path, demo=visitor) as person:
        await person.reads("DEMO ×20")
        for station, has in (
            ("reception", "complaints"), ("manager", "complaints"),
            ("lounge", "no customers waiting"), ("guard", "plate"),
        ):  # fmt: skip
            await person.press("ctrl+g")
            await person.until(lambda station=station: person.app.live.actor.station == station)
            await person.reads("DEMO", has)
            assert person.app.live.actor.who in person.lines[0]


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


@pytest.mark.parametrize("speaks", ["zh", "en"])
async def test_the_demos_keys_are_on_the_screen_and_in_the_help(at_station, demo, speaks):
    i18n.use(speaks)
    async with at_station("guard", path=demo.path, demo=Visitor(demo)) as person:
        await person.reads("Ctrl+G")
        for key in of_station(StationKind.GUARD, demo=True):
            if StationKind.GUARD in key.hint:
                assert _(key.label) in person.show("#hints")
                assert f" {key.shown} " in person.show("#hints")
        await person.press("f1", "end")
        await person.dialog("HelpDialog")
        await person.press("end")
        await person.reads("Ctrl+Up", "Ctrl+Down")


async def test_the_last_button_of_the_demo_can_be_touched(at_station, demo):
    async with at_station("guard", path=demo.path, demo=Visitor(demo)) as person:
        await person.touch("next station")
        await person.until(lambda: person.app.live.actor.station == "reception")
        await person.reads("to be received")
        await person.touch("next station")
        await person.until(lambda: person.app.live.actor.station == "manager")


async def test_the_palette_leads_to_the_next_station_too(at_station, demo):
    async with at_station("manager", path=demo.path, demo=Visitor(demo)) as person:
        await person.press("ctrl+p")
        await person.dialog("Palette")
        await person.press(*"next st", "enter")
        await person.until(lambda: person.app.live.actor.station == "lounge")
        await person.reads("no customers waiting")


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
        await person.press("ctrl+g", "ctrl+g", "ctrl+g")
        await person.until(lambda: person.app.live.actor.station == "guard")
        text = await person.reads("预检区", "车牌", "到店")
        assert "lane" not in text
        assert "arrive" not in text
