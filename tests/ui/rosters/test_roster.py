"""The roster at the manager's console: set with digits, by the rules, published, swapped (S2)."""

from datetime import date

import pytest

from frontdesk.desk import approvals
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import planning, publishing, reading, solver
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.rosters.version import RosterState
from frontdesk.words import i18n

FIRST = date(2026, 6, 1)


@pytest.fixture
def team(desk):
    for name, post in (("陈静", Post.ADVISOR), ("林[/b]涛", Post.ADVISOR), ("小陈", Post.GUARD)):
        staff.add(desk, name, post)
    desk.actor = Actor("reception", "陈静")


async def open_roster(person):
    await person.press("ctrl+p")
    await person.paste("排班" if i18n.language() == "zh" else "roster")
    await person.press("enter")
    await person.dialog("RosterDialog")
    await person.later(700)


async def begin(desk_):
    await desk_.press("f2")
    await desk_.dialog("RosterForm")
    await desk_.later(700)
    await desk_.press("f10")
    await desk_.dialog("RosterDialog")
    await desk_.reads("✓ roster begun · 2026-05-30 – ")


@pytest.mark.usefixtures("team", "language_of_the_screen")
async def test_a_week_by_digits(at_station, desk, size):
    number = planning.begin(desk, FIRST, date(2026, 6, 7)).number
    async with at_station("manager", size=size) as desk_:
        await open_roster(desk_)
        await desk_.press("1")
        await desk_.until(lambda: len([t for t in reading.board(desk, number).turns if t.shift == "early"]) == 1)
        await desk_.press("down", "2")
        await desk_.until(lambda: len([t for t in reading.board(desk, number).turns if t.shift]) == 2)
        assert "·" in desk_.show("#roster")


@pytest.mark.usefixtures("team")
async def test_from_new_to_published(at_station, desk, clock):
    async with at_station("manager") as desk_:
        await open_roster(desk_)
        await desk_.reads("No roster yet")
        await begin(desk_)
        (version,) = reading.versions(desk)
        assert (version.first, version.last) == (date(2026, 5, 30), date(2026, 6, 5))
        await desk_.press("1")
        await desk_.reads("✓ roster set by hand · ")
        await desk_.press("left", "1")
        await desk_.reads("is down for just that")
        await desk_.later(700)
        await desk_.press("f5")
        await desk_.dialog("RosterForm")
        await desk_.later(700)
        await desk_.press("tab", "tab")
        await desk_.paste("年假")
        await desk_.press("f10")
        await desk_.dialog("RosterDialog")
        await desk_.reads("✓ absence entered", "×")
        await desk_.press("1")
        await desk_.reads("is away on 2026-05-30 (年假)")
        await desk_.later(700)
        await desk_.press("right", "1")
        await desk_.reads("✓ roster set by hand · ")
        await desk_.press("f6")
        await desk_.dialog("RosterForm")
        await desk_.reads("now 1; empty: so it stays")
        await desk_.later(700)
        await desk_.paste("2")
        await desk_.press("f10")
        await desk_.reads("with a word why")
        assert desk_.app.focused.id == "why"
        await desk_.press("shift+tab", "shift+tab", "backspace", "tab", "tab", "tab")
        await desk_.paste("电工证")
        await desk_.press("f10")
        await desk_.reads("Nobody holds “electrician's certificate”. There are: –.")
        await desk_.press("f10")
        await desk_.dialog("RosterDialog")
        await desk_.reads("service manager with electrician's certificate: 1")
        await desk_.later(700)
        await desk_.press("f8")
        # Whoever signs reads who is missing, and why each of them.
        await desk_.dialog("SigningDialog")
        await desk_.reads("early shift service manager: 1 missing: 王五 年假")
        await desk_.later(700)
        await desk_.press("f2")
        await desk_.dialog("RosterDialog")
        await desk_.reads("signed")
        assert reading.versions(desk)[0].state is RosterState.PUBLISHED


@pytest.mark.skipif(solver.is_there(), reason="the extra `planning` (ortools) is installed")
@pytest.mark.usefixtures("team")
async def test_without_the_extra_it_is_said(at_station, desk):
    planning.begin(desk, FIRST, FIRST)
    async with at_station("manager") as desk_:
        await open_roster(desk_)
        await desk_.press("f4")
        await desk_.reads("frontdesk[planning]")


@pytest.mark.skipif(not solver.is_there(), reason="the extra `planning` (ortools) is not installed")
@pytest.mark.usefixtures("team")
async def test_a_proposal_comes_from_a_process_of_its_own(at_station, desk):
    number = planning.begin(desk, FIRST, FIRST).number
    async with at_station("manager") as desk_:
        await open_roster(desk_)
        await desk_.press("f4")
        await desk_.reads("being proposed")
        # OR-Tools takes seconds to load, on a busy machine many; what it says on the way may be gone before it is seen.
        await desk_.reads("everybody is there, everything is even")
        assert [turn for turn in reading.board(desk, number).turns if turn.shift]
        publishing.submit(desk, number)


@pytest.mark.usefixtures("team")
async def test_what_an_empty_draft_is_told(at_station, desk):
    planning.begin(desk, FIRST, FIRST)
    async with at_station("manager") as desk_:
        await open_roster(desk_)
        await desk_.press("f8")
        await desk_.reads("Nobody is put down in roster No. 1 yet", "propose it")
        await desk_.press("9")
        await desk_.reads("No shift has the digit 9. Right would be one of: 0, 1, 2.")


@pytest.mark.usefixtures("team")
async def test_a_published_shift_is_swapped_and_taken_over(at_station, desk, clock):
    number = planning.begin(desk, FIRST, FIRST).number
    planning.set_turn(desk, number, FIRST, "陈静", "early")
    async with at_station("manager") as desk_:
        publishing.submit(desk, number)
        desk.actor = Actor("manager", "王五")
        approvals.sign(desk, number)
        await open_roster(desk_)
        await desk_.until(lambda: "published" in desk_.show("#roster"))
        shown = await desk_.reads("陈静 service advisor ", "F3 swap with")
        assert "F8 publish" not in shown
        await desk_.press("down", "f3")
        await desk_.dialog("RosterForm")
        await desk_.later(700)
        await desk_.paste("林[/b]涛")
        await desk_.press("f10")
        await desk_.dialog("RosterDialog")
        await desk_.reads("✓ shifts swapped")
        worked = {turn.person for turn in reading.board(desk, number).turns if turn.is_worked}
        assert worked == {"林[/b]涛"}
        await desk_.press("0")
        await desk_.reads("Roster No. 1 is published: nobody is simply set free in it")
        assert [turn.person for turn in reading.board(desk, number).turns if turn.is_worked] == ["林[/b]涛"]
        assert "F9" not in desk_.show("#hints")
        await desk_.press("f4")
        await desk_.reads("frontdesk[planning]" if not solver.is_there() else "No. 1: published")
