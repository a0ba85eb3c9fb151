"""The ledger of penalties, a month at a time: signing, appeal, decision, counter entry (Z8)."""

from dataclasses import replace

import pytest
from crowded import CARS, complain, penalty
from penalty_dialogs import CLEANED, HOSTILE, fits
from with_pins import PIN, sign_in_by_pin

from frontdesk.desk import penalties, policy
from frontdesk.desk.people import staff
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.penalties import charged
from screens.penalties.ledger import LedgerDialog

MINUTE, DAY = 60_000, 86_400_000


async def open_ledger(person, *, settled=True):
    await person.press("ctrl+b")
    await person.dialog("LedgerDialog")
    await person.until(lambda: person.app.screen.query("#ledger") and person.show("#ledger").strip())
    if settled:
        await person.later(700)


def act(desk, who, command, *values):
    desk.actor = Actor("manager", who)
    command(desk, *values)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_a_month_of_the_ledger(at_station, proposed, size):
    act(proposed, "赵敏", penalties.sign, 1)
    act(proposed, "王五", penalties.propose, complain(proposed, CARS[1]), "赵敏")
    async with at_station("manager", who="李建国", size=size) as manager:
        await open_ledger(manager)
        shown = await manager.reads("2026-05", f"张三 {charged(50)} · 赵敏 {charged(0)}", "苏A·12341", "苏A·12342")
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
        await manager.reads("✓ No. 1 penalty signed", "张三 +50 CNY", "signed +50 CNY · 赵敏")
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
        await manager.reads("2026-05", "张三 +50 CNY")
        await manager.press("tab")
        await manager.paste("弄错了车")
        await manager.press("f5")
        await manager.reads("✓ No. 1 penalty countered", "countered -50 CNY · 王五 · 弄错了车", "张三 +50 CNY")
        manager.app.screen.query_one("#ledger").focus()
        await manager.press("right")
        await manager.reads("2026-06", "张三 -50 CNY")
        await manager.press("right")
        await manager.pilot.pause()
        assert "2026-06" in manager.text
        assert penalties.of_month(proposed, Month(2026, 6)).sums == {"张三": -50}


async def test_what_still_waits_is_shown_this_month(at_station, proposed, clock):
    clock.at += 10 * DAY
    async with at_station("manager", who="赵敏") as manager:
        await open_ledger(manager)
        await manager.reads("2026-06", "苏A·12341", "05-29 10:00 proposed · 王五")
        await manager.press("f2")
        await manager.reads("✓ No. 1 penalty signed", "张三 +50 CNY")


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
        await manager.reads("signed +50 CNY · 赵敏")
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


async def test_it_is_called_what_the_store_calls_it(at_station, staffed):
    async with at_station("manager", who="李建国") as manager:
        await manager.press("ctrl+b")
        await manager.dialog("LedgerDialog")
        await manager.reads("Penalties", "no penalty in this month")
        await manager.later(700)
        await manager.press("escape")
        await manager.closed()
        policy.load(staffed, replace(Policy(), penalty_word="绩效扣分"))
        await manager.until(lambda: manager.app.snapshot.policy.penalty_word)
        await manager.press("ctrl+b")
        await manager.dialog("LedgerDialog")
        shown = await manager.reads("no 绩效扣分 in this month")
        assert "enalt" not in shown


async def test_a_second_person_signs_without_working_here(at_station, proposed):
    sign_in_by_pin(proposed, "赵敏", "王五")
    async with at_station("manager") as manager:
        await open_ledger(manager)
        for name in ("ww", "zm"):
            await manager.press("f2")
            await manager.dialog("PinDialog")
            await manager.press(*f"{name}{PIN}", "enter")
            if name == "ww":
                # Whoever proposed it does not sign it too.
                await manager.reads("✗")
                assert penalty(proposed, 1).state is PenaltyState.PROPOSED
                await manager.later(700)
        await manager.reads("✓ No. 1 penalty signed", "signed +50 CNY · 赵敏")
        assert manager.app.desk.actor.who == "王五"
        # The operator's own steps need the operator's own PIN.
        await manager.press("tab", *"heard", "f4")
        await manager.later(700)
    (kind, who, proof), *_rest = proposed.connection.execute(
        "select kind, who, proof from events where kind like 'penalty%' order by seq desc"
    ).fetchall()
    assert (kind, who, proof) == ("penalty_sign", "赵敏", "pin")
    left = proposed.connection.execute(
        "select name from sign_ins i join staff s on s.id = staff_id where ended_at is null and station = 'manager'"
    )
    assert left.fetchall() == [("王五",)]


@pytest.mark.usefixtures("proposed")
async def test_the_board_as_the_limit_was_crossed(at_station):
    async with at_station("manager") as manager:
        await open_ledger(manager)
        await manager.press("f6")
        await manager.dialog("PastDialog")
        await manager.reads("THE PAST · Fri 2026-05-29 10:00", "zone 4/4")
        await manager.press("escape")
        await manager.dialog("LedgerDialog")
