"""What is half filled in, of a new case or of a step, is lost to nobody and shown to nobody else (C1)."""

from case_dialogs import SETTLE, opened

from frontdesk.desk import complaints, drafts
from frontdesk.domain.case_steps import Step
from frontdesk.domain.staff import StationKind


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


async def test_what_is_filled_in_of_a_step_is_kept_while_the_station_is_open(at_station, case):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(SETTLE)
        await reception.paste("半句话")
        await reception.press("escape", "escape")
        await reception.closed()
        await reception.press("enter")
        await reception.dialog("ComplaintCase")
        await reception.later(SETTLE)
        await reception.press("f3")
        await reception.dialog("StepForm")
        assert reception.app.screen.query_one("#words").text == "半句话"


async def test_who_goes_on_with_a_new_case_types_behind_what_is_there(at_station):
    async with at_station("reception") as reception:
        for words in ("first ", "second"):
            await reception.press("ctrl+n")
            await reception.dialog("ComplaintForm")
            reception.burst(words, "escape")
            await reception.closed()
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        assert reception.app.screen.query_one("#words").text == "first second"


async def test_who_goes_on_with_a_step_types_behind_what_is_there_and_sees_its_end(at_station, case):
    case()
    rows = "\n".join(f"第{row}行" for row in range(30))
    async with at_station("reception") as reception:
        await opened(reception)
        for words in (rows, "完"):
            await reception.press("f3")
            await reception.dialog("StepForm")
            await reception.later(SETTLE)
            await reception.paste(words)
            await reception.press("escape")
            await reception.dialog("ComplaintCase")
            await reception.later(SETTLE)
        await reception.press("f3")
        await reception.dialog("StepForm")
        assert reception.app.screen.query_one("#words").text == f"{rows}完"
        await reception.reads("第29行")
