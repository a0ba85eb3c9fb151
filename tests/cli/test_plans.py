"""`frontdesk plans`: written, signed, in force and read by the command line, told to scripts and on paper (G1, G3)."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def plan(run: Any, home: Path) -> Any:
    """A store with people, and a first version that is submitted."""
    for name, post in (("王芳", "manager"), ("李建国", "director"), ("张总", "general_manager"), ("赵敏", "advisor")):
        assert run("staff", "add", name, "--post", post).code == 0
    (home / "text.txt").write_text("一、<先>疏导。\n", encoding="utf-8")
    (home / "five.toml").write_text("over_count = 5\n", encoding="utf-8")
    about = (
        "--title",
        "应急预案",
        "--text",
        home / "text.txt",
        "--policy",
        home / "five.toml",
        "--before",
        "四台",
    )
    assert run("plans", "new", "zone", *about, "--after", "五台", "--why", "车多", "--by", "王芳").code == 0
    assert run("plans", "submit", "zone", "--by", "王芳").code == 0

    def publish() -> None:
        for who in ("李建国", "张总"):
            assert run("sign", "1", "--by-phone", who, "--words", "同意", "--by", "赵敏").code == 0
        assert run("plans", "publish", "zone", "--by", "王芳").code == 0

    return publish


def error(ran: Any) -> str:
    assert ran.code == 1
    return str(json.loads(ran.out)["error"])


def test_what_a_script_is_told(run: Any, plan: Any) -> None:
    shown = run("plans", "show", "zone", "--json").json
    assert (shown["state"], shown["reviewer"], shown["approver"], shown["in_force"]) == ("submitted", None, None, None)
    assert shown["diff"] == [{"key": "over_count", "before": 4, "after": 5}]
    assert error(run("plans", "publish", "zone", "--by", "王芳", "--json")) == "plan_state"
    plan()
    run("plans", "read", "zone", "--by", "赵敏")
    shown = run("plans", "show", "zone", "--json").json
    (change,) = shown["changes"]
    assert [change[name] for name in ("number", "version", "before", "after", "author", "reviewer", "approver")] == [
        1, "A/0", "四台", "五台", "王芳", "李建国", "张总",
    ]  # fmt: skip
    assert [each["person"] for each in shown["read"]] == ["赵敏"]
    assert set(shown["unread"]) == {"王芳", "李建国", "张总"}
    assert run("plans", "--json").json["plans"][0]["in_force"] == "A/0"
    assert run("policy", "show", "--json").json["over_count"] == 5


def test_the_same_operation_is_done_once(run: Any, plan: Any) -> None:
    plan()
    for _ in range(2):
        told = run("plans", "emergency", "over-count", "7", "--why", "封路", "--by", "李建国", "--operation", "x7")
        assert told.code == 0
        assert "over-count: 5 cars → 7 cars" in told.out
    assert len(run("plans", "show", "zone", "--json").json["emergencies"]) == 1
    assert error(run("plans", "read", "zone", "--by", "赵敏", "--operation", "x7", "--json")) == "operation_used"


def test_a_file_that_is_not_right_writes_nothing(run: Any, plan: Any, home: Path) -> None:
    (home / "five.toml").write_text("over_count = 0\n", encoding="utf-8")
    assert run("plans", "new", "zone", "--policy", home / "five.toml", "--by", "王芳").code == 1
    assert run("plans", "show", "zone", "--json").json["state"] == "submitted"
    assert run("policy", "show", "--json").json["over_count"] == 4


def test_paper(run: Any, plan: Any, home: Path) -> None:
    """The change record, and what customers are told by the approved numbers, not by those of an emergency."""
    assert error(run("plans", "print", "zone", home / "l.html", "--leaflet", "--json")) == "not_in_force"
    plan()
    run("plans", "emergency", "over_count", "7", "--why", "封路", "--by", "李建国")
    for name, more in (("record.html", ()), ("leaflet.html", ("--leaflet",))):
        assert run("plans", "print", "zone", home / name, *more, "--language", "zh").code == 0
    record, leaflet = ((home / name).read_text(encoding="utf-8") for name in ("record.html", "leaflet.html"))
    for said in (
        "变更记录表",
        "<td>四台</td><td>五台</td><td>王芳</td><td>李建国</td><td>张总</td>",
        "一、&lt;先&gt;疏导",
    ):
        assert said in record
    assert "预检区有 5 台车时" in leaflet
