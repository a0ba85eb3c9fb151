"""`frontdesk complaints templates`: the answers that are given often (Q5)."""

from typing import Any

import pytest

from frontdesk.domain.values.clock import ManualClock


@pytest.fixture
def store(run: Any, machine: ManualClock) -> Any:
    run("staff", "add", "王芳", "--post", "manager")
    return lambda *more: run("complaints", "templates", *more)


def listed(store: Any) -> dict[str, str]:
    return {each["name"]: each["words"] for each in store("list", "--json").json["templates"]}


def test_those_that_come_with_the_program(store: Any) -> None:
    assert "已受理" in listed(store)
    assert store().out == store("list").out
    assert store().out.splitlines()[0] == "已受理"
    assert store().out.splitlines()[1].startswith("  {customer}您好")


def test_put_in_changed_and_taken_out(store: Any, run: Any) -> None:
    assert store("set", " 回访 ", "--words", "您好\n{customer}").out == "template put in · 回访 · 10:00\n"
    assert listed(store)["回访"] == "您好\n{customer}"
    store("set", "回访", "--words", "[/b]\u202e{plate}")
    assert listed(store)["回访"] == "[/b]{plate}"
    answer = store("remove", "回访", "--json").json
    assert (answer["done"], answer["detail"]) == ("template_remove", "回访")
    assert "回访" not in listed(store)
    store("set", "回访", "--words", "again")
    assert listed(store)["回访"] == "again"
    assert "cannot be taken back by undo: template put in" in run("undo").err


def test_the_same_operation_again(store: Any, refused: Any) -> None:
    command = ("complaints", "templates")
    first = store("set", "a", "--words", "x", "--operation", "k")
    assert store("set", "a", "--words", "x", "--operation", "k").out == first.out
    assert "used for something else: template put in" in refused(
        *command, "set", "b", "--words", "x", "--operation", "k"
    )
    assert "used for something else: template put in" in refused(*command, "remove", "a", "--operation", "k")
    store("remove", "a", "--operation", "k2")
    assert store("remove", "a", "--operation", "k2").code == 0


def test_what_is_refused(store: Any, refused: Any) -> None:
    command = ("complaints", "templates")
    assert refused(*command, "set", " ", "--words", "x") == "A template needs a name and words."
    assert refused(*command, "set", "x", "--words", "\u202e") == "A template needs a name and words."
    assert refused(*command, "remove", "[x]") == "There is no template “[x]”."


def test_none_is_left(store: Any) -> None:
    for name in listed(store):
        store("remove", name)
    assert store().out == "There is no template: frontdesk complaints templates set NAME --words TEXT\n"
    assert store("--json").json == {"templates": []}
