"""Signing in by PIN at a station: one box, a first PIN that is changed, and what needs it in the middle of a form."""

import pytest
from with_pins import PIN, SHELL, proofs, sign_in_by_pin

from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post
from screens.people import second
from screens.people.pin import PinDialog


@pytest.fixture
def by_pin(people):
    """A store where people sign in by PIN, and the manager and a director have one."""
    return sign_in_by_pin(people, "王五", "李建国")


async def signs_in(station, *keys):
    await station.press("ctrl+o")
    await station.dialog("OperatorDialog")
    await station.later(700)
    await station.press(*keys)


async def test_first_letters_and_pin_in_one_box(at_station, by_pin):
    async with at_station("guard") as guard:
        await signs_in(guard, "l")
        await guard.dialog("PinDialog")
        await guard.press(*f"jg{PIN}")
        # It stands on no screen.
        assert PIN not in guard.text
        await guard.press("enter")
        await guard.closed()
        await guard.until(lambda: "李建国" in guard.lines[0])
        assert guard.app.desk.actor.sign_in
        await guard.press(*"a12345", "f2")
        await guard.cars("苏A12345")
    assert proofs(by_pin)[0] == "pin"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("wrong", "the name or the PIN is not right"),
        ("zz482913", "Nobody on the staff list has these first letters."),
        ("wf", "first letters and digits: wf482913"),
    ],
)
async def test_what_is_not_right_is_said_and_emptied(at_station, by_pin, typed, said):
    async with at_station("manager") as manager:
        manager.app.push_screen(PinDialog(manager.app.screen, "王五"))
        await manager.dialog("PinDialog")
        await manager.press(*("111222" if typed == "wrong" else typed), "enter")
        await manager.reads(said)
        assert manager.app.screen.query_one("#pin").value == ""
        await manager.press(*PIN, "enter")
        await manager.closed()


async def test_several_with_the_same_letters_type_the_whole_name(at_station, by_pin):
    by_pin.actor = SHELL

    staff.add(by_pin, "李建刚", Post.ADVISOR)
    async with at_station("manager") as manager:
        await signs_in(manager, "l")
        await manager.dialog("PinDialog")
        await manager.press(*f"jg{PIN}", "enter")
        await manager.reads("Several people have these first letters")
        await manager.paste(f"李建国{PIN}")
        await manager.press("enter")
        await manager.closed()
        await manager.until(lambda: "李建国" in manager.lines[0])


async def test_without_pin_a_car_is_moved(at_station, by_pin):
    async with at_station("guard", who="") as guard:
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        await guard.press("1")
        await guard.dialog("PinDialog")
        await guard.reads("without PIN")
        await guard.press("enter")
        await guard.closed()
        await guard.press(*"a12345", "f2")
        await guard.cars("苏A12345")
    assert proofs(by_pin)[0] == "station"


async def test_a_first_pin_is_given_and_changed(at_station, by_pin):
    async with at_station("manager") as manager:
        await signs_in(manager, "w")
        await manager.press(*f"w{PIN}", "enter")
        await manager.closed()
        await manager.press("ctrl+o")
        await manager.dialog("OperatorDialog")
        await manager.later(700)
        menu = manager.app.screen.query_one("#menu")
        menu.index = [name for name, _, _ in menu._entries].index("孙磊")
        await manager.press("f6")
        await manager.reads("A new PIN for 孙磊?")
        await manager.later(700)
        await manager.press("f6")
        await manager.reads("first PIN", "told only now", "孙磊")
        given = next(word for word in manager.text.replace(",", " ").split() if word.isdigit() and len(word) == 6)
        await manager.press("s")
        await manager.dialog("PinDialog")
        await manager.press(*f"l{given}", "enter")
        await manager.dialog("NewPinDialog")
        await manager.press(*"123456", "enter", *"123456", "enter")
        await manager.reads("too easy to guess")
        # Both are empty again, and the first one waits.
        await manager.press(*"073519", "enter", *"073519", "enter")
        await manager.closed()
        await manager.until(lambda: "孙磊" in manager.lines[0])
        assert manager.app.desk.actor.sign_in


async def test_what_needs_the_pin_asks_over_the_form_and_keeps_it(at_station, by_pin):
    async with at_station("manager") as manager:
        await manager.press("ctrl+d")
        await manager.dialog("DutyDialog")
        await manager.later(700)
        manager.app.screen.query_one("#until").value = "23:30"
        await manager.press("f10")
        await manager.dialog("PinDialog")
        await manager.press(*PIN, "enter")
        await manager.dialog("DutyDialog")
        assert manager.app.screen.query_one("#until").value == "23:30"
        await manager.reads("· The PIN is right")
        await manager.press("f10")
        await manager.reads("until 23:30")
    assert proofs(by_pin)[0] == "pin"


async def test_what_is_signed_takes_the_six_digits_of_whoever_works_here(at_station, by_pin):
    signed = []

    async def then(result):
        signed.append(result)

    async with at_station("manager") as manager:
        station = manager.app.screen
        await manager.press("ctrl+d")
        await manager.dialog("DutyDialog")
        await second.carry_out(manager.app.screen, station, lambda desk: staff.add(desk, "新人", Post.ADVISOR), then)
        await manager.dialog("PinDialog")
        await manager.press(*PIN, "enter")
        await manager.until(lambda: signed)
    assert proofs(by_pin)[0] == "pin"


async def test_another_pin_in_place_of_ones_own(at_station, by_pin):
    async with at_station("manager") as manager:
        await signs_in(manager, "w")
        await manager.dialog("PinDialog")
        await manager.press(*f"w{PIN}", "f6")
        await manager.dialog("NewPinDialog")
        await manager.press(*"073519", "enter", *"073519", "enter")
        await manager.closed()
        await signs_in(manager, "w")
        await manager.press(*f"w{PIN}", "enter")
        await manager.reads("the name or the PIN is not right")
        await manager.press(*"ww073519", "enter")
        await manager.closed()


async def test_nine_keys_one_after_another(at_station, by_pin):
    """Nobody waits for the list first: letters open the box at once."""
    async with at_station("guard") as guard:
        await guard.press("ctrl+o")
        await guard.dialog("OperatorDialog")
        await guard.press("l")
        await guard.dialog("PinDialog")
        await guard.press(*f"jg{PIN}", "enter")
        await guard.closed()
        await guard.until(lambda: "李建国" in guard.lines[0])
        assert "✗" not in guard.text
