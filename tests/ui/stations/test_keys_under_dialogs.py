"""The keys that are shown are those that do something now: under a dialog, none of a station's."""

import pytest


@pytest.mark.parametrize("station", ["guard", "reception", "manager"])
@pytest.mark.parametrize("key", ["ctrl+p", "f1", "ctrl+o"])
async def test_under_a_dialog_a_station_shows_no_key(at_station, station, key, size):
    async with at_station(station, size=size) as person:
        await person.reads("F8", "F9")
        shown = person.screen.query_one("KeyHints")
        height = shown.size.height
        await person.press(key)
        await person.until(lambda: person.app.screen is not person.screen)
        await person.until(lambda: not any(span.text.strip() for row in shown.build(80) for span in row))
        assert len(shown.build(shown.size.width)) == height
        await person.later(700)
        await person.press("escape")
        await person.closed()
        await person.reads("F8", "F9")


async def test_a_dialog_under_another_shows_no_key_either(at_station):
    async with at_station("guard", who="") as guard:
        await guard.dialog("OperatorDialog")
        await guard.reads("F2 add ·")
        await guard.later(700)
        await guard.press("f2")
        await guard.dialog("PersonDialog")
        await guard.reads("F10 or Enter save")
        assert "F2 add ·" not in guard.text
        await guard.press("escape")
        await guard.dialog("OperatorDialog")
        await guard.reads("F2 add ·")
