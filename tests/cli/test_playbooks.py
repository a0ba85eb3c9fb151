"""`frontdesk playbooks`: a store changes its own and loads it, sees what changed, goes back; cards for the wall."""

import json
from pathlib import Path
from typing import Any

import pytest

from frontdesk.files.playbook_file import shipped


@pytest.fixture
def staffed(run: Any) -> None:
    for name, post in (("王芳", "manager"), ("张三", "guard")):
        assert run("staff", "add", name, "--post", post, "--phone", "13800010031").code == 0


def in_force(run: Any, key: str) -> tuple[int, bool]:
    found = run("playbooks", "show", key, "--json").json
    return found["version"], found["own"]


def test_a_playbook_is_found_by_its_title(run: Any, staffed: None) -> None:
    for typed, language in (("停电", "zh"), ("Power failure", "en"), ("power-failure", "zh")):
        assert run("playbooks", "show", typed, "--json", "--language", language).json["key"] == "power_failure"


def test_a_store_makes_its_own(run: Any, staffed: None, home: Path) -> None:
    path = home / "fire.toml"
    assert run("playbooks", "export", "fire", path, "--language", "zh").code == 0
    assert run("playbooks", "export", "fire", path).code != 0
    text = path.read_text(encoding="utf-8")
    assert run("playbooks", "load", path, "--by", "王芳").code == 0
    # What is as it came is not the store's own.
    assert in_force(run, "fire") == (1, False)
    path.write_text(text.replace('due = "start + 4 min"', 'due = "start + 2 min"'), encoding="utf-8")
    ran = run("playbooks", "load", path, "--by", "王芳")
    assert "due start + 4 min → start + 2 min" in ran.out
    assert in_force(run, "fire") == (2, True)
    assert "version 2 · the store’s own" in run("playbooks").out
    first, second = run("playbooks", "changes", "fire", "--json").json["versions"]
    assert (first["changes"], [each["becomes"] for each in second["changes"]]) == ([], ["start + 2 min"])
    ran = run("playbooks", "reset", "fire", "--by", "张三", "--json")
    assert json.loads(ran.out)["error"] == "not_your_post"
    assert run("playbooks", "reset", "fire", "--by", "王芳").code == 0
    assert in_force(run, "fire") == (3, False)
    ran = run("playbooks", "reset", "fire", "--by", "王芳", "--json")
    assert json.loads(ran.out)["error"] == "same_playbook"


def test_cards_for_the_wall(run: Any, staffed: None, home: Path) -> None:
    run("teams", "set", "rescue", "王芳", "--by", "王芳")
    run("things", "add", "extinguisher <b>", "--kind", "equipment", "--area", "workshop", "--by", "王芳")
    run("contacts", "add", "grid office", "--kind", "power", "--phone", "02595598", "--by", "王芳")
    assert run("playbooks", "print", "--cards", home / "cards.html").code == 0
    page = (home / "cards.html").read_text(encoding="utf-8")
    for playbook in shipped("en").values():
        if playbook.first:
            assert all(line in page for line in playbook.first)
    for said in ("leads 王芳 13800010031", "extinguisher &lt;b&gt;", "grid office", "02595598", ">119<", "each area"):
        assert said in page
    assert page.count("<section>") == 10
    assert "{area}" not in page
    assert run("playbooks", "print", "handback", home / "one.html").code == 0
    assert run("playbooks", "print", home / "x.html").code != 0
    assert run("playbooks", "print", "lamp", home / "two.html").code == 1
