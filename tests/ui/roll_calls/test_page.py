"""The roll call at two stations: forty names with one key each, found as they are typed, nobody's mark lost (6.2)."""

import pytest
from textual.widgets import Input

from frontdesk.desk.people import staff
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.roll_calls.roll_call import Mark, Subject
from frontdesk.domain.runs.playbook import Playbook, Step
from screens.roll_calls.page import RollCallDialog


@pytest.fixture
def matter(staffed):
    """Something happens, and the station that is opened is the guard's desk with somebody at it."""
    staffed.actor = Actor("manager", "王五")
    playbooks.load(staffed, Playbook("test", "试", "store", (Step("a", "做"),), ()))
    return starting.start(staffed, "test", "zh").number


async def opened(station, matter):
    station.app.push_screen(RollCallDialog(station.screen, matter))
    await station.dialog("RollCallDialog")
    await station.later(700)


def marks(desk, matter):
    return {each.name or each.plate: each.mark for each in reading.last_of(desk, matter).entries}


async def test_forty_names_with_one_key_each(at_station, staffed, matter, clock):
    async with at_station("manager") as manager:
        await opened(manager, matter)
        await manager.reads("Nobody was counted yet", "F5 begin roll call")
        assert "all counted" not in manager.show("KeyHints")
        await manager.press("3", "8")
        await manager.press("f5")
        await manager.reads("people 0/40, 40 missing")
        begun = clock.at
        for _name in range(40):
            await manager.press("space")
            clock.at += 700
        await manager.reads("people 40/40, nobody missing")
        assert clock.at - begun <= 60_000
        await manager.press("f10")
        await manager.reads("roll call complete")
    assert not reading.last_of(staffed, matter).is_running


async def test_a_key_that_is_held_down_marks_one(at_station, staffed, matter, clock):
    counting.start(staffed, matter, visitors=10)
    async with at_station("manager") as manager:
        await opened(manager, matter)
        for gap in (500, *[33] * 40):
            await manager.press("space")
            clock.at += gap
        await manager.reads("people 1/12")
        await manager.later(700)
        await manager.press("space")
        await manager.reads("people 2/12")
        clock.at += 400
        await manager.press("space")
        await manager.reads("people 3/12")
    assert len(reading.last_of(staffed, matter).missing) == 9


async def test_typed_found_answered_for_and_seen_from_the_other_station(at_station, staffed, matter, arrive):
    staff.add(staffed, "许亮", Post.ADVISOR)
    staffed.actor = Actor("reception", "许亮")
    arrive("苏AD88321")
    counting.start(staffed, matter)
    async with at_station("manager") as manager:
        await opened(manager, matter)
        await manager.press("x", "l")
        await manager.reads("▸· 许亮")
        await manager.press("f2")
        await manager.reads("✓ 许亮", "left the store")
        assert manager.app.screen.query_one(Input).value == ""
        for letter in "d8832":
            await manager.press(letter)
        await manager.press("f4")
        await manager.dialog("AnswerDialog")
        await manager.later(700)
        await manager.press("f10")
        await manager.reads("What was said, and by whom?")
        await manager.paste("他[b]太太说")
        await manager.press("f10")
        await manager.dialog("RollCallDialog")
        await manager.reads("“他[b]太太说”")
        staffed.actor = Actor("guard", "张三")
        guard = reading.meant(reading.last_of(staffed, matter), "张三")
        counting.mark(staffed, matter, guard.key, Mark.HURT, words="脚扭了")
        await manager.later(1000)
        await manager.reads("“脚扭了”")
        (customer,) = reading.last_of(staffed, matter).of(Subject.CUSTOMER)
        assert [each.words for each in customer.marks] == ["他[b]太太说"]
    assert marks(staffed, matter)["许亮"] is Mark.LEFT


async def test_whoever_is_second_is_told_who_was_first(at_station, staffed, matter, clock, monkeypatch):
    counting.start(staffed, matter)
    async with at_station("manager") as manager:
        await opened(manager, matter)
        view = manager.app.screen.query_one("NameList")
        entry = view.entry
        # The other station's mark is on record, and not yet seen here.
        monkeypatch.setattr(type(manager.app.screen), "picture_changed", _nothing)
        staffed.actor = Actor("guard", "张三")
        counting.mark(staffed, matter, entry.key, Mark.LEFT)
        await manager.press("space")
        await manager.reads("张三 was first")
    assert marks(staffed, matter)[entry.name] is Mark.LEFT


async def _nothing(self):
    """Whatever changed is not read."""


@pytest.fixture
def under_way(staffed, matter, arrive):
    """Two cars and thirty visitors are counted."""
    arrive("苏AD88321", "苏B12345")
    counting.start(staffed, matter, visitors=30)
    return matter


@pytest.mark.usefixtures("language_of_the_screen")
async def test_it_fits_in_both_languages(at_station, store, under_way, size):
    async with at_station("manager", size=size) as manager:
        await opened(manager, under_way)
        await manager.until(lambda: "F10" in manager.text and "0/34" in manager.text)
        assert "苏A·D88321" in manager.text
        await manager.press("f8")
        await manager.until(lambda: list((store.parent / "documents").glob("*roll-call*.html")))


async def test_from_the_page_of_an_incident(at_station, staffed):
    async with at_station("manager") as manager:
        await manager.press("ctrl+x", "7", "4")
        await manager.dialog("IncidentDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.reads("王五")
        await manager.press("f5")
        await manager.dialog("RollCallDialog")
        await manager.later(700)
        await manager.press("f5")
        await manager.reads("people 0/2")
        await manager.press("escape")
        await manager.dialog("IncidentDialog")
        await manager.press("f8")
        await manager.reads("the roll call is not complete")
