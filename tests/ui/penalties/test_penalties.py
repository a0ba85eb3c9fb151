"""The two dialogs about penalties: proposing one from a case, and the ledger of a month (Z8)."""

import pytest
from crowded import CARS, complain, crowd, penalty

from frontdesk.desk import penalties
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.people import staff
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.case import Nature
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.penalties.penalty import PenaltyState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.opening import open_case
from screens.penalties.ledger import LedgerDialog
from screens.penalties.propose import PenaltyDialog

MINUTE, DAY = 60_000, 86_400_000
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
HOSTILE = "[/b][@click=app.quit]\x1b[31m{x}"
CLEANED = "[/b][@click=app.quit][31m{x}"


@pytest.fixture(params=["zh", "en"])
def language_of_the_screen(request, language):
    i18n.use(request.param)


@pytest.fixture
def crowded(staffed):
    """Four cars in the zone, and a complaint about the first of them, No. 1."""
    desk = staffed
    crowd(desk, {"李建国": Post.DIRECTOR, "赵敏": Post.ADVISOR})
    desk.actor = Actor("manager", "王五")
    complain(desk)
    return desk


@pytest.fixture
def proposed(crowded):
    """A penalty of 张三, proposed by 王五."""
    penalties.propose(crowded, 1, "张三", words="没有及时报告")
    return crowded


async def open_penalty(person, desk, case=1, *, settled=True):
    app, screen, page = person.app, person.app.screen, case_page.page(desk, case)
    app.call_later(lambda: app.push_screen(PenaltyDialog(page, screen)))
    await person.until(lambda: isinstance(app.screen, PenaltyDialog) and app.screen.query("#words"))
    await person.until(lambda: person.show("#evidence").strip())
    if settled:
        await person.later(700)


async def open_ledger(person, *, settled=True):
    await person.press("ctrl+b")
    await person.dialog("LedgerDialog")
    await person.until(lambda: person.app.screen.query("#ledger") and person.show("#ledger").strip())
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


def fits(person, size):
    assert {strip.cell_length for strip in person.strips} == {size[0]}
    assert max(widget.region.bottom for widget in person.app.screen.query("Static")) < size[1]


# -- proposing --------------------------------------------------------------------------------------------------


@SIZES
@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_evidence_and_the_form(at_station, crowded, clock, size):
    clock.at += 21 * MINUTE
    async with at_station("manager", who="王五", size=size) as manager:
        await manager.picture(lambda shot: len(shot.escalations) > 2)
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
        await manager.picture(lambda shot: len(shot.escalations) > 2)
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
        await manager.picture(lambda shot: len(shot.escalations) > 2)
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
        await manager.picture(lambda shot: len(shot.escalations) > 2)
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
    await person.dialog("ComplaintCase")
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
        await manager.picture(lambda shot: len(shot.staff) == 6)
        assert manager.app.screen.query_one("#person").person == "张三"
        await choose(manager, CLEANED)
        await manager.reads(CLEANED)
        manager.app.screen.query_one("#words").focus()
        await manager.paste(HOSTILE)
        await manager.press("f10")
        await manager.until(lambda: manager.app.screen.query_one("Done").text)
        assert penalty(crowded, 1).person == CLEANED


# -- the ledger -------------------------------------------------------------------------------------------------


def act(desk, who, command, *values):
    desk.actor = Actor("manager", who)
    command(desk, *values)


@SIZES
@pytest.mark.usefixtures("language_of_the_screen")
async def test_a_month_of_the_ledger(at_station, proposed, size):
    act(proposed, "赵敏", penalties.sign, 1)
    act(proposed, "王五", penalties.propose, complain(proposed, CARS[1]), "赵敏")
    async with at_station("manager", who="李建国", size=size) as manager:
        await open_ledger(manager)
        shown = await manager.reads("2026-05", "张三 +50 · 赵敏 0", "苏A·12341", "苏A·12342")
        for state in (PenaltyState.SIGNED, PenaltyState.PROPOSED):
            assert word(state) in shown
        # The one that waits is marked first.
        assert "▸" in next(row for row in manager.show("#ledger").split("\n") if "苏A·12342" in row)
        await manager.press("up")
        await manager.reads("没有及时报告")
        for name in ("sign", "appeal", "uphold", "counter", "close"):
            assert _(name) in manager.show("#hints")
        fits(manager, size)


async def test_signing(at_station, proposed):
    async with at_station("manager", who="赵敏") as manager:
        await open_ledger(manager)
        await manager.press("f2", "f2")
        await manager.reads("✓ No. 1 penalty signed", "张三 +50", "signed +50 · 赵敏")
        assert penalty(proposed, 1).charged == 50
        assert "✗" not in manager.text


async def test_appeal_and_decision_need_words(at_station, proposed):
    act(proposed, "赵敏", penalties.sign, 1)
    async with at_station("manager", who="李建国") as manager:
        await open_ledger(manager)
        await manager.press("f3")
        await manager.reads("“appeal” needs a few words")
        await manager.until(lambda: manager.app.focused is not None and manager.app.focused.id == "words")
        await manager.paste("当时在停车场")
        await manager.press("enter", "f3")
        await manager.reads("✓ No. 1 penalty appealed against")
        assert manager.app.screen.query_one("#words").value == ""
        await manager.press("f4")
        await manager.reads("“uphold” needs a few words")
        await manager.paste("可以疏导")
        await manager.press("f4")
        await manager.reads("✓ No. 1 penalty upheld")
        await manager.press("f3")
        await manager.reads("Penalty No. 1 is upheld since 2026-05-29 10:00 (李建国)")
        states = [entry.state for entry in penalty(proposed, 1).entries]
        assert states == [PenaltyState.PROPOSED, PenaltyState.SIGNED, PenaltyState.APPEALED, PenaltyState.UPHELD]


async def test_a_counter_entry_stands_in_its_own_month(at_station, proposed, clock):
    act(proposed, "赵敏", penalties.sign, 1)
    clock.at += 10 * DAY
    async with at_station("manager", who="王五") as manager:
        await open_ledger(manager)
        await manager.reads("2026-06", "no penalty in this month")
        await manager.press("f5")
        await manager.reads("There is no penalty in this month to do this with.")
        await manager.press("left")
        await manager.reads("2026-05", "张三 +50")
        await manager.press("tab")
        await manager.paste("弄错了车")
        await manager.press("f5")
        await manager.reads("✓ No. 1 penalty countered", "countered -50 · 王五 · 弄错了车", "张三 +50")
        manager.app.screen.query_one("#ledger").focus()
        await manager.press("right")
        await manager.reads("2026-06", "张三 -50")
        await manager.press("right")
        await manager.pilot.pause()
        assert "2026-06" in manager.text
        assert penalties.of_month(proposed, Month(2026, 6)).sums == {"张三": -50}


async def test_what_still_waits_is_shown_this_month(at_station, proposed, clock):
    clock.at += 10 * DAY
    async with at_station("manager", who="赵敏") as manager:
        await open_ledger(manager)
        await manager.reads("2026-06", "苏A·12341", "05-29 10:00 proposed 0 · 王五")
        await manager.press("f2")
        await manager.reads("✓ No. 1 penalty signed", "张三 +50")


async def test_who_may_not_is_told(at_station, proposed):
    async with at_station("manager", who="王五") as manager:
        await open_ledger(manager)
        await manager.press("f2")
        await manager.reads("王五 proposed penalty No. 1: somebody else on the staff list signs it.")
        assert penalty(proposed, 1).state is PenaltyState.PROPOSED


async def test_what_another_station_enters_is_seen(at_station, proposed):
    async with at_station("manager", who="李建国") as manager:
        await open_ledger(manager)
        act(proposed, "赵敏", penalties.sign, 1)
        await manager.reads("signed +50 · 赵敏")
        await manager.press("f2")
        await manager.reads("Penalty No. 1 is signed since 2026-05-29 10:00 (赵敏): “sign” is not", "possible now.")


async def test_touching_a_penalty_a_month_and_a_key(at_station, proposed):
    act(proposed, "王五", penalties.propose, complain(proposed, CARS[1]), "赵敏")
    async with at_station("manager", who="李建国") as manager:
        await open_ledger(manager)
        await manager.touch("No. 2 ")
        await manager.until(lambda: manager.app.screen.query_one("#ledger").marked == 2)
        await manager.touch("F2")
        await manager.reads("✓ No. 2 penalty signed")
        await manager.touch("◂")
        await manager.reads("2026-04", "no penalty in this month")
        await manager.later(700)
        await manager.touch("04 ▸")
        await manager.reads("2026-05")


async def test_hostile_words_and_names_are_shown_as_text(at_station, crowded):
    staff.add(crowded, HOSTILE, Post.ADVISOR)
    penalties.propose(crowded, 1, HOSTILE, words=HOSTILE * 40)
    async with at_station("manager", who="李建国") as manager:
        await open_ledger(manager)
        await manager.reads(CLEANED[:10], f"· 王五 · {CLEANED}")
        fits(manager, (80, 24))


async def test_many_penalties_scroll_and_the_form_stays_in_view(at_station, proposed):
    for number in range(30):
        act(proposed, "王五", penalties.counter, number + 1, "再来")
        act(proposed, "王五", penalties.propose, 1, "张三")
    async with at_station("manager", who="李建国") as manager:
        await open_ledger(manager)
        await manager.reads("▸No. 31")
        fits(manager, (80, 24))
        await manager.press(*["up"] * 30)
        await manager.reads("▸No. 1 ")
        fits(manager, (80, 24))


@pytest.mark.parametrize("station", ["guard", "reception"])
async def test_the_ledger_is_the_managers(at_station, proposed, station):
    async with at_station(station, who="李建国") as person:
        await person.press("ctrl+b")
        await person.pilot.pause()
        assert not isinstance(person.app.screen, LedgerDialog)
