"""Every key does what the table of keys says, where it says so; the help and the palette name all of them."""

import pytest

from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.keys import ALL
from screens.stations.help import OTHER_KEYS
from screens.stations.keys import KEYS, of_station

STAFFED = [station for station in StationKind if station in ALL]
"""The stations somebody works at."""

HAVE_ONE = [key for key in KEYS if key.key]
UNLISTED = [key for key in KEYS if not key.key]
"""What has no key of its own is found by its name."""

EVERY_KEY = [(station, key) for key in HAVE_ONE for station in STAFFED if station in key.stations]
ELSEWHERE = [
    (station, key)
    for station in STAFFED
    for key in HAVE_ONE
    if station not in key.stations and key.key not in {own.key for own in of_station(station)}
]


@pytest.mark.parametrize(("station", "key"), EVERY_KEY, ids=[f"{s.value}-{k.key}" for s, k in EVERY_KEY])
async def test_every_key_does_something_where_it_is_listed(at_station, arrive, station, key):
    arrive("苏A12345")
    async with at_station(station.value) as person:
        await person.press(*"a12345")
        await person.until(lambda: "苏A·12345" in person.show("Candidates"))
        await person.later(1000)
        before = (person.text, i18n.language(), type(person.app.screen))
        await person.press(key.key)
        await person.until(
            lambda: (
                before != (person.text, i18n.language(), type(person.app.screen))
                or not person.app.is_running
                or person.app._exit
            )
        )


@pytest.mark.parametrize("key", UNLISTED, ids=[key.action for key in UNLISTED])
async def test_what_has_no_key_does_something_too(at_station, arrive, key):
    arrive("苏A12345")
    station = next(each for each in STAFFED if each in key.stations)
    async with at_station(station.value) as person:
        await person.later(1000)
        before = person.strips
        await person.app.run_action(key.action, person.screen)
        await person.until(lambda: before != person.strips)


@pytest.mark.parametrize(("station", "key"), ELSEWHERE, ids=[f"{s.value}-{k.key}" for s, k in ELSEWHERE])
async def test_a_key_of_another_station_does_nothing_here(at_station, arrive, desk, station, key):
    arrive("苏A12345")
    async with at_station(station.value) as person:
        await person.press(*"a12345")
        await person.until(lambda: "苏A·12345" in person.show("Candidates"))
        before = person.text
        await person.press(key.key)
        await person.pilot.pause()
        assert person.text == before
        assert desk.snapshot().recent[0].kind == "arrive"


@pytest.mark.parametrize("speaks", ["zh", "en"])
@pytest.mark.parametrize("station", STAFFED)
async def test_the_help_screen_lists_every_key_of_the_station(at_station, station, speaks):
    i18n.use(speaks)
    async with at_station(station.value, size=(80, 60)) as person:
        await person.press("f1")
        await person.dialog("HelpDialog")
        help_text = person.app.screen.query_one("HelpText")
        await person.until(lambda: help_text.size.width)
        said = "".join("".join(span.text for span in spans).strip() for spans in help_text.build(help_text.size.width))
        whole = "".join(said.split())
        assert said.count("Ctrl+P") == 1, "what has no key of its own stands behind the one that finds it"
        for key in of_station(station):
            assert key.shown in said
            assert "".join(_(key.label).split()) in whole
            assert "".join(_(key.help).split()) in whole
        for name, text, stations in OTHER_KEYS:
            assert (station in stations) == (f"{name} " in said and "".join(_(text).split()) in whole), name


async def test_the_help_screen_scrolls_to_its_end_in_a_small_window(at_station):
    async with at_station("reception") as reception:
        await reception.press("f1")
        await reception.dialog("HelpDialog")
        assert "the picture is old" not in reception.text
        await reception.press("end")
        await reception.reads("dimmed", "Esc close")
        await reception.press("escape")
        await reception.closed()


@pytest.mark.parametrize(
    ("speaks", "words", "action"), [("en", "work ord", "work order"), ("zh", "工单", "工单")], ids=["en", "zh"]
)
async def test_the_palette_finds_an_action_in_the_users_language(at_station, arrive, speaks, words, action):
    i18n.use(speaks)
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.press(*"a12345", "f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A12345").received_at)
        await reception.press(*"a12345", "ctrl+p")
        await reception.dialog("Palette")
        await reception.paste(words)
        await reception.until(lambda: reception.show("#menu").count("(F") == 1 and action in reception.show("#menu"))
        await reception.press("enter")
        await reception.closed()
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A12345").work_order_at)


async def test_a_palette_that_finds_nothing_does_nothing(at_station):
    async with at_station("guard") as guard:
        await guard.press("ctrl+p")
        await guard.dialog("Palette")
        await guard.press(*"qqq", "enter", "down", "up", "enter", "escape")
        await guard.closed()


async def test_the_palette_says_all_that_the_marked_action_does(at_station):
    async with at_station("guard") as guard:
        await guard.press("ctrl+p")
        await guard.dialog("Palette")
        await guard.press("down")
        shown = await guard.reads("· The car typed in arrives:")
        assert "else into the lane." in shown
        await guard.press(*"qqq")
        await guard.reads("No action is called so.")


async def test_numbers_typed_in_the_palette_are_a_search(at_station):
    async with at_station("guard") as guard:
        await guard.press("ctrl+p")
        await guard.dialog("Palette")
        await guard.press("f", "9")
        await guard.until(lambda: guard.show("#menu").strip().startswith("1 undo"))


async def test_the_language_can_be_switched_on_the_fly_and_nothing_typed_is_lost(at_station, arrive):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.press(*"a12")
        await reception.reads("zone 1/4", "lane", "complaints 0", "hand over")
        await reception.press("ctrl+t")
        text = await reception.reads("预检区 1/4", "区内排队", "移交", "车牌")
        for english in ("zone", "lane", "complaints", "hand over", "bay"):
            assert english not in text
        assert reception.entry == "a12"
        await reception.press("ctrl+t")
        await reception.reads("zone 1/4", "lane", "complaints 0", "hand over")


async def test_f1_pressed_twice_and_escape_once_is_back_at_the_station(at_station):
    async with at_station("guard") as guard:
        await guard.press("f1", "f1")
        await guard.dialog("HelpDialog")
        await guard.press("escape")
        await guard.closed()
