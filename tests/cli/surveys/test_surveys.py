"""`frontdesk surveys`: what a script is told, and the paper; nobody is named on it (Q7)."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.usefixtures("machine")
def test_a_survey_from_the_shell(run: Any, home: Path) -> None:
    for name, post in (("王芳", "manager"), ("李建国", "director"), ("张总", "general_manager"), ("赵敏", "advisor")):
        run("staff", "add", name, "--post", post)
    run("arrive", "A12345", "--new", "--by", "赵敏")
    run("complaints", "add", "--words", "慢", "--plate", "A12345", "--phone", "13812345678", "--customer", "<b>陈</b>")
    by = ("--by", "王芳", "--language", "en")
    assert run("surveys", "draft", "2026", *by).code == 0
    assert json.loads(run("surveys", "draw", "1", "2026-05", *by, "--json").out)["error"] == "plan_unsigned"
    questions = ("--question", "mark <i>满意吗</i>", "--question", "words 意见")
    assert (
        run("surveys", "change", "1", "--person", "赵敏", "--size", "5", "--months", "5-12", *questions, *by).code == 0
    )
    assert run("surveys", "submit", "1", *by).code == 0
    assert [run("sign", "1", "--by", name).err for name in ("李建国", "张总")] == ["", ""]
    assert [run("surveys", "draw", "1", "2026-05", "--seed", "s", "--operation", "o", *by).err for _ in "12"] == [
        "",
        "",
    ]
    found = run("surveys", "show", "1", "--json").json
    assert (found["state"], found["draws"][0]["seed"], found["asked"][0]["phone"]) == ("in_force", "s", "138****5678")
    assert run("surveys", "answer", "1", "1", "1=4", "2=打我13812345678", *by).code == 0
    found = run("surveys", "show", "1", "--json").json
    assert found["asked"][0]["answers"] == {"1": "4", "2": "打我138****5678"}
    assert (found["result"]["answered"], found["result"]["questions"][0]["too_few"]) == (1, True)
    assert found["by_month"]["2026-05"]["questions"][0]["share"] == 1.0
    assert "under 30: too few to compare" in run("surveys", "show", "1", "--language", "en").out
    assert run("surveys", "print", "1", home / "survey.html", "--language", "zh").code == 0
    page = (home / "survey.html").read_text(encoding="utf-8")
    assert "&lt;i&gt;满意吗" in page and "陈" not in page and "13812345678" not in page
    assert run("surveys", "print", "1", home / "form.html", "--form", "--language", "en").code == 0
    form = (home / "form.html").read_text(encoding="utf-8")
    assert "□ 1   □ 2   □ 3   □ 4   □ 5" in form and "was asked within 90 days" in form and "&lt;i&gt;满意吗" in form
    assert "陈" not in form
    assert run("surveys", "report", "1", *by).code == 0
    assert run("surveys", "list", "--json").json["surveys"][0]["open"] is False
