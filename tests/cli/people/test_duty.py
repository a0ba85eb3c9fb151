"""Handing over on the command line: who is on duty as manager and as deputy."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.values.clock import HOUR, ManualClock

Refusal = Callable[..., str]


@pytest.fixture
def staffed(run: Any, machine: ManualClock) -> Any:
    for name, post in (("王芳", "manager"), ("李强", "supervisor"), ("赵敏", "advisor")):
        run("staff", "add", name, "--post", post)
    return run


def _on_duty(run: Any) -> dict[str, str | None]:
    return dict(run("duty", "--json").json["on_duty"])


def test_by_post_where_nothing_is_set(staffed: Any) -> None:
    assert staffed("duty").out == "on duty now: service manager 王芳\non duty now: deputy 李强\n"
    assert staffed("duty", "list", "--json").json == {"on_duty": {"manager": "王芳", "deputy": "李强"}, "duties": []}
    assert staffed("status", "--json").json["on_duty"] == {"manager": "王芳", "deputy": "李强"}


def test_nobody_is_known(run: Any) -> None:
    run("staff", "add", "张三", "--post", "guard")
    assert "on duty now: deputy nobody" in run("duty").out
    assert _on_duty(run) == {"manager": None, "deputy": None}


def test_a_duty_is_set_and_ended(staffed: Any, refused: Refusal, machine: ManualClock) -> None:
    ran = staffed("duty", "set", "deputy", "赵敏", "--until", "18:00")
    assert ran.out == "duty set · deputy 赵敏 · until 18:00 · 10:00\n"
    assert "10:00 – 18:00  deputy 赵敏" in staffed("duty").out
    assert staffed("duty", "--json").json["duties"] == [
        {"number": 1, "role": "deputy", "name": "赵敏", "from": "2026-05-29T10:00:00+08:00",
         "until": "2026-05-29T18:00:00+08:00", "in_force": True}
    ]  # fmt: skip
    machine.at += HOUR
    assert staffed("duty", "end", "deputy").out == "duty ended · deputy 赵敏 · 11:00\n"
    said = "Nobody is set as deputy now; whoever has the post by the staff list stands in."
    assert refused("duty", "end", "deputy") == said
    assert _on_duty(staffed)["deputy"] == "李强"


@pytest.mark.parametrize(
    ("until", "starts", "ends"),
    [
        ("18:00", None, "2026-05-29T18:00:00+08:00"),
        ("9:30", None, "2026-05-30T09:30:00+08:00"),
        ("10:00", None, "2026-05-30T10:00:00+08:00"),
        ("02:00", "20:00", "2026-05-30T02:00:00+08:00"),
        ("19:00", "20:00", "2026-05-30T19:00:00+08:00"),
        ("18:00", "2026-06-01T08:00", "2026-06-01T18:00:00+08:00"),
        ("2026-05-30T12:00", "20:00", "2026-05-30T12:00:00+08:00"),
        ("2026-05-29T10:00:00Z", None, "2026-05-29T18:00:00+08:00"),
    ],
)
def test_until_when(staffed: Any, until: str, starts: str | None, ends: str) -> None:
    since = ["--from", starts] if starts else []
    assert staffed("duty", "set", "manager", "赵敏", "--until", until, *since).code == 0
    assert staffed("duty", "--json").json["duties"][0]["until"] == ends


@pytest.mark.parametrize("role", ["manager", "service manager", "服务经理", "deputy", "DEPUTY"])
def test_roles_by_key_and_by_word(staffed: Any, role: str) -> None:
    assert staffed("duty", "set", role, "赵敏", "--until", "18:00").code == 0


@pytest.mark.parametrize("command", [["set", "{}", "赵敏", "--until", "18:00"], ["end", "{}"]], ids=lambda c: c[0])
@pytest.mark.parametrize("role", ["guard", "director", "king", "", "[b]"])
def test_a_role_that_is_not_handed_over(staffed: Any, refused: Refusal, command: list[str], role: str) -> None:
    said = refused("duty", *(part.format(role) for part in command))
    assert said == f"“{role}” is not known here. Possible: manager, deputy."


def test_what_is_refused(staffed: Any, refused: Refusal) -> None:
    assert refused("duty", "set", "deputy", "周杰", "--until", "18:00") == "周杰 is not on the staff list."
    assert "“soon” is not a time." in refused("duty", "set", "deputy", "赵敏", "--until", "soon")
    assert "“later” is not a time." in refused("duty", "set", "deputy", "赵敏", "--until", "18:00", "--from", "later")
    said = "A duty ends after it starts, and within 31 days. Right would be an end like 18:00."
    assert refused("duty", "set", "deputy", "赵敏", "--until", "2026-05-28T18:00") == said
    assert refused("duty", "set", "deputy", "赵敏", "--until", "2026-07-28T18:00") == said
    assert staffed("duty", "--json").json["duties"] == []


def test_the_same_operation_twice_does_nothing_more(staffed: Any, refused: Refusal, machine: ManualClock) -> None:
    command = ["duty", "set", "deputy", "赵敏", "--until", "18:00", "--operation", "x", "--json"]
    first = staffed(*command).json
    machine.at += HOUR
    assert staffed(*command).json == first
    assert len(staffed("duty", "--json").json["duties"]) == 1
    ended = staffed("duty", "end", "deputy", "--operation", "y", "--json").json
    assert staffed("duty", "end", "deputy", "--operation", "y", "--json").json == ended
    for other in (["set", "deputy", "李强"], ["set", "manager", "赵敏"]):
        said = refused("duty", *other, "--until", "18:00", "--operation", "x")
        assert said == "This operation id was used for something else: duty set."
    assert "used for something else" in refused("duty", "end", "manager", "--operation", "y")


def test_hostile_names(staffed: Any) -> None:
    staffed("staff", "add", "[/b]\x1b[31m钱", "--post", "advisor")
    assert staffed("duty", "set", "deputy", "[/b]\x1b[31m钱", "--until", "18:00").code == 0
    ran = staffed("duty")
    assert "[/b][31m钱" in ran.out
    assert "\x1b" not in ran.out


def test_in_chinese(staffed: Any) -> None:
    assert "服务经理 赵敏" in staffed("duty", "set", "manager", "赵敏", "--until", "18:00", "--language", "zh").out
    assert "服务经理 赵敏" in staffed("duty", "--language", "zh").out
