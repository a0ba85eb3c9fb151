"""The duty dialog: who is on duty, handing over, ending."""

import pytest
from duty_dialog import HOUR, MINUTE, SECOND, at, open_duty, shift, to

from frontdesk.desk.people import duty, staff
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word


@pytest.mark.usefixtures("language_of_the_screen")
async def test_who_is_on_duty_and_what_is_set_ahead(at_station, people, clock, size):
    duty.hand_over(people, Role.MANAGER, "李四", at(None, 18))
    duty.hand_over(people, Role.DEPUTY, "王五", at(None, 18, day=30), starts_at=at(None, 8, 30, day=30))
    duty.hand_over(people, Role.DEPUTY, "李建国", at(None, 20), starts_at=at(None, 12))
    async with at_station("manager", size=size) as manager:
        await open_duty(manager)
        lines = manager.show("DutyList").split("\n")
        assert word(Role.MANAGER) in lines[0]
        assert "李四" in lines[0]
        assert _("until {time}").format(time="18:00") in lines[0]
        assert word(Role.DEPUTY) in lines[1]
        assert "孙磊" in lines[1]
        assert _("default") in lines[1]
        assert _("set ahead") in lines[2]
        assert "李建国" in lines[3]
        assert "12:00 – 20:00" in lines[3]
        assert "王五" in lines[4]
        assert "05-30 08:30 – 05-30 18:00" in lines[4]
        for name in ("role", "person", "until", "from"):
            assert _(name) in manager.text
        for name in ("save", "end current duty", "close"):
            assert _(name) in manager.show("#hints")
        for count in (2, 4):
            assert _("{count} h").format(count=count) in manager.text
        assert _("until closing") in manager.text
        assert {strip.cell_length for strip in manager.strips} == {size[0]}
        bottom = max(widget.region.bottom for widget in manager.app.screen.query("Static"))
        assert bottom < size[1]


async def test_handing_over_until_a_time(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "person")
        await manager.press("right")
        await to(manager, "until")
        await manager.press(*"18:00", "f10")
        assert await shift(manager, Role.MANAGER) == ("孙磊", at(manager, 18))
        await manager.reads("✓ 孙磊 is service manager until 18:00", "until 18:00")
        assert manager.app.screen.query_one("#until").value == ""
        by = people.read(lambda connection: connection.execute("select set_by from duties").fetchall())
        assert by == [("王五",)]


@pytest.mark.parametrize(
    ("presses", "hour", "minute"), [(2, 12, 7), (3, 14, 7), (4, 18, 0)], ids=["2h", "4h", "closing"]
)
async def test_a_quick_choice_fills_the_box(at_station, people, presses, hour, minute):
    async with at_station("manager") as manager:
        await manager.later(7 * MINUTE + 11 * SECOND)
        await open_duty(manager)
        await to(manager, "role")
        await manager.press("right")
        await to(manager, "quick")
        await manager.press(*["right"] * presses)
        assert manager.app.screen.query_one("#until").value == f"{hour}:{minute:02}"
        await manager.press("f10")
        assert await shift(manager, Role.DEPUTY) == ("王五", at(manager, hour, minute))


async def test_typing_takes_the_quick_choice_back(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "quick")
        await manager.press("right", "right")
        assert manager.app.screen.query_one("#quick").index == 1
        await to(manager, "until")
        await manager.press("end", "backspace", "5")
        assert manager.app.screen.query_one("#until").value == "12:05"
        assert manager.app.screen.query_one("#quick").index == 0
        await manager.press("f10")
        assert await shift(manager, Role.MANAGER) == ("王五", at(manager, 12, 5))


async def test_a_duty_that_begins_later_and_goes_past_midnight(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "until")
        await manager.press(*"02:00")
        await to(manager, "from")
        await manager.press(*"22:00", "f10")
        await manager.reads("✓ 王五 is service manager 22:00 to 05-30 02:00", "22:00 – 05-30 02:00", "default")
        (set_ahead,) = manager.app.snapshot.roster.shifts
        assert (set_ahead.starts_at, set_ahead.ends_at) == (at(manager, 22), at(manager, 2, day=30))


async def test_a_time_that_has_passed_today_is_tomorrows(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "until")
        await manager.press(*"09:00", "f10")
        await manager.reads("✓ 王五 is service manager until 05-30 09:00")


async def test_ending_the_duty_in_force(at_station, people, clock):
    duty.hand_over(people, Role.DEPUTY, "王五", at(None, 18))
    clock.at += MINUTE
    async with at_station("manager") as manager:
        await open_duty(manager)
        await manager.press("f4")
        await manager.until(
            lambda: "Nobody is set as service manager now; whoever has the post" in " ".join(manager.text.split())
        )
        await to(manager, "role")
        await manager.press("right", "f4")
        await manager.reads("✓ the duty as deputy has ended")
        assert "until 18:00" not in manager.text
        assert manager.app.snapshot.roster.on_duty(Role.DEPUTY, manager.app.now).name == "孙磊"


async def test_by_touch_alone(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await manager.touch("○deputy")
        await manager.touch("○孙磊")
        await manager.touch("○2 h")
        await manager.touch("○until closing")
        await manager.touch("F10 save")
        assert await shift(manager, Role.DEPUTY) == ("孙磊", at(manager, 18))
        await manager.later(SECOND)
        await manager.touch("F4 end current duty")
        await manager.reads("✓ the duty as deputy has ended")
        await manager.touch("Esc close")
        await manager.closed()


async def test_what_another_station_sets_shows(at_station, people):
    async with at_station("manager") as manager:
        await open_duty(manager)
        await to(manager, "until")
        await manager.press(*"17")
        duty.hand_over(people, Role.DEPUTY, "李建国", at(manager, 19))
        await manager.reads("until 19:00")
        assert manager.app.screen.query_one("#until").value == "17"


async def test_ctrl_d_opens_it(at_station, people):
    async with at_station("reception") as reception:
        await reception.press("ctrl+d")
        await reception.dialog("DutyDialog")
        await reception.reads("service manager", "王五", "default")


async def test_a_duty_runs_out_by_itself(at_station, people):
    duty.hand_over(people, Role.DEPUTY, "李建国", at(None, 11))
    async with at_station("manager") as manager:
        await open_duty(manager)
        await manager.reads("until 11:00")
        await manager.later(HOUR)
        await manager.until(lambda: "until 11:00" not in manager.text)
        assert "孙磊" in manager.show("DutyList")


async def test_hostile_and_long_names_and_many_duties(at_station, people, size):
    hostile = "[b]坏[/b][@click=app.quit]"
    staff.add(people, hostile, Post.DIRECTOR)
    staff.add(people, "长" * 30, Post.MANAGER)
    for n in range(8):
        start = at(None, 11 + n)
        duty.hand_over(people, Role.DEPUTY, (hostile, "长" * 30)[n % 2], start + HOUR, starts_at=start)
    staff.remove(people, "王五")
    async with at_station("manager", size=size) as manager:
        await open_duty(manager)
        await manager.reads(hostile, "11:00 – 12:00", "12:00 – 13:00", _("and {count} more").format(count=4))
        assert {strip.cell_length for strip in manager.strips} == {size[0]}
        bottom = max(widget.region.bottom for widget in manager.app.screen.query("Static"))
        assert bottom < size[1]
        staff.remove(people, hostile)
        await manager.reads("not on the staff list")


async def test_until_closing_is_what_stands_there(at_station, people):
    """Nothing that is offered first is refused; and no guard is offered (trial, 68)."""
    async with at_station("manager") as manager:
        await open_duty(manager)
        assert manager.app.screen.query_one("#until").value == "18:00"
        assert "张三" not in manager.show("#person")
        begins, ends = (manager.app.screen.query_one(name).region.y for name in ("#from", "#until"))
        assert begins < ends
        await manager.press("f10")
        assert await shift(manager, Role.MANAGER) == ("王五", at(manager, 18))
