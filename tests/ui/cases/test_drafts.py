"""What is half filled in, of a new case or of a step, is lost to nobody and shown to nobody else (C1)."""

from functools import partial

from case_dialogs import IGNORES_KEYS_FOR, opened

from frontdesk.desk.cases import drafts, page, steps
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import Form, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Post
from frontdesk.domain.stations.station import StationKind


async def test_a_half_filled_form_survives_the_end_of_the_station(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("等了一个小时")
        reception.app.screen.query_one("#phone").value = "13812348000"
        await reception.until(lambda: desk.connection.execute("select count(*) from drafts").fetchone()[0])
        await reception.until(
            lambda: desk.connection.execute("select count(*) from phones where number = '13812348000'").fetchone()[0]
        )
    # Nobody closed the form: the station ended under it.
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        form = reception.app.screen
        assert (form.query_one("#words").text, form.query_one("#phone").value) == ("等了一个小时", "13812348000")
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: desk.connection.execute("select count(*) from drafts").fetchone()[0] == 0)
        assert desk.connection.execute("select count(*) from phones where number = '13812348000'").fetchone() == (1,)
    async with at_station("manager") as manager:
        assert await manager.app.desk.do(drafts.find) is None


async def test_the_next_operator_does_not_see_the_drafts_of_the_one_before(at_station, staffed, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("李四的话")
        await reception.press("escape")
        await reception.closed()
        reception.app.sign_in(StationKind.RECEPTION, "王五")
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        assert reception.app.screen.query_one("#words").text == ""
        await reception.press("escape")
        await reception.closed()
        reception.app.sign_in(StationKind.RECEPTION, "李四")
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        assert reception.app.screen.query_one("#words").text == "李四的话"


async def test_a_half_filled_step_survives_escape_and_another_desks_step(at_station, case, open_desk):
    number = case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("半句话")
        steps.take(open_desk("manager", "王五"), number, CaseStep.ASSIGN, "赵六")
        await reception.press("escape")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("assigned to 赵六")
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        assert reception.app.screen.query_one("#words").text == "半句话"


async def test_what_is_filled_in_of_a_step_is_kept_while_the_station_is_open(at_station, case):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("半句话")
        await reception.press("escape", "escape")
        await reception.closed()
        await reception.press("enter")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f3")
        await reception.dialog("StepForm")
        assert reception.app.screen.query_one("#words").text == "半句话"


async def test_who_goes_on_with_a_new_case_types_behind_what_is_there(at_station):
    async with at_station("reception") as reception:
        for words in ("first ", "second"):
            await reception.press("ctrl+n")
            await reception.dialog("NewCaseForm")
            reception.burst(words, "escape")
            await reception.closed()
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        assert reception.app.screen.query_one("#words").text == "first second"


async def test_who_goes_on_with_a_step_types_behind_what_is_there_and_sees_its_end(at_station, case):
    case()
    rows = "\n".join(f"第{row}行" for row in range(30))
    async with at_station("reception") as reception:
        await opened(reception)
        for words in (rows, "完"):
            await reception.press("f3")
            await reception.dialog("StepForm")
            await reception.later(IGNORES_KEYS_FOR)
            await reception.paste(words)
            await reception.press("escape")
            await reception.dialog("CaseDialog")
            await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f3")
        await reception.dialog("StepForm")
        assert reception.app.screen.query_one("#words").text == f"{rows}完"
        await reception.reads("第29行")


async def form_of(person, step):
    """Open the form of a step; return it."""
    person.app.call_later(partial(person.app.screen.action_take, step))
    await person.dialog("StepForm")
    await person.later(IGNORES_KEYS_FOR)
    return person.app.screen


async def left(person):
    """Close the form with what is filled in; the case is up again."""
    await person.press("escape")
    await person.dialog("CaseDialog")
    await person.later(IGNORES_KEYS_FOR)


def chosen(form, name):
    """Return the word that is chosen."""
    choice = form.query_one(name)
    return choice._words[choice.index]


async def test_an_answer_that_was_spoken_is_still_so_when_its_form_is_taken_up_again(at_station, case, desk):
    number = case()
    async with at_station("reception") as reception:
        await opened(reception)
        form = await form_of(reception, CaseStep.ANSWER)
        form.query_one("#said").focus()
        await reception.press("right")
        await left(reception)
        form = await form_of(reception, CaseStep.ANSWER)
        await reception.reads("●spoken")
        await reception.paste("已道歉")
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        (note,) = page.page(desk, number).notes
        assert (note.form, note.words) == (Form.SPOKEN, "已道歉")


async def test_a_clock_that_was_chosen_is_kept_while_it_can_be_paused(at_station, case, desk, open_desk):
    number = case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        form = await form_of(reception, CaseStep.PAUSE)
        first = chosen(form, "#clock")
        form.query_one("#clock").focus()
        await reception.press("right", "right")
        third, names = chosen(form, "#clock"), [ClockName(name) for name in form.query_one("#clock").values]
        await left(reception)
        # One that stood before it can be paused no more: the place of the one that was chosen is another.
        manager, until = open_desk("manager", "王五"), reception.clock.at + 3_600_000
        steps.take(manager, number, CaseStep.PAUSE, "等", given=Given(at=until, clock=names[1]))
        await reception.until(lambda: len(reception.app.screen._page.notes) == 1)
        form = await form_of(reception, CaseStep.PAUSE)
        assert chosen(form, "#clock") == third
        await left(reception)
        steps.take(manager, number, CaseStep.PAUSE, "等", given=Given(at=until, clock=names[2]))
        await reception.until(lambda: len(reception.app.screen._page.notes) == 2)
        form = await form_of(reception, CaseStep.PAUSE)
        assert chosen(form, "#clock") == first


async def test_the_person_to_assign_to_is_kept_while_on_the_staff_list(at_station, case, desk):
    case()
    staff.add(desk, "赵敏", Post.ADVISOR, "13600136000")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        form = await form_of(reception, CaseStep.ASSIGN)
        form.query_one("#person").focus()
        while chosen(form, "#person") != "赵敏":
            await reception.press("right")
        await left(reception)
        staff.add(desk, "何平", Post.ADVISOR, "13600136001")
        await reception.picture(lambda snapshot: "何平" in {person.name for person in snapshot.staff})
        form = await form_of(reception, CaseStep.ASSIGN)
        assert (chosen(form, "#person"), form.query_one("#words").value) == ("赵敏", "赵敏")
        await left(reception)
        staff.remove(desk, "赵敏")
        await reception.picture(lambda snapshot: "赵敏" not in {person.name for person in snapshot.staff})
        form = await form_of(reception, CaseStep.ASSIGN)
        assert chosen(form, "#person") == "—"
