"""Proposing a penalty from a case: the evidence, the form, who may, and why there is none to propose (Z8)."""

import pytest
from crowded import complain, penalty
from penalty_dialogs import CLEANED, HOSTILE, fits

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import Nature
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.people.staff import Post
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.opening import open_case
from screens.penalties.propose import PenaltyDialog

MINUTE = 60_000


async def open_penalty(person, desk, case=1, *, settled=True):
    app, screen, page = person.app, person.app.screen, case_page.page(desk, case)
    app.call_later(lambda: app.push_screen(PenaltyDialog(page, screen)))
    await person.until(lambda: isinstance(app.screen, PenaltyDialog) and app.screen.query("#words"))
    await person.until(lambda: person.show("#evidence").strip())
    if settled:
        await person.later(700)


async def choose(person, name):
    """Choose who is responsible, with the keyboard."""
    choice = person.app.screen.query_one("#person")
    choice.focus()
    for _step in range(20):
        if choice.person == name:
            return
        await person.press("right")
    raise AssertionError(name)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_evidence_and_the_form(at_station, crowded, clock, size):
    clock.at += 21 * MINUTE
    async with at_station("manager", who="王五", size=size) as manager:
        await manager.picture(lambda snapshot: len(snapshot.escalations) > 2)
        await open_penalty(manager, crowded)
        shown = manager.show("#evidence")
        for said in (word(Kind.OVER_COUNT), word(Kind.OVER_STAY), "苏A·12341", "10:00:00", "10:20:00", "21:00", "1:00"):
            assert said in shown, said
        assert shown.count(_("nobody acted")) == 2
        assert "50" in shown.split("\n")[0]
        for name in ("responsible", "words"):
            assert _(name) in manager.text
        assert _("propose") in manager.show("#hints")
        fits(manager, size)


async def test_proposing_a_penalty(at_station, crowded, clock):
    clock.at += 21 * MINUTE
    async with at_station("manager", who="王五") as manager:
        await manager.picture(lambda snapshot: len(snapshot.escalations) > 2)
        await open_penalty(manager, crowded)
        await manager.press("down")
        await choose(manager, "张三")
        await manager.press("tab")
        await manager.paste("没有报告")
        await manager.press("f10")
        await manager.reads("✓ Penalty No. 1 of 张三 is proposed")
        await manager.press("f10")
        found = penalty(crowded, 1)
        assert (found.person, found.kind, found.proposed_by) == ("张三", Kind.OVER_STAY, "王五")
        assert found.entries[0].words == "没有报告"
        await manager.press("escape")
        await manager.closed()


async def test_the_keys_do_at_once_what_the_last_line_says(at_station, crowded, clock):
    clock.at += 21 * MINUTE
    async with at_station("manager", who="王五") as manager:
        await manager.picture(lambda snapshot: len(snapshot.escalations) > 2)
        await open_penalty(manager, crowded)
        await manager.until(lambda: len(manager.app.screen.query_one("#person")._words) > 1)
        await manager.press("right", "down", "enter")
        await manager.paste("没有报告")
        await manager.press("up", "down", "f10")
        await manager.reads("✓ Penalty No. 1")
        found = penalty(crowded, 1)
        assert (found.person, found.kind) == (crowded.snapshot().staff[0].name, Kind.OVER_STAY)
        assert found.entries[0].words == "没有报告"


async def test_a_touch_chooses_the_evidence(at_station, crowded, clock):
    clock.at += 21 * MINUTE
    async with at_station("manager", who="王五") as manager:
        await manager.picture(lambda snapshot: len(snapshot.escalations) > 2)
        await open_penalty(manager, crowded)
        await manager.touch("· over-stay", row=1)
        await manager.until(lambda: "● No." in manager.show("#evidence").split("over-stay")[0].split("\n")[-1])


async def test_nobody_is_responsible_until_one_is_chosen(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded)
        await manager.press("tab")
        await manager.paste("等了很久")
        await manager.press("enter", "f10")
        await manager.reads("Who is responsible? Choose somebody on the staff list.")
        assert manager.app.screen.query_one("#words").value == "等了很久"
        await choose(manager, "赵敏")
        await manager.press("f10")
        await manager.reads("✓ Penalty No. 1 of 赵敏")


async def test_a_name_typed_at_the_list_chooses_and_what_is_nobodys_is_not_lost_in_silence(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded)
        choice = manager.app.screen.query_one("#person")
        await manager.until(lambda: len(choice._words) > 1)
        for typed, person in (("赵", "赵敏"), ("敏", "赵敏"), ("李建", "李建国"), ("x", "李建国")):
            await manager.press(*typed)
            assert choice.person == person
        await manager.reads("✗ Nothing can be typed here, and nothing was written down.")
        await manager.press("tab", *"x")
        assert "Nothing can be typed here" not in manager.text
        assert manager.app.screen.query_one("#words").value == "x"
        choice.focus()
        await manager.press("王")
        assert choice.person == "王五"
        await manager.paste("等了很久")
        await manager.reads("✗ Nothing can be typed here, and nothing was written down.")
        await manager.press("f10")
        await manager.reads("✓ Penalty No. 1 of 王五 is proposed")


async def test_what_just_came_up_does_not_listen(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded, settled=False)
        await manager.press("f10")
        await manager.reads("Read it first")


async def test_only_who_decides_may_propose(at_station, crowded):
    async with at_station("manager", who="赵敏") as manager:
        await open_penalty(manager, crowded)
        await choose(manager, "张三")
        await manager.press("f10")
        await manager.reads("“propose a penalty” is for the manager on duty")
        assert crowded.read(lambda c: c.execute("select count(*) from penalties").fetchone()) == (0,)


async def test_why_there_is_nothing_to_propose_is_said_at_once(at_station, proposed):
    inquiry = complain(proposed, nature=Nature.INQUIRY)
    drill = complain(proposed, is_drill=True)
    elsewhere = complain(proposed, "")
    again = complain(proposed)
    async with at_station("manager", who="王五") as manager:
        for case, said in (
            (1, "has a penalty for that visit already: No. 1"),
            (again, "has a penalty for that visit already: No. 1"),
            (inquiry, "is an inquiry"),
            (drill, "a drill costs nobody anything"),
            (elsewhere, "is linked to no visit"),
        ):
            await open_penalty(manager, proposed, case)
            await manager.reads(said)
            await manager.press("escape")
            await manager.closed()


async def offered(person, case):
    """Open what can be done with a case; return what is said of proposing a penalty, and choose it."""
    open_case(person.screen, case)
    await person.dialog("CaseDialog")
    await person.until(lambda: "F9" in person.text)
    await person.press("enter")
    await person.dialog("ChooseDialog")
    row = next(row for row in person.lines if "propose a penalty" in row)
    await person.touch("propose a penalty")
    return row.split("propose a penalty")[1]


async def test_the_menu_of_a_case_offers_a_penalty(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await offered(manager, 1)
        await manager.dialog("PenaltyDialog")


async def test_the_menu_of_a_case_says_why_there_is_nothing_to_propose(at_station, proposed):
    inquiry, drill = complain(proposed, nature=Nature.INQUIRY), complain(proposed, is_drill=True)
    elsewhere, again = complain(proposed, ""), complain(proposed)
    async with at_station("manager", who="王五") as manager:
        for case, said in (
            (inquiry, "an inquiry costs nobody anything"),
            (drill, "a drill costs nobody anything"),
            (elsewhere, "linked to no visit"),
            (again, "that visit has one already"),
        ):
            assert said in await offered(manager, case)
            await manager.dialog("ChooseDialog")
            await manager.press("escape", "escape")
            await manager.closed()


async def test_the_staff_list_is_followed_and_shown_as_text(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded)
        await choose(manager, "张三")
        staff.add(crowded, HOSTILE, Post.ADVISOR)
        await manager.picture(lambda snapshot: len(snapshot.staff) == 6)
        assert manager.app.screen.query_one("#person").person == "张三"
        await choose(manager, CLEANED)
        await manager.reads(CLEANED)
        manager.app.screen.query_one("#words").focus()
        await manager.paste(HOSTILE)
        await manager.press("f10")
        await manager.until(lambda: manager.app.screen.query_one("Done").text)
        assert penalty(crowded, 1).person == CLEANED


async def test_the_chosen_person_stays_in_the_other_language(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded)
        await choose(manager, "赵敏")
        await manager.press("ctrl+t")
        await manager.reads("提出考核扣款", "赵敏")
        await manager.press("ctrl+t")
        await manager.reads("Propose a penalty", "赵敏")
        assert manager.app.screen.query_one("#person").person == "赵敏"


async def test_nobody_becomes_responsible_by_a_paste(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        await open_penalty(manager, crowded)
        for text in ("王五", "李四\n", "李四说车修好了", "1"):
            await manager.paste(text)
            await manager.reads("Nothing can be typed here, and nothing was written down.")
            assert manager.app.screen.query_one("#person").person == ""
