"""`frontdesk incidents roll-call`, `mark`, `list-on-paper`: what a script is told, and the paper (8.1, I4)."""

import json
from pathlib import Path
from typing import Any


def test_counted_by_the_shell(run: Any, home: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("staff", "add", "许亮", "--post", "advisor")
    run("arrive", "苏AD88321", "--by", "许亮")
    run("incidents", "report", "supply", "workshop", "--by", "许亮")
    run("incidents", "command", "1", "--by", "王芳")
    begin = ("incidents", "roll-call", "1", "--visitors", "1", "--by", "王芳", "--json")
    assert [run(*begin, "--operation", "r1").code for _ in range(2)] == [0, 0]
    ran = run("incidents", "roll-call", "1", "--end", "--by", "王芳", "--json")
    assert json.loads(ran.out)["error"] == "still_missing"
    assert "许亮" in run("incidents", "roll-call", "1", "--end", "--by", "王芳").err
    ran = run("incidents", "end", "1", "--by", "王芳", "--json")
    assert json.loads(ran.out)["error"] == "not_ended"
    mark = ("incidents", "mark", "1")
    assert json.loads(run(*mark, "xl", "moved_out", "--json").out)["error"] == "not_expected"
    assert run(*mark, "d8832", "stays", "--by", "许亮").code == 0
    for name, words in (("xl", ""), ("王芳", ""), ("d88321", "<b>他太太</b>说走了"), ("访客 1", "")):
        said = ("--words", words) if words else ()
        assert run(*mark, name, "left" if words else "present", *said, "--by", "王芳").code == 0, name
    (found,) = run("incidents", "roll-call", "1", "--show", "--json").json["roll_calls"]
    assert (found["expected"], found["missing"], found["complete"]) == (4, 0, True)
    (customer,) = (each for each in found["names"] if each["subject"] == "customer")
    assert (customer["plate"], customer["mark"]) == ("苏AD88321", "left")
    for more in ((), ("--number", "1")):
        file = home / f"{len(more)}.html"
        assert run("incidents", "list-on-paper", file, *more, "--language", "zh").code == 0
        page = file.read_text(encoding="utf-8")
        assert "许亮" in page
        assert ("☐ 在" in page) is (not more) or "☐ 已移出" in page
        assert "<b>" not in page
    assert run("incidents", "end", "1", "--by", "王芳").code == 0
    (found,) = run("incidents", "roll-call", "1", "--show", "--json").json["roll_calls"]
    assert found["ended_at"]
    assert json.loads(run(*begin).out)["error"] == "incident_over"
    assert json.loads(run("undo", "--by", "许亮", "--json").out)["error"] != ""
