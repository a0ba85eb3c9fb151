"""`frontdesk meetings`: what a script is told from the plan to the last promise, phone numbers masked (Q6, Q9)."""

import json
from typing import Any


def test_a_meeting_from_the_shell(run: Any) -> None:
    run("staff", "add", "赵敏", "--post", "advisor")
    by = ("--by", "赵敏", "--language", "en")
    plan = ("meetings", "plan", "visit", "回访 13812345678", "--at", "tomorrow 3pm", "--phone", "13812345678", *by)
    assert [run(*plan, "--operation", "m1").code for _ in range(2)] == [0, 0]
    (found,) = run("meetings", "list", "--json").json["meetings"]
    assert (found["kind"], found["state"], found["what"], found["phone"]) == (
        "visit", "planned", "回访 138****5678", "138****5678",
    )  # fmt: skip
    assert run("meetings", "material", "1", "[b]维修记录[/b]", "--who", "赵敏", *by).code == 0
    assert json.loads(run("meetings", "minutes", "1", "--words", "x", *by, "--json").out)["error"] == "meeting_state"
    hold = ("meetings", "hold", "1", "--present", "陈静", *by)
    assert json.loads(run(*hold, "--json").out)["error"] == "held_early"
    early = run(*hold).err
    assert "frontdesk meetings move 1 --at" in early and "F10" not in early
    assert run("meetings", "move", "1", "--at", "23:59", "--why", "客户今天有空", *by).code == 0
    assert run(*hold).code == 0
    assert run("meetings", "promise", "1", "送脚垫", "--who", "赵敏", "--until", "3 days", *by).code == 0
    assert run("meetings", "feedback", "1", "座椅太硬", *by).code == 0
    assert json.loads(run("meetings", "done", "1", "--words", "好", *by, "--json").out)["error"] == "no_item"
    for item in ("1", "3"):
        assert run("meetings", "done", "1", "--item", item, "--words", "已答复", *by).code == 0
    assert run("meetings", "again", "1", "--until", "5 days", "--why", "缺货", *by).code == 0
    assert run("meetings", "minutes", "1", "--words", "谈得好", *by).code == 0
    assert run("meetings", "done", "1", "--words", "送到", *by).code == 0
    shown = run("meetings", "show", "1", "--json").json
    assert (shown["open"], shown["minutes"], shown["brought_forward"]) == (False, "谈得好", True)
    assert [(item["kind"], item["open"], item["agreed_anew"]) for item in shown["items"]] == [
        ("material", False, 1), ("promise", False, 1), ("feedback", False, 0),
    ]  # fmt: skip
    assert "[b]维修记录[/b]" in run("meetings", "show", "1").out
    assert run("meetings", "visits", "--json").json == {"visits": []}
    assert "No meeting is planned." in run("meetings", "--language", "en").out
