"""`frontdesk playbooks` and `steps`: what a script is told, and why not (8.1 of the design)."""

import json
from pathlib import Path
from typing import Any

import pytest

OUTAGE = Path(__file__).parents[1] / "data/outage.toml"


@pytest.fixture
def begun(run: Any, home: Path) -> None:
    """A store with people and a short playbook, begun as No. 1."""
    for name, post in (("王芳", "manager"), ("赵敏", "advisor"), ("张三", "guard")):
        assert run("staff", "add", name, "--post", post).code == 0
    assert run("playbooks", "load", OUTAGE, "--by", "王芳").code == 0
    assert run("playbooks", "start", "outage", "--fact", "customers", "--by", "张三").code == 0


def error(ran: Any) -> str:
    assert ran.code == 1
    return str(json.loads(ran.out)["error"])


def test_what_a_script_is_told(run: Any, begun: None) -> None:
    (open_,) = run("steps", "--json").json["steps"]
    assert (open_["matter"], open_["key"], open_["state"], open_["evidence"]) == (1, "report", "open", "person")
    assert run("steps", "done", "1", "report", "--value", "王芳", "--by", "张三").code == 0
    listed = run("steps", "list", "--station", "reception", "--json").json["steps"]
    assert [each["key"] for each in listed] == ["order", "supplier", "told"]
    (found,) = run("steps", "list", "1", "--json").json["runs"]
    assert (found["lead"], found["facts"], found["outcome"]) == ("张三", {"customers": True}, None)
    assert [each["waits_for"] for each in found["steps"]][-3:] == [
        ["supplier"], ["back", "order", "told"], ["patrol"],
    ]  # fmt: skip
    assert [each["entry"] for each in found["log"]] == ["run_start", "step_done"]
    (matter,) = run("matters", "list", "--json").json["matters"]
    assert (matter["kind"], len([due for due in matter["dues"] if due["met_at"] is None])) == ("run", 3)
    assert "0 of" not in run("steps", "list", "1").out


def test_why_not(run: Any, begun: None) -> None:
    def refused(*typed: str) -> str:
        return error(run("steps", *typed, "--json"))

    assert refused("done", "1", "order", "--by", "张三") == "step_waiting"
    assert refused("done", "1", "report", "--by", "张三") == "evidence_missing"
    assert refused("skip", "1", "report", "--words", "不用", "--by", "赵敏") == "step_mandatory"
    assert refused("done", "2", "report", "--by", "张三") == "no_run"
    assert refused("take", "1", "lamp", "--by", "张三") == "no_step"
    run("steps", "take", "1", "report", "--by", "赵敏")
    ran = run("steps", "take", "1", "report", "--by", "张三")
    assert (ran.code, "赵敏 took “" in ran.err) == (1, True)
    run("steps", "done", "1", "report", "--value", "王芳", "--by", "赵敏")
    run("steps", "done", "1", "supplier", "--words", "两小时", "--by", "赵敏")
    assert refused("done", "1", "back", "--value", "220", "--by", "赵敏") == "not_yours"
    assert refused("done", "1", "back", "--value", "380", "--by", "王芳") == "out_of_range"
    assert refused("done", "1", "back", "--value", "220", "--at", "2020-01-01T10:00", "--by", "王芳") == "step_time"
    assert refused("fact", "1", "rain", "--by", "王芳") == "no_fact"
    assert refused("lead", "1", "路人", "--words", "换班", "--by", "王芳") == "unknown_person"


def test_the_same_operation_is_done_once(run: Any, begun: None) -> None:
    done = ("steps", "done", "1", "report", "--value", "王芳", "--by", "张三", "--operation", "x7")
    assert [run(*done).code for _ in range(2)] == [0, 0]
    assert error(run("steps", "take", "1", "order", "--by", "张三", "--operation", "x7", "--json")) == "operation_used"
    (found,) = run("steps", "list", "1", "--json").json["runs"]
    assert len(found["log"]) == 2


def test_a_file_that_is_not_right_is_refused_whole(run: Any, begun: None, home: Path) -> None:
    text = 'key = "a"\ntitle = "甲"\n[[steps]]\nkey = "x"\ntitle = "乙"\nrole = "king"\ndue = "soon"\n'
    (home / "a.toml").write_text(text, encoding="utf-8")
    ran = run("playbooks", "load", home / "a.toml", "--by", "王芳", "--json")
    assert error(ran) == "bad_playbook"
    assert ["line 6" in each["message"] or "line 7" in each["message"] for each in json.loads(ran.out)["faults"]] == [
        True,
        True,
    ]
    assert error(run("playbooks", "show", "a", "--json")) == "no_playbook"
    (home / "a.toml").write_text(text.replace("king", "guard").replace("soon", "2 min"), encoding="utf-8")
    assert error(run("playbooks", "load", home / "a.toml", "--by", "张三", "--json")) == "not_your_post"
    assert run("playbooks", "load", home / "a.toml", "--by", "王芳").code == 0
    assert run("playbooks", "show", "a", "--json").json["version"] == 1
    assert error(run("playbooks", "load", home / "a.toml", "--by", "王芳", "--json")) == "same_playbook"
