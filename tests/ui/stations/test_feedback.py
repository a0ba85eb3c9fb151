"""The line that says what was done, or why not: it stands for a while, and a success takes an older refusal away."""

import pytest

from screens.kit.feedback import SHOWN_FOR

REFUSED = "There is no prompt to answer"


@pytest.mark.parametrize(("later", "stands"), [(SHOWN_FOR - 1, True), (SHOWN_FOR, False)])
async def test_what_was_refused_stands_for_eight_seconds(at_station, later, stands):
    async with at_station("guard") as guard:
        await guard.press("f8")
        await guard.reads(REFUSED)
        await guard.later(later)
        assert (REFUSED in guard.text) is stands


async def test_each_refusal_has_eight_seconds_of_its_own(at_station):
    async with at_station("guard") as guard:
        await guard.press("f8")
        await guard.reads(REFUSED)
        await guard.later(5_000)
        await guard.press("f4")
        await guard.reads("✗")
        await guard.later(SHOWN_FOR - 1)
        assert "✗" in guard.text
        await guard.later(1)
        assert "✗" not in guard.text


async def test_escape_takes_it_away_at_once(at_station):
    async with at_station("manager") as manager:
        await manager.press("f8")
        await manager.reads(REFUSED)
        await manager.press(*"b1", "escape")
        await manager.until(lambda: REFUSED not in manager.text and manager.entry == "")
        await manager.press("f8")
        await manager.reads(REFUSED)
        await manager.press("tab", "escape")
        await manager.until(lambda: REFUSED not in manager.text)


async def test_a_clock_that_is_set_back_keeps_it_no_longer(at_station, clock, monkeypatch):
    async with at_station("guard") as guard:
        await guard.press("f8")
        await guard.reads(REFUSED)
        started = clock.at
        monkeypatch.setattr(clock, "monotonic", lambda: started + SHOWN_FOR)
        await guard.later(-3_600_000)
        assert REFUSED not in guard.text


async def test_what_was_done_goes_too_and_leaves_the_last_entry(at_station, arrive):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.later(60_001)
        await reception.until(lambda: reception.prompts() == ["late_reception"])
        await reception.later(700)
        await reception.press("f8")
        await reception.reads("✓ Seen.")
        await reception.later(SHOWN_FOR)
        assert "Seen." not in reception.text


async def test_a_success_in_a_dialog_replaces_what_was_refused_before_it(at_station, arrive):
    arrive("苏A11111")
    async with at_station("guard") as guard:
        await guard.press("f4")
        await guard.reads("✗")
        await guard.press(*"111", "f3")
        await guard.dialog("MoveDialog")
        await guard.later(700)
        await guard.press("2")
        await guard.closed()
        await guard.reads("moved → bay 2")
        assert "✗" not in guard.text


async def test_a_case_that_is_saved_replaces_what_was_refused_before_it(at_station):
    async with at_station("reception") as reception:
        await reception.press("f4")
        await reception.reads("✗")
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.press(*"waited", "f10")
        await reception.closed()
        await reception.reads("✓")
        assert "✗" not in reception.text


async def test_a_question_that_has_gone_is_asked_again(at_station, desk):
    async with at_station("guard") as guard:
        await guard.press(*"zz99zz9", "f2")
        await guard.reads("does not look like a plate")
        await guard.later(SHOWN_FOR)
        assert "does not look like a plate" not in guard.show("Feedback")
        await guard.press("f2")
        await guard.until(lambda: "does not look like a plate" in guard.show("Feedback"))
        assert desk.snapshot().floor.cars == ()
        await guard.press("f2")
        await guard.picture(lambda snapshot: snapshot.floor.cars)
