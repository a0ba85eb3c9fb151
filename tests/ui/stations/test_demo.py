"""Somebody looks at the demo: every station, and time as fast as they like."""

import pytest
from demo_day import running
from lounge_display import is_big

from frontdesk.commands.stations.demo import Visitor
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.stations.keys import of_station


@pytest.fixture
def demo(tmp_path, clock):
    with running(tmp_path, clock) as made:
        yield made


async def test_a_visitor_walks_round_the_stations(at_station, demo):
    visitor = Visitor(demo, is_guided=False)
    async with at_station("guard", who="吴兵", path=demo.path, demo=visitor) as person:
        await person.reads("DEMO ×20")
        for station, has in (
            ("reception", "complaints"), ("manager", "complaints"), ("workshop", "in repair"),
            ("lounge", "customer lounge"), ("guard", "plate"),
        ):  # fmt: skip
            await person.press("ctrl+g")
            await person.until(lambda station=station: person.app.live.actor.station == station)
            await person.reads("DEMO", has)
            assert person.app.live.actor.who in person.lines[0]


async def test_a_visitor_changes_the_pace_down_to_a_pause(at_station, demo):
    async with at_station("manager", who="孙涛", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
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
    async with at_station("guard", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
        await person.reads("Ctrl+G")
        for key in of_station(StationKind.GUARD, demo=True):
            if StationKind.GUARD in key.hint:
                assert _(key.label) in person.show("#hints")
                assert f" {key.shown} " in person.show("#hints")
        await person.press("f1", "end")
        await person.dialog("HelpDialog")
        await person.press("end")
        for shown in ("Ctrl+Down", "Ctrl+Up"):
            for _line in range(100):
                if shown in person.text:
                    break
                await person.press("up")
            await person.reads(shown)


async def test_the_last_button_of_the_demo_can_be_touched(at_station, demo):
    async with at_station("guard", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
        await person.touch("next station")
        await person.until(lambda: person.app.live.actor.station == "reception")
        await person.reads("to be received")
        await person.touch("next station")
        await person.until(lambda: person.app.live.actor.station == "manager")


async def test_the_palette_leads_to_the_next_station_too(at_station, demo):
    async with at_station("manager", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
        await person.press("ctrl+p")
        await person.dialog("Palette")
        await person.press(*"next st", "enter")
        await person.until(lambda: person.app.live.actor.station == "workshop")
        await person.reads("in repair")


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+up", "ctrl+down"])
async def test_outside_a_demo_its_keys_do_nothing(at_station, key):
    async with at_station("guard") as guard:
        before = guard.text
        await guard.press(key)
        assert guard.text == before


async def test_a_language_chosen_at_one_station_is_spoken_at_the_next(at_station, demo):
    async with at_station("guard", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
        await person.press("ctrl+g")
        await person.reads("complaints")
        await person.press("ctrl+t")
        await person.reads("投诉")
        await person.press("ctrl+g", "ctrl+g", "ctrl+g", "ctrl+g")
        await person.until(lambda: person.app.live.actor.station == "guard")
        text = await person.reads("预检区", "车牌", "到店")
        assert "lane" not in text
        assert "arrive" not in text


# -- a guided demo: it waits for the visitor -----------------------------------------------------------------------


async def _quarters(person, demo, seconds):
    """Let time pass for the people of the demo too."""
    for _quarter in range(round(seconds * 4)):
        person.clock.at += 250
        demo.step()
    seq = (await person.app.desk.do(lambda desk: desk.snapshot())).seq
    await person.picture(lambda snapshot: snapshot.seq >= seq)
    await person.later(0)


async def _until_it_waits(person, demo):
    """Let the day go on until the demo waits at the station that is looked at."""
    for _second in range(60):
        if demo.is_held:
            return
        await _quarters(person, demo, 1)
    raise AssertionError(person.text)


async def _reads_it(person):
    """Let it stand long enough for a key to be meant for it."""
    await person.later(0)
    await person.later(1000)


@pytest.mark.parametrize(
    ("speaks", "says", "key"),
    [
        ("en", "over-count: tell whoever is named, then F8", "f8"),
        ("zh", "超量：通知点名的人，再按 F8", "f8"),
        ("en", "late reception: F6 receives, F8 says seen", "f6"),
        ("zh", "接待超时：按 F6 接待；按 F8 表示知道了", "f6"),
    ],
)
async def test_it_waits_at_the_first_prompt_until_the_visitors_key(at_station, demo, speaks, says, key):
    i18n.use(speaks)
    station, who = ("guard", "周强") if key == "f8" else ("reception", "陈静")
    async with at_station(station, who=who, path=demo.path, demo=Visitor(demo, is_guided=True)) as person:
        await person.reads("Ctrl+Down", "Ctrl+Up")
        await _until_it_waits(person, demo)
        await person.reads(says, _("paused"), _("go on, in {time} by itself").format(time="0:30"))
        await _reads_it(person)
        await person.press(key)
        await person.until(lambda: "✓" in person.show("#feedback"))
        assert demo.is_held
        await person.reads(_("done: the day goes on"))
        for _tick in range(3):
            await person.later(1000)
        assert not demo.is_held
        await person.reads("×20")


async def test_the_manager_decides_in_her_own_time_and_nobody_else_does(at_station, demo):
    async with at_station("manager", who="王芳", path=demo.path, demo=Visitor(demo, is_guided=True)) as person:
        await _until_it_waits(person, demo)
        await person.reads("over-count: F8 takes it on, then decide")
        await _reads_it(person)
        await person.press("f8")
        await person.dialog("DecideDialog")
        await person.later(60_000)
        assert demo.is_held
        await person.reads("the demo waits while this is open")
        await person.press("escape")
        await person.closed()
        await person.later(0)
        assert not demo.is_held
        # At 09:46:10 the demo's own manager would decide, and take the over-stay of 09:45:50 on at 09:49:30.
        (over,) = (e for e in person.app.snapshot.escalations if e.kind is Kind.OVER_COUNT)
        await _quarters(person, demo, 30)
        assert not person.app.snapshot.escalation(over.id).acted_by
        (stay,) = (e for e in person.app.snapshot.escalations if e.kind is Kind.OVER_STAY)
        assert stay.acknowledged_by == "王芳"
        assert 300_000 <= stay.acknowledged_at - stay.crossed_at < 330_000


async def test_it_goes_on_by_itself_or_where_the_visitor_likes_and_waits_once_at_a_station(at_station, demo):
    async with at_station("manager", who="王芳", path=demo.path, demo=Visitor(demo, is_guided=True)) as person:
        await _until_it_waits(person, demo)
        await person.later(29_999)
        assert demo.is_held
        await person.later(1)
        assert (demo.is_held, demo.speed) == (False, 20)
        await _quarters(person, demo, 5)
        assert not demo.is_held
        await person.press("ctrl+g", "ctrl+g", "ctrl+g")
        await person.until(lambda: person.app.live.actor.station == "guard")
        await _until_it_waits(person, demo)
        await person.press("ctrl+up")
        assert (demo.is_held, demo.speed) == (False, 20)


async def test_where_it_waits_the_visitor_may_let_it_stand(at_station, demo):
    async with at_station("manager", who="王芳", path=demo.path, demo=Visitor(demo, is_guided=True)) as person:
        await _until_it_waits(person, demo)
        await person.press("ctrl+down")
        await person.later(60_000)
        assert (demo.is_held, demo.speed) == (False, 0)
        await person.reads("paused", "Time stands still.", "Ctrl+Up faster")


@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_lounges_first_call_stays_until_it_is_read(at_station, demo):
    async with at_station("lounge", path=demo.path, demo=Visitor(demo, is_guided=True)) as person:
        await _until_it_waits(person, demo)
        await person.reads(_("please come now"), _("a customer is called: this is what they see"))
        await person.until(lambda: is_big(person, "A001", 2))
        await _quarters(person, demo, 25)
        assert is_big(person, "A001", 2)
        await person.later(5_000)
        assert not demo.is_held


async def test_an_unattended_demo_waits_for_nobody(at_station, demo):
    async with at_station("manager", who="王芳", path=demo.path, demo=Visitor(demo, is_guided=False)) as person:
        await _quarters(person, demo, 19)
        assert (demo.is_held, demo.speed) == (False, 20)
        assert "Ctrl+Up" not in person.text
        (over,) = (e for e in person.app.snapshot.escalations if e.kind is Kind.OVER_COUNT)
        assert over.acted_by == "王芳"
