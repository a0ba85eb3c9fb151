"""Pausing a clock of a case and letting it run on: until when, why, and which of two promises (Q3)."""

from datetime import UTC, datetime

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened

from frontdesk.desk.cases import register, steps
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import DAY, to_millis


def choose(form, name: ClockName) -> str:
    """Choose a clock; return the word for it."""
    choice = form.query_one("#clock")
    choice.index = choice.values.index(name)
    return choice._words[choice.index]


async def test_what_a_clock_waits_for(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "pause a clock")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.reads("“pause a clock” needs a few words")
        form = reception.app.screen
        form.query_one("#words").text = "等配件"
        choose(form, ClockName.FULL_ANSWER)
        for typed, said in (("", "By when?"), ("soon", "is not a day"), ("9:00", "is not in the future")):
            form.query_one("#until").value = typed
            await reception.press("f10")
            await reception.reads(said)
        form.query_one("#until").value = "明天"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("paused until", "李四 · 等配件")
        (paused,) = [c for c in register.get(desk, 1).clocks if c.pauses]
        assert paused.name is ClockName.FULL_ANSWER
        await from_menu(reception, "let a clock run on")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.until(lambda: "paused until" not in reception.text)


async def test_of_two_promises_each_can_be_paused_and_let_run_on(at_station, case, desk, clock):
    case()
    for days in (1, 2):
        steps.take(desk, 1, CaseStep.PROMISE, f"第{days}件", given=Given(at=clock.at + days * DAY))
    async with at_station("reception", size=(120, 40)) as reception:
        for number in (1, 2):
            await opened(reception) if number == 1 else None
            await from_menu(reception, "pause a clock")
            form = reception.app.screen
            assert f"第{number}件" in choose(form, ClockName.PROMISED)
            form.query_one("#until").value = "3d"
            form.query_one("#words").text = "等客户"
            await reception.press("f10")
            await reception.dialog("CaseDialog")
            await reception.later(IGNORES_KEYS_FOR)
        assert len(register.get(desk, 1).resumable(desk.now())) == 1
        await from_menu(reception, "let a clock run on")
        assert "第1件" in reception.app.screen.query_one("#clock")._words[0]


async def test_the_date_that_was_understood_is_shown_before_it_is_saved(at_station, case, desk, clock):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await from_menu(reception, "promise a date")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        box = reception.app.screen.query_one("#until")
        box.focus()
        await reception.paste("周末")
        await reception.reads("“周末” may mean 2026-05-30 or 2026-05-31.")
        box.value = "一周 下午3点"
        await reception.reads("→ Fri 2026-06-05 15:00")
        reception.app.screen.query_one("#words").text = "换一台"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        (promise,) = [c for c in register.get(desk, 1).clocks if c.name is ClockName.PROMISED]
        assert promise.due_at == to_millis(datetime(2026, 6, 5, 7, tzinfo=UTC))


async def test_once_a_date_is_owed_its_key_stands_there_and_meets_it(at_station, case, desk, clock):
    """Q3: not while the full answer is what comes first, and no longer once a later date is agreed on."""
    case()
    steps.take(desk, 1, CaseStep.ANSWER, "再查")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.reads("full answer")
        assert "date to agree on" not in reception.text
        await opened(reception)
        assert "Ctrl+D" not in reception.text
    clock.at += 6 * DAY
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.reads("full answer OVERDUE", "date to agree on")
        await opened(reception)
        await reception.reads("agree with the customer on a date: promise a date", "Ctrl+D", "promise a date")
        await reception.press("ctrl+d")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.app.screen.query_one("#until").value = "3 days"
        reception.app.screen.query_one("#words").text = "周五前答复"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: register.get(desk, 1).running_of(ClockName.AGREE_DATE) is None)
        await reception.until(lambda: "Ctrl+D" not in reception.text)
