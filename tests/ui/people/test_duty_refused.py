"""What is typed wrong in the duty dialog is said and stays; nothing is saved by the way."""

from duty_dialog import MINUTE, at, open_duty, to

from frontdesk.desk import policy
from frontdesk.desk.people import duty, staff
from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.policy import Policy


async def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "until")
        await manager.press("backspace", "f10")
        await manager.reads("Until when? Type 18:00")
        await to(manager, "until")
        await manager.press(*"six [b]", "f10")
        await manager.reads("“six [b]” is not a time.")
        assert manager.app.screen.query_one("#until").value == "six [b]"
        await to(manager, "quick")
        await manager.press("right")
        await to(manager, "from")
        await manager.press(*"25:00", "f10")
        await manager.reads("“25:00” is not a time.")
        assert manager.app.screen.query_one("#until").value == "12:00"
        await to(manager, "until")
        await manager.press("end", *["backspace"] * 5, *"2026-09-01T18:00")
        await to(manager, "from")
        await manager.press("end", *["backspace"] * 5, "f10")
        await manager.reads("within 31 days")
        assert manager.app.screen.query_one("#until").value == "2026-09-01T18:00"
        assert not manager.app.snapshot.roster.shifts


async def test_a_person_who_was_taken_off_the_list_meanwhile(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        staff.remove(people, "王五")
        await to(manager, "until")
        await manager.press(*"18:00", "f10")
        await manager.reads("王五 is not on the staff list.")
        assert manager.app.screen.query_one("#until").value == "18:00"


async def test_the_store_is_closed_by_then(at_station, people):
    policy.load(people, Policy(opening_hours=("08:30-18:00",) * 4 + ("",) + ("08:30-18:00",) * 2))
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "quick")
        await manager.press("left")
        await manager.reads("The store is closed by then.")
        assert manager.app.screen.query_one("#until").value == ""
        assert manager.app.screen.query_one("#quick").index == 0


async def test_enter_goes_on_and_saves_nothing(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "until")
        await manager.press(*"18:00", "enter")
        assert manager.app.focused.id == "quick"
        await manager.press("enter")
        assert not manager.app.snapshot.roster.shifts
        await manager.press("escape")
        await manager.closed()
        assert not manager.app.snapshot.roster.shifts


async def test_nothing_answers_while_the_dialog_has_only_just_opened(at_station, people, clock):
    duty.hand_over(people, Role.MANAGER, "李四", at(None, 18))
    clock.at += MINUTE
    async with at_station("manager") as manager:
        await open_duty(manager, settled=False)
        for key in ("f4", "f10"):
            await manager.press(key)
            await manager.reads("Read it first, then press the key again.")
        await manager.later(699)
        await manager.press("f4")
        await manager.later(1)
        assert manager.app.snapshot.roster.shift(Role.MANAGER, manager.app.now).name == "李四"
        await manager.press("f4")
        await manager.reads("✓ the duty as service manager has ended")


async def test_an_empty_staff_list(at_station, desk):
    for name in ("张三", "李四", "王五"):
        staff.remove(desk, name)
    async with at_station("manager") as manager:
        await open_duty(manager)
        await manager.reads("nobody is on the staff list", "nobody")
        await to(manager, "until")
        await manager.press(*"18:00", "f10")
        await manager.reads("Nobody is on the staff list. Add people first")
