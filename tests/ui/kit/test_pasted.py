"""What is pasted over a list was copied for somewhere else: it chooses nothing, in no dialog, and that is said."""

import pytest
from duty_dialog import open_duty

from screens.kit.choices import Choice, Menu

IN_VAIN = "Nothing can be typed here, and nothing was written down."


async def operator(person):
    await person.press("ctrl+o")
    await person.dialog("OperatorDialog")


async def new_case(person):
    await person.press("ctrl+n")
    await person.dialog("NewCaseForm")


async def move(person):
    await person.press(*"345", "f3")
    await person.dialog("MoveDialog")


@pytest.mark.parametrize(("opens", "lists"), [(operator, 1), (new_case, 2), (move, 1), (open_duty, 3)])
async def test_a_paste_chooses_nothing(at_station, arrive, opens, lists):
    arrive("粤A12345")
    async with at_station("manager", who="王五") as person:
        await person.cars("粤A12345")
        await opens(person)
        await person.later(700)
        screen = person.app.screen
        found = [*screen.query(Choice), *screen.query(Menu)]
        assert len(found) >= lists
        before = [each.index for each in found]
        for each in found:
            each.focus()
            words = each._words if isinstance(each, Choice) else [name for name, _, _ in each._entries]
            for text in (*words, f"{words[-1]}\n", "1", "2", "y"):
                await person.paste(text)
                await person.reads(IN_VAIN)
                assert person.app.screen is screen
                assert [each.index for each in found] == before, text
