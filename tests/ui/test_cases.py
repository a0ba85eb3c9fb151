"""A case at the desk: every step in a form of its own, nothing typed is lost, who may not is told so (C2–C9, Q3–Q6)."""

import pytest

from frontdesk.desk import amending, case_page, complaints, drafts, templates
from frontdesk.domain.case_clocks import ClockName
from frontdesk.domain.case_steps import Given, Step
from frontdesk.domain.clock import DAY, MINUTE
from frontdesk.domain.complaints import Channel, ComplaintKind, Form, Nature, Severity, Stage
from frontdesk.domain.errors import Reason, StoreError
from frontdesk.domain.staff import StationKind

SETTLE = 1_000
"""Longer than a dialog is deaf."""


@pytest.fixture
def case(staffed, desk):
    """Return what registers a case; its number is 1."""

    def one(severity=Severity.ORDINARY, plate="", nature=Nature.COMPLAINT):
        return complaints.register(
            staffed, channel=Channel.PHONE, kind=ComplaintKind.SERVICE, severity=severity, nature=nature,
            customer="陈先生", phone="13812348000", plate=plate, words="等得太久了",
        ).number  # fmt: skip

    return one


async def opened(person):
    """Open the case that is due first."""
    await person.press("tab", "enter")
    await person.dialog("ComplaintCase")
    await person.until(lambda: "F9" in person.text)
    await person.later(SETTLE)


async def filled(person, key, *texts):
    """Fill in a step's form, field by field, and save it; the case is up again."""
    await person.press(key)
    await person.dialog("StepForm")
    await person.later(SETTLE)
    for place, text in enumerate(texts):
        if place:
            await person.press("tab")
        await person.paste(text)
    await person.press("f10")
    await person.dialog("ComplaintCase")
    await person.later(SETTLE)


async def from_menu(person, step_word):
    """Choose what is to be done by its name."""
    await person.press("enter")
    await person.dialog("ChooseDialog")
    await person.touch(step_word)
    await person.until(lambda: type(person.app.screen).__name__ != "ChooseDialog")
    await person.later(SETTLE)


def record(person):
    text = person.app.screen.query_one("CaseText")
    return "\n".join("".join(span.text for span in spans) for spans in text.build(text.size.width))


async def test_a_case_goes_step_by_step_to_its_close_and_is_opened_again(at_station, case, desk, arrive):
    arrive("苏A12345")
    number = case(plate="苏A12345")
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.reads("等得太久了", "138****8000", "visit of 苏A·12345", "registered")
        await filled(reception, "f2", "王五")
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.press("f10")
        await reception.reads("“answer” needs a few words")
        await reception.press("escape")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        for key, text, stage in (
            ("f3", "已道歉", Stage.ANSWERED), ("f4", "免费洗车", Stage.RESOLVED),
            ("f5", "客户满意", Stage.CONFIRMED),
        ):  # fmt: skip
            await filled(reception, key, text)
            await reception.until(lambda stage=stage: complaints.get(desk, number).stage is stage)
        await reception.press("f6")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        form = reception.app.screen
        assert (form.query_one("#measures").text, form.query_one("#result").text) == ("免费洗车", "客户满意")
        form.query_one("#cause").text = "高峰期人手不足"
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.until(lambda: "高峰期人手不足" in record(reception))
        for words in ("assigned to 王五", "已道歉", "免费洗车", "customer confirms", "follow-up due"):
            assert words in record(reception)
        await reception.press("f5")
        await reception.reads("is closed: “customer confirms” is not possible now")
        await filled(reception, "f7", "客户不满意")
        await reception.until(lambda: complaints.get(desk, number).stage is Stage.REGISTERED)
        await reception.press("escape")
        await reception.closed()
        await reception.reads("陈先生")


async def test_a_half_filled_step_survives_escape_and_another_desks_step(at_station, case, open_desk):
    number = case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.paste("半句话")
        complaints.take(open_desk("manager", "王五"), number, Step.ASSIGN, "赵六")
        await reception.press("escape")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("assigned to 赵六")
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        assert reception.app.screen.query_one("#words").text == "半句话"


async def test_what_a_clock_waits_for(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "pause a clock")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.press("f10")
        await reception.reads("“pause a clock” needs a few words")
        form = reception.app.screen
        form.query_one("#words").text = "等配件"
        form.query_one("#clock").index = [c.name for c in form._clocks].index(ClockName.FULL_ANSWER)
        for typed, said in (("", "By when?"), ("soon", "is not a day"), ("9:00", "is not in the future")):
            form.query_one("#until").value = typed
            await reception.press("f10")
            await reception.reads(said)
        form.query_one("#until").value = "明天"
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("paused until", "李四 · 等配件")
        (paused,) = [c for c in complaints.get(desk, 1).clocks if c.pauses]
        assert paused.name is ClockName.FULL_ANSWER
        await from_menu(reception, "let a clock run on")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.until(lambda: "paused until" not in reception.text)


async def test_quality_is_asked_answers_and_the_desk_passes_it_on(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "hand to quality")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.paste("异响从何而来")
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("at quality", "quality's answer")
        await from_menu(reception, "quality's answer")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.paste("轴承磨损")
        await reception.press("f10")
        await reception.reads("Quality's answer needs what was found")
        for name, text in (("investigation", "拆检"), ("analysis", "批次缺陷"), ("measure", "整批更换")):
            reception.app.screen.query_one(f"#{name}").text = text
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("quality answered: pass it on", "整批更换")
        await from_menu(reception, "pass quality's answer on")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("passed on")
        (form,) = case_page.page(desk, 1).forms
        assert (form.measure, form.passed_on_by) == ("整批更换", "李四")


async def test_closing_with_something_open_is_the_managers(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await opened(reception)
        await from_menu(reception, "close anyway")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.reads("a clock is still running", "the customer has not confirmed")
        await reception.paste("客户失联")
        await reception.press("f10")
        await reception.reads("is for the manager on duty")
        assert complaints.get(desk, 1).is_open
    async with at_station("manager") as manager:
        await opened(manager)
        await from_menu(manager, "close anyway")
        await manager.dialog("StepForm")
        await manager.later(SETTLE)
        await manager.paste("客户失联")
        await manager.press("f10")
        await manager.until(lambda: not complaints.get(desk, 1).is_open)


async def test_a_spoken_answer_is_to_be_written_up(at_station, case, desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        reception.app.screen.query_one("#said").index = list(Form).index(Form.SPOKEN)
        reception.app.screen.query_one("#words").text = "电话里说明了"
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("spoken answers to be written up: 1", "spoken, to be written up")
        assert complaints.get(desk, 1).to_write_up == 1


async def test_an_answer_from_a_template(at_station, case):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await reception.press("f3", "f4")
        await reception.dialog("ChooseDialog")
        await reception.press("1")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        assert reception.app.screen.query_one("#words").text.startswith("陈先生您好，您反映的问题我们已登记（编号1）")


async def test_a_follow_up_asks_for_satisfaction(at_station, case, desk, open_desk):
    number = case()
    manager = open_desk("manager", "王五")
    for step in (Step.ANSWER, Step.RESOLVE, Step.CONFIRM, Step.CLOSE):
        complaints.take(manager, number, step, "好")
    async with at_station("reception") as reception:
        reception.screen.open_case(number)
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await from_menu(reception, "follow up")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        reception.app.screen.query_one("#satisfaction").index = 3
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("satisfaction 4 of 5")
        assert complaints.get(desk, number).satisfaction == 4


async def test_what_was_registered_is_corrected(at_station, case, desk, arrive):
    arrive("苏A12345")
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.later(SETTLE)
        form = reception.app.screen
        assert "13812348000" not in reception.text
        form.query_one("#customer").value = "陈女士"
        form.query_one("#plate").value = "a12345"
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.reads("陈女士", "visit of 苏A·12345")
        found = complaints.get(desk, 1)
        assert (found.customer, found.plate, found.phone, found.visit_id) == ("陈女士", "苏A12345", "138****8000", 1)


async def test_a_correction_made_meanwhile_stays_and_so_does_a_plate_without_its_province(at_station, case, desk):
    case(plate="A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        amending.amend(desk, 1, nature=Nature.DISPUTE, kind=ComplaintKind.PRICE, customer="陈女士", phone="13900001111")
        reception.app.screen.query_one("#wants").value = "退款"
        await reception.press("f10")
        await reception.dialog("ComplaintCase")
        found = complaints.get(desk, 1)
        assert (found.nature, found.kind, found.customer) == (Nature.DISPUTE, ComplaintKind.PRICE, "陈女士")
        assert (found.phone, found.plate, found.wants) == ("139****1111", "A12345", "退款")


async def test_saving_with_nothing_corrected_changes_nothing(at_station, case, desk):
    case(plate="A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.press("f10")
        await reception.reads("Nothing of complaint No. 1 would change.")


async def test_the_first_judgement_follows_the_words_and_a_person_decides(at_station, case, desk):
    case(plate="苏A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.reads("first judgement: ordinary", "no earlier case")
        await reception.paste("手被车门夹伤了，要找记者")
        await reception.reads("first judgement: major — injury", "media", "F4 take it over")
        form = reception.app.screen
        form.query_one("#phone").value = "13812348000"
        await reception.reads("earlier cases: 1, the last No. 1 (registered)")
        assert form.query_one("#severity").index == 0
        await reception.press("f4")
        assert form.query_one("#severity").index == 1
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: complaints.get(desk, 2).severity is Severity.MAJOR)


async def test_a_half_filled_form_survives_the_end_of_the_station(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.paste("等了一个小时")
        reception.app.screen.query_one("#phone").value = "13812348000"
        await reception.until(lambda: desk.connection.execute("select count(*) from drafts").fetchone()[0])
        await reception.until(
            lambda: desk.connection.execute("select count(*) from phones where number = '13812348000'").fetchone()[0]
        )
    # Nobody closed the form: the station ended under it.
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        form = reception.app.screen
        assert (form.query_one("#words").text, form.query_one("#phone").value) == ("等了一个小时", "13812348000")
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: desk.connection.execute("select count(*) from drafts").fetchone()[0] == 0)
        assert desk.connection.execute("select count(*) from phones where number = '13812348000'").fetchone() == (1,)
    async with at_station("manager") as manager:
        assert await manager.app._hands.do(drafts.find) is None


async def test_a_drill_is_marked(at_station, desk):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.paste("演练用的投诉")
        reception.app.screen.query_one("#drill").index = 1
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: complaints.get(desk, 1).is_drill)
        await reception.until(lambda: "DRILL" in reception.show("#queue"))
        assert "complaints 0 " in reception.show("#queue").split("\n")[0]
        assert "due today" not in reception.show("#queue")
        await opened(reception)
        await reception.reads("DRILL")


async def test_the_evidence_beside_a_case(at_station, case, desk, arrive, clock):
    arrive("苏A12345", "苏A22222", "苏A33333", "苏A44444")
    clock.at += 25 * MINUTE
    case(plate="苏A12345")
    async with at_station("manager", size=(120, 40)) as manager:
        await manager.later(0)
        await manager.press("tab", "enter")
        await manager.dialog("ComplaintCase")
        await manager.later(SETTLE)
        await manager.until(lambda: "crowding the car met" in record(manager))
        assert "over-count" in record(manager)
        assert "over-stay" in record(manager)
        assert "in the zone 25:01 · customer waited 25:01" in record(manager)


async def test_a_penalty_is_proposed_from_the_case(at_station, case, desk, arrive):
    arrive("苏A12345", "苏A22222", "苏A33333", "苏A44444")
    case(plate="苏A12345")
    async with at_station("manager", size=(120, 40)) as manager:
        await manager.press("tab", "enter")
        await manager.dialog("ComplaintCase")
        await manager.later(SETTLE)
        await from_menu(manager, "propose a penalty")
        await manager.dialog("PenaltyDialog")
        await manager.reads("over-count")
        await manager.later(1_000)
        await manager.press("tab", "right", "f10")
        await manager.until(lambda: case_page.page(desk, 1).penalties)
        await manager.press("escape")
        await manager.dialog("ComplaintCase")
        await manager.later(SETTLE)
        await manager.until(lambda: "proposed" in record(manager))


async def test_the_documents_of_a_case_are_put_on_file(at_station, case, desk):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        for document in ("complaint form for quality", "closing report"):
            await from_menu(reception, f"print: {document}")
            await reception.dialog("ComplaintCase")
            await reception.reads("Open it in a browser")
            await reception.later(1_000)
        found = sorted((desk.path.parent / "documents").glob("*.html"))
        assert [path.name.split("-")[:2] for path in found] == [["1", "form"], ["1", "report"]]
        assert "等得太久了" in found[0].read_text(encoding="utf-8")
        assert found[0].stat().st_mode & 0o077 == 0


async def test_a_held_or_doubled_key_takes_no_step(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await reception.later(31 * MINUTE)
        await reception.until(reception.prompts)
        await reception.later(SETTLE)
        await reception.press("f8")
        await reception.dialog("ComplaintCase")
        await reception.press("f8", "f8")
        await reception.reads("Read it first")
        assert [c.met_at for c in complaints.get(desk, 1).clocks if c.name is ClockName.HEAD_INFORMED] == [None]
        await reception.later(SETTLE)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.paste("马上处理")
        await reception.press("f10", "f10", "f10")
        await reception.dialog("ComplaintCase")
        assert [note.step for note in case_page.page(desk, 1).notes] == ["answer"]


async def test_of_two_promises_each_can_be_paused_and_let_run_on(at_station, case, desk, clock):
    case()
    for days in (1, 2):
        complaints.take(desk, 1, Step.PROMISE, f"第{days}件", given=Given(at=clock.at + days * DAY))
    async with at_station("reception", size=(120, 40)) as reception:
        for number in (1, 2):
            await opened(reception) if number == 1 else None
            await from_menu(reception, "pause a clock")
            form = reception.app.screen
            place = [c.name for c in form._clocks].index(ClockName.PROMISED)
            form.query_one("#clock").index = place
            form.query_one("#until").value = "3d"
            form.query_one("#words").text = "等客户"
            assert form._clocks[place].what == f"第{number}件"
            await reception.press("f10")
            await reception.dialog("ComplaintCase")
            await reception.later(SETTLE)
        assert len(complaints.get(desk, 1).resumable(desk.now())) == 1
        await from_menu(reception, "let a clock run on")
        assert reception.app.screen._clocks[0].what == "第1件"


async def test_a_store_that_fails_ends_no_form(at_station, case, monkeypatch):
    case()

    def busy(_desk):
        raise StoreError(Reason.BUSY)

    monkeypatch.setattr(templates, "everyone", busy)
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3", "f4")
        await reception.reads("the database was busy")


async def test_the_next_operator_does_not_see_the_drafts_of_the_one_before(at_station, staffed, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.paste("李四的话")
        await reception.press("escape")
        await reception.closed()
        reception.app._sign_in(StationKind.RECEPTION, "王五")
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        assert reception.app.screen.query_one("#words").text == ""
        await reception.press("escape")
        await reception.closed()
        reception.app._sign_in(StationKind.RECEPTION, "李四")
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        assert reception.app.screen.query_one("#words").text == "李四的话"


async def test_a_corrected_number_is_masked_again(at_station, case, desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f9")
        await reception.reads("13812348000")
        amending.amend(desk, 1, phone="13900001111")
        await reception.reads("139****1111")
        assert "13812348000" not in reception.text
