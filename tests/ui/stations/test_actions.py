"""The lists of the concerns fit together, and what a widget says it is redrawn by is there."""

from every_screen import load_every_screen
from textual.reactive import Reactive

from frontdesk.domain.stations.station import StationKind
from screens.kit.keys import Key
from screens.kit.lines import Lines
from screens.stations.keys import ACTIONS, KEYS, of_station
from screens.stations.palette import fitting


def test_no_two_keys_of_a_station_are_the_same_and_no_action_is_lost():
    for station in StationKind:
        keys = [key.key for key in of_station(station, demo=True) if key.key]
        assert len(keys) == len(set(keys)), station
    named = {key.action for key in KEYS if not key.of_application}
    assert named == {f"do('{name}')" for name in ACTIONS if name != "palette"}
    assert all(action.name == name for name, action in ACTIONS.items())


def test_an_action_is_found_by_its_name_before_others_by_what_they_do():
    meetings, teams = Key("", "a", "meetings", "those of the teams too"), Key("", "b", "teams", "who leads")
    assert fitting((meetings, teams, Key("", "c", "duty", "")), " Team") == (teams, meetings)
    assert fitting((meetings, teams), "") == (meetings, teams)


def every(kind):
    for child in kind.__subclasses__():
        yield child
        yield from every(child)


def test_whatever_is_redrawn_by_something_has_it():
    load_every_screen()
    kinds = [kind for kind in every(Lines) if kind.REDRAWN_BY]
    assert len(kinds) > 10
    for kind in kinds:
        for name in kind.REDRAWN_BY:
            assert isinstance(getattr(kind, name), Reactive), (kind, name)


async def test_what_has_no_key_of_its_own_is_opened_by_number(at_station, staffed):
    async with at_station("manager") as manager:
        await manager.press("ctrl+a")
        await manager.dialog("MattersDialog")
        await manager.later(700)
        await manager.press("f6")
        await manager.dialog("ChooseDialog")
        await manager.reads("roadside rescue", "weather", "roster", "checks")
        row = next(row for row in manager.text.split("\n") if "checks" in row)
        await manager.press(next(word for word in row.split() if word.isdigit()))
        await manager.dialog("ChecksDialog")
