"""Who works here is chosen by a digit, but not by one that belongs to a plate."""

import pytest


@pytest.fixture
def asked(at_station):
    """A guard's station that asks who works here, once that could be read."""
    return at_station("guard", who="")


@pytest.mark.parametrize(("pause", "signs_in"), [(150, False), (699, False), (700, True)])
async def test_a_digit_behind_another_character_belongs_to_a_plate(asked, pause, signs_in):
    async with asked as guard:
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        await guard.pilot.press("q")
        await guard.later(pause)
        await guard.pilot.press("1")
        await guard.pilot.pause()
        assert (guard.app.desk.actor.who == "张三") is signs_in


async def test_a_plate_typed_blindly_chooses_nobody_and_a_digit_alone_does(asked):
    async with asked as guard:
        await guard.dialog("OperatorDialog")
        for key in ("6", "1", "q", "6", "1", "2", "f2", "enter", "1"):
            await guard.pilot.press(key)
            await guard.later(150)
        await guard.dialog("OperatorDialog")
        await guard.reads("Read it first, then press the key again.")
        await guard.later(700)
        await guard.pilot.press("1")
        await guard.closed()
        await guard.until(lambda: "张三" in guard.lines[0])


@pytest.mark.parametrize(("pause", "signs_in"), [(699, False), (700, True)])
async def test_opened_by_a_function_key_it_waits_until_it_could_be_read(asked, pause, signs_in):
    async with asked as guard:
        await guard.dialog("OperatorDialog")
        await guard.press("escape")
        await guard.closed()
        await guard.press(*"b12345", "f2")
        await guard.dialog("OperatorDialog")
        await guard.later(pause)
        await guard.pilot.press("1")
        await guard.pilot.pause()
        assert (guard.app.desk.actor.who == "张三") is signs_in
