"""`frontdesk complaints step` and `amend`: a case from its registration to the follow-up (C1–C9, C12, C13, Q3–Q5)."""

from typing import Any

import pytest

from frontdesk.commands.cases.steps import STEPS
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock


def case(run: Any) -> Any:
    return run("complaints", "show", "1", "--json").json


def clocks(run: Any) -> Any:
    return {clock["name"]: clock for clock in case(run)["clocks"]}


def worked_on(team: Any, step: Any, machine: ManualClock) -> None:
    """A case is answered, goes to the quality department and back, is paused and goes on."""
    machine.at += MINUTE
    assert step("inform", "--note", "赵总")["done"] == "inform"
    step("assign", "--note", "赵敏")
    step("answer", "--note", "马上到", "--spoken")
    assert (case(team)["to_write_up"], case(team)["stage"]) == (1, "answered")
    assert "spoken answers to be written up: 1" in team("complaints", "show", 1).out
    step("write-up", "--note", "邮件已发，客户回复确认")
    step("to_quality", "--note", "为什么失灵？")
    assert (case(team)["at_quality"], clocks(team)["quality_answer"]["due_at"]) == (
        "asked",
        "2026-06-01T18:00:00+08:00",
    )
    machine.at += HOUR
    step("visit", "--note", "看过车")
    step(
        "quality", "--note", "更换刹车泵",
        "--investigation", "刹车泵漏油", "--analysis", "密封圈老化", "--measure", "全部批次复检",
    )  # fmt: skip
    step("pass_on")
    assert step("promise", "--until", "2026-06-02", "--note", "免费更换")["number"] == 1
    step("pause", "--clock", "full answer", "--until", "2026-06-01T09:00", "--note", "等配件")
    assert clocks(team)["full_answer"]["paused_until"] == "2026-06-01T09:00:00+08:00"
    machine.at += 30 * MINUTE
    step("resume")
    full = clocks(team)["full_answer"]
    assert (full["paused_until"], full["paused_s"]) == (None, 1800)
    assert (clocks(team)["promised"]["what"], clocks(team)["promised"]["due_at"]) == (
        "免费更换", "2026-06-02T18:00:00+08:00",
    )  # fmt: skip


def test_the_whole_life_of_a_major_complaint(team: Any, step: Any, machine: ManualClock) -> None:
    worked_on(team, step, machine)
    step("resolve", "--note", "换好了")
    step("keep")
    step("confirm", "--note", "客户满意")
    step("close", "--cause", "供应商批次缺陷")
    closed = case(team)
    assert (closed["stage"], closed["follow_up_at"]) == ("closed", "2026-06-01T18:00:00+08:00")
    (report,) = closed["closing_reports"]
    assert report == {
        "at": "2026-05-29T11:31:00+08:00", "who": "李四", "cause": "供应商批次缺陷",
        "measures": "更换刹车泵\n换好了", "result": "客户满意", "improvement": "全部批次复检",
        "to_read": True, "read_at": None, "read_by": None,
    }  # fmt: skip
    machine.at += 3 * DAY
    step("follow_up", "--satisfaction", 4, "--note", "一切都好")
    followed = case(team)
    assert (followed["satisfaction"], followed["followed_up_at"]) == (4, "2026-06-01T11:31:00+08:00")
    assert all(clock["met_at"] and not clock["missed"] for clock in followed["clocks"])
    assert [note["step"] for note in followed["notes"]] == [
        "inform", "assign", "answer", "write_up", "to_quality", "visit", "quality", "pass_on", "promise", "pause",
        "resume", "resolve", "keep", "confirm", "close", "follow_up",
    ]  # fmt: skip
    answer = followed["notes"][2]
    assert (answer["form"], answer["written_up_at"]) == ("spoken", "2026-05-29T10:01:00+08:00")
    shown = team("complaints", "show", 1).out
    for line in (
        "  followed up 11:31 · satisfaction 4 of 5",
        "  11:31 李四 follow up 4/5 一切都好",
        "  promised “免费更换”: due 06-02 18:00 · met 05-29 11:31",
        "    paused from 05-29 11:01 until 05-29 11:31 · 李四 · 等配件",
        "  05-29 10:01 李四 hand to quality 为什么失灵？",
        "    what was found: 刹车泵漏油",
        "closing report: 05-29 11:31 李四",
        "  the cause: 供应商批次缺陷",
        "  05-29 10:01 李四 answer · spoken, written up 05-29 10:01 · 马上到",
    ):
        assert line in shown.splitlines(), (line, shown)


def test_reported_upward_until_it_is_decided(team: Any, step: Any, refuses: Any) -> None:
    step("report", "--note", "超出权限")
    assert case(team)["reported_to"] == "manager"
    assert "  reported to the manager" in team("complaints", "show", 1).out.splitlines()
    step("report", "--note", "仍未决定", by="王芳")
    assert "is for the director:" in refuses("decide", "--note", "x", by="王芳")
    step("decide", "--note", "同意退车", by="周敏")
    assert case(team)["reported_to"] is None


def test_judged_anew_and_back(team: Any, step: Any, refuses: Any) -> None:
    assert "is for the manager on duty" in refuses("judge", "--severity", "ordinary", "--note", "误判")
    step("judge", "--severity", "一般", "--note", "误判", by="王芳")
    lifted = clocks(team)["on_site"]
    assert (lifted["lifted_at"], lifted["missed"]) == ("2026-05-29T10:00:00+08:00", False)
    assert "  on site: due 05-30 10:00 · owed no longer since 10:00" in team("complaints", "show", 1).out.splitlines()
    step("judge", "--severity", "major", "--note", "还是严重")
    assert clocks(team)["on_site"]["lifted_at"] is None
    assert "is major already" in refuses("judge", "--severity", "major", "--note", "x")


def test_reopened(team: Any, step: Any) -> None:
    step("close_anyway", "--note", "客户失联", by="王芳")
    assert case(team)["closing_reports"][0]["result"] == "客户失联"
    assert {bool(clock["lifted_at"]) for clock in case(team)["clocks"]} == {True}
    step("reopen", "--note", "客户来电")
    assert (case(team)["stage"], case(team)["follow_up_at"]) == ("registered", None)


def test_a_report_keeps_what_the_record_says(team: Any, step: Any) -> None:
    step("close_anyway", "--note", "客户失联", "--cause", "误会", "--improvement", "[/b]\u202e", by="王芳")
    assert case(team)["closing_reports"][0] == {
        "at": "2026-05-29T10:00:00+08:00",
        "who": "王芳",
        "cause": "误会",
        "measures": "",
        "result": "客户失联",
        "improvement": "[/b]",
        "to_read": True,
        "read_at": None,
        "read_by": None,
    }


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (("answer",), "“answer” needs a few words"),
        (("answer", "--note", " "), "“answer” needs a few words"),
        (("promise", "--note", "x"), "By when? For example: --until 16:30"),
        (("promise", "--note", "x", "--until", "2026-05-28"), "2026-05-28 18:00 is not in the future: it is 10:00"),
        (("promise", "--note", "x", "--until", "2026-05-29T09:00"), "09:00:00 is not in the future"),
        (("promise", "--note", "x", "--until", "2036-05-28T09:00"), "2036-05-28 09:00 is too far away."),
        (("promise", "--note", "x", "--until", "soon"), "“soon” is not a day."),
        (("pause", "--note", "x", "--until", "2026-05-30"), "Right would be one of: head_informed, first_answer"),
        (("pause", "--note", "x", "--until", "2026-05-30", "--clock", "promised"), "has no such clock running"),
        (("pause", "--note", "x", "--until", "2026-05-30", "--clock", "sun"), "“sun” is not known here."),
        (("resume",), "“let a clock run on” is not possible now: complaint No. 1 has no clock paused."),
        (("close",), "Complaint No. 1 is registered: “close the case” is not possible now."),
        (("close_anyway", "--note", "x"), "“close anyway” is for the manager on duty"),
        (("judge", "--note", "x", "--severity", "grave"), "“grave” is not known here. Possible: ordinary, major."),
        (("keep",), "“promise kept” is not possible now: complaint No. 1 has no promise to keep."),
        (("answer", "--note", "x", "--until", "16:30"), "“answer” takes no --until. It takes: --note, --spoken."),
        (("confirm", "--satisfaction", "5"), "“customer confirms” takes no --satisfaction."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_refused(refuses: Any, taken: tuple[str, ...], said: str) -> None:
    assert said in refuses(*taken)


def test_a_wrong_step_is_told_the_right_ones(refuses: Any, team: Any) -> None:
    said = refuses("fly")
    assert said == f"“fly” is not known here. Possible: {', '.join(STEPS)}."
    assert "“amend” is not known here." in refuses("amend")
    assert team("complaints", "step", 9, "confirm").err == "There is no complaint No. 9.\n"
    shown = team("complaints", "step", "--help").out
    assert all(f"  {name}" in shown for name in STEPS)


def test_a_promise_entered_wrongly_is_withdrawn(team: Any, step: Any, refuses: Any) -> None:
    step("promise", "--until", "2026-06-02", "--note", "免费更换")
    step("promise", "--until", "2026-06-03", "--note", "代步车")
    assert refuses("withdraw", "--note", "填错") == (
        "2 promises are running: which of them? --promise 1 (06-02 18:00 免费更换), --promise 2 (06-03 18:00 代步车)"
    )
    assert "has no such clock running" in refuses("withdraw", "--note", "填错", "--promise", "3")
    assert "needs a few words" in refuses("withdraw", "--promise", "2")
    step("withdraw", "--note", "填错", "--promise", "2")
    promised = [clock for clock in case(team)["clocks"] if clock["name"] == "promised"]
    assert [(clock["what"], clock["withdrawn"]) for clock in promised] == [("免费更换", False), ("代步车", True)]
    assert "withdrawn 10:00: entered wrongly" in team("complaints", "show", 1).out


def test_which_head_was_informed_is_on_record(team: Any, step: Any, refuses: Any) -> None:
    assert refuses("inform") == "“head informed”: who? Choose the person, or type the name, then try again."
    assert refuses("assign") == "“assign”: who? Choose the person, or type the name, then try again."
    step("inform", "--note", " 赵总 ")
    assert [(note["step"], note["words"]) for note in case(team)["notes"]] == [("inform", "赵总")]


def test_a_missed_clock_is_not_paused(team: Any, refuses: Any, machine: ManualClock) -> None:
    machine.at += DAY
    wants = ("--note", "x", "--until", "2026-06-03")
    assert "“head informed” was due at 2026-05-29 10:30 and is missed" in refuses(
        "pause", *wants, "--clock", "head_informed"
    )


def test_one_that_is_paused_is_not_paused_again(step: Any, refuses: Any) -> None:
    wants = ("--note", "x", "--until", "2026-05-30", "--clock", "on_site")
    step("pause", *wants)
    assert "“on site” is paused until 2026-05-30 18:00 already." in refuses("pause", *wants)
    step("resume")
    assert refuses("resume", "--clock", "on_site") == "That clock of complaint No. 1 is not paused."


def test_quality_answers_in_full(step: Any, refuses: Any) -> None:
    step("to_quality", "--note", "x")
    assert "Quality's answer needs what was found" in refuses("quality", "--note", "x", "--analysis", "x")


def test_closing(team: Any, step: Any, refuses: Any) -> None:
    for taken in ("answer", "resolve", "confirm"):
        step(taken, "--note", "x")
    assert "cannot be closed yet: a clock is still running (" in refuses("close")
    step("inform", "--note", "赵总")
    assert "“visited on site” needs a few words" in refuses("visit")
    step("visit", "--note", "看过车")
    assert "needs a cause, the measures and the result." in refuses("close")
    step("close", "--cause", "人手不足")
    assert "is closed: “close the case” is not possible now." in refuses("close")
    assert "Right would be --satisfaction with 1 to 5." in refuses("follow_up", "--satisfaction", 6)
    assert "Right would be --satisfaction with 1 to 5." in refuses("follow_up")
    for said in ("good", "", "4.5", "٣٣"):
        assert "Right would be --satisfaction with 1 to 5." in refuses("follow_up", "--satisfaction", said)


def test_the_same_operation_again_does_nothing_more(team: Any, step: Any, refuses: Any, refused: Any) -> None:
    first = step("note", "--note", "来电", "--operation", "k1")
    assert step("note", "--note", "来电", "--operation", "k1") == first
    assert len(case(team)["notes"]) == 1
    team("complaints", "add", "--words", "another")
    for other in (
        ("complaints", "step", 1, "inform"),
        ("complaints", "step", 2, "note", "--note", "x"),
        ("complaints", "amend", 1, "--kind", "price"),
        ("complaints", "add", "--words", "x"),
        ("complaints", "templates", "set", "x", "--words", "y"),
        ("tell", 1),
    ):
        assert "used for something else: " in refused(*other, "--operation", "k1")
    # An answer is given again whatever stands here by now.
    step("answer", "--note", "x", "--operation", "k2")
    for taken in ("resolve", "confirm", "close_anyway"):
        step(taken, "--note", "x", by="王芳")
    assert step("answer", "--note", "x", "--operation", "k2")["done"] == "answer"
    assert len(case(team)["notes"]) == 5


def test_a_step_is_undone(team: Any, step: Any) -> None:
    step("answer", "--note", "x")
    assert team("undo", "--by", "李四").out == "苏A·12345 · undone · complaint answered · 10:00\n"
    assert (case(team)["stage"], case(team)["notes"]) == ("registered", [])


def test_a_part_is_asked_back_and_analysed(step: Any, refuses: Any, run: Any) -> None:
    """From the customer to the result of the analysis (C17)."""
    step("ask_sample", "--note", "油封，快递取回 13812345678")
    assert "waits for a part already" in refuses("ask_sample", "--note", "x")
    assert "has no part to send" in refuses("sample_sent", "--note", "x")
    step("sample_here")
    step("sample_sent", "--note", "厂家实验室")
    step("ask_legal", "--note", "可否退车")
    assert "What is not needed any more?" in refuses("not_needed", "--note", "x")
    step("not_needed", "--ask", "legal", "--note", "客户不退车了")
    step("sample", "--note", "橡胶老化")
    asks = run("complaints", "show", "1", "--json").json["asks"]
    assert [(ask["kind"], ask["answer"], ask["is_needless"]) for ask in asks] == [
        ("sample", "橡胶老化", False), ("legal", "客户不退车了", True),
    ]  # fmt: skip
    assert asks[0]["words"] == "油封，快递取回 138****5678"
    assert "takes no --remedy" in refuses("note", "--note", "x", "--remedy", "refund")
