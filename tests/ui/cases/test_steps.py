"""A case and its steps: each in a form of its own, none by a held key, who may not is told so (C3, C5, C7–C9, C13)."""

import pytest
from case_dialogs import IGNORES_KEYS_FOR, filled, from_menu, opened, record

from frontdesk.desk.cases import page, register
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import Nature, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import MINUTE
from screens.cases.opening import open_case


async def test_a_case_goes_step_by_step_to_its_close_and_is_opened_again(at_station, case, desk, arrive):
    arrive("苏A12345")
    number = case(plate="苏A12345")
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.reads("等得太久了", "138****8000", "visits of 苏A·12345", "registered")
        await filled(reception, "f2", "王五")
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.reads("“answer” needs a few words")
        await reception.press("escape")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        for key, text, stage in (
            ("f3", "已道歉", Stage.ANSWERED), ("f4", "免费洗车", Stage.RESOLVED),
            ("f5", "客户满意", Stage.CONFIRMED),
        ):  # fmt: skip
            await filled(reception, key, text)
            await reception.until(lambda stage=stage: register.get(desk, number).stage is stage)
        await reception.press("f6")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        form = reception.app.screen
        assert (form.query_one("#measures").text, form.query_one("#result").text) == ("免费洗车", "客户满意")
        form.query_one("#cause").text = "高峰期人手不足"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.until(lambda: "高峰期人手不足" in record(reception))
        for words in ("assigned to 王五", "已道歉", "免费洗车", "customer confirms", "follow-up due"):
            assert words in record(reception)
        await reception.press("f5")
        await reception.reads("is closed: “customer confirms” is not possible now")
        await filled(reception, "f7", "客户不满意")
        await reception.until(lambda: register.get(desk, number).stage is Stage.REGISTERED)
        await reception.press("escape")
        await reception.closed()
        await reception.reads("陈先生")


async def test_telling_the_head_says_who_that_is(at_station, case, desk):
    staff.add(desk, "陈总", Post.DIRECTOR, "13800010041")
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f8")
        await reception.dialog("StepForm")
        await reception.reads("head of the outlet: 陈总 13800010041")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.reads("“head informed”: who?")
        form = reception.app.screen
        person = form.query_one("#person")
        person.index = person.values.index("陈总")
        await reception.until(lambda: form.query_one("#words").value == "陈总")
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: ClockName.HEAD_INFORMED not in {c.name for c in register.get(desk, 1).running})


async def test_quality_is_asked_answers_and_the_desk_passes_it_on(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "hand to quality")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("异响从何而来")
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("at quality", "quality's answer")
        await from_menu(reception, "quality's answer")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("轴承磨损")
        await reception.press("f10")
        await reception.reads("Quality's answer needs what was found")
        for name, text in (("investigation", "拆检"), ("analysis", "批次缺陷"), ("measure", "整批更换")):
            reception.app.screen.query_one(f"#{name}").text = text
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("quality answered: pass it on", "整批更换")
        await from_menu(reception, "pass quality's answer on")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("passed on")
        (form,) = page.page(desk, 1).forms
        assert (form.measure, form.passed_on_by) == ("整批更换", "李四")


async def test_closing_with_something_open_is_the_managers(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("enter")
        await reception.dialog("ChooseDialog")
        await reception.until(lambda: "close anyway for the manager" in " ".join(reception.text.split()))
        await reception.touch("close anyway")
        await reception.later(IGNORES_KEYS_FOR)
        assert type(reception.app.screen).__name__ == "ChooseDialog"
    async with at_station("manager") as manager:
        await opened(manager)
        await from_menu(manager, "close anyway")
        await manager.dialog("StepForm")
        await manager.later(IGNORES_KEYS_FOR)
        await manager.reads("a clock is still running", "the customer has not confirmed")
        await manager.paste("客户失联")
        await manager.press("f10")
        await manager.until(lambda: not register.get(desk, 1).is_open)


async def follow_up(person, open_desk, number):
    """Close a case, and open the form in which the customer is asked again."""
    manager = open_desk("manager", "王五")
    for step in (CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.CONFIRM, CaseStep.CLOSE):
        case_steps.take(manager, number, step, "好")
    open_case(person.screen, number)
    await person.dialog("CaseDialog")
    await person.later(IGNORES_KEYS_FOR)
    await from_menu(person, "follow up")
    await person.dialog("StepForm")
    await person.later(IGNORES_KEYS_FOR)


async def test_a_follow_up_asks_for_satisfaction(at_station, case, desk, open_desk):
    number = case()
    async with at_station("reception") as reception:
        await follow_up(reception, open_desk, number)
        await reception.reads("← → choose")
        await reception.press("right", "right", "right", "right", "f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("satisfaction 4 of 5")
        assert register.get(desk, number).satisfaction == 4


async def test_a_follow_up_without_a_mark_is_refused_and_loses_nothing(at_station, case, desk, open_desk):
    number = case()
    async with at_station("reception") as reception:
        await follow_up(reception, open_desk, number)
        await reception.reads("●—", "○5")
        await reception.press("f10")
        await reception.reads("satisfaction: How satisfied is the customer?", "from 1 to 5.")
        await reception.press("tab")
        await reception.paste("还好")
        await reception.press("f10")
        await reception.pilot.pause()
        assert type(reception.app.screen).__name__ == "StepForm"
        assert reception.app.screen.query_one("#words").text == "还好"
        assert register.get(desk, number).followed_up_at is None
        await reception.press("left", "f10")
        await reception.dialog("CaseDialog")
        found, note = register.get(desk, number), page.page(desk, number).notes[-1]
        assert (found.satisfaction, note.words) == (5, "还好")


async def test_a_held_or_doubled_key_takes_no_step(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await reception.later(31 * MINUTE)
        await reception.until(reception.prompts)
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f8")
        await reception.dialog("CaseDialog")
        await reception.pilot.press("f8", "f8")
        assert type(reception.app.screen).__name__ == "CaseDialog"
        assert [c.met_at for c in register.get(desk, 1).clocks if c.name is ClockName.HEAD_INFORMED] == [None]
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("马上处理")
        await reception.press("f10", "f10", "f10")
        await reception.dialog("CaseDialog")
        assert [note.step for note in page.page(desk, 1).notes] == ["answer"]


@pytest.mark.parametrize(("key", "said"), [("f3", "Inquiry No. 1: answer"), ("", "Inquiry No. 1")])
async def test_a_form_is_called_what_its_case_is(at_station, case, key, said):
    case(nature=Nature.INQUIRY)
    async with at_station("reception") as reception:
        await reception.press("tab", "enter", *filter(None, [key]))
        await reception.reads(said)


async def test_the_cursor_goes_to_the_words_that_are_missing(at_station, case):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await from_menu(reception, "promise a date")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        until = reception.app.screen.query_one("#until")
        until.value = "16:30"
        until.focus()
        await reception.press("f10")
        await reception.reads("needs a few words")
        assert reception.app.focused.id == "words"
