"""On the command line: a first PIN is told once, and where people sign in by PIN nobody signs as somebody (S2)."""

import re
from typing import Any

import pytest

from frontdesk.domain.values.clock import ManualClock

MINUTE = 60_000
BY_PIN = "This needs the person's own PIN at a station; it cannot be typed as a command."


@pytest.fixture
def by_pin(run: Any, home: Any, machine: ManualClock) -> Any:
    """A store with an over-count, a complaint about it and a penalty, where people sign in by PIN from now on."""
    for name, post in (("王芳", "manager"), ("赵敏", "advisor"), ("李建国", "director"), ("张三", "guard")):
        run("staff", "add", name, "--post", post)
    for number in range(1, 6):
        run("arrive", f"A1234{number}", "--new", "--by", "张三")
    run("complaints", "add", "--words", "等太久", "--plate", "A12341", "--severity", "major")
    machine.at += MINUTE
    (home / "policy.toml").write_text('sign_in = "pins"\n')
    run("staff", "pin", "王芳")
    assert run("policy", "load", home / "policy.toml").code == 0
    return run


SIGNED = """
acknowledge 1 --by 王芳
act 1 divert A12342 --by 王芳
complaints step 1 judge --severity ordinary --note 说明 --by 王芳
complaints step 1 close_anyway --note 不再追究 --by 王芳
penalties propose 1 --person 张三 --by 王芳
"""
PLAIN = """
arrive A12346 --new
receive A12341
work-order A12341
move A12341 temporary
leave A12341
turn-away A12345
undo
tell 1
tickets list
complaints step 1 note --note 已联系
complaints amend 1 --customer 陈先生
complaints list
staff add 小陈 --post guard
staff pin 小陈
staff remove 小陈
duty set deputy 赵敏 --until 18:00
gate add 北门
calendar show 2026
policy load HOME/other.toml
"""


@pytest.mark.parametrize("line", SIGNED.strip().splitlines())
def test_nobody_signs_as_somebody(by_pin: Any, line: str) -> None:
    before = by_pin("status", "--json").json
    ran = by_pin(*line.split())
    assert (ran.code, ran.out) == (1, ""), ran
    assert ran.err == f"{BY_PIN}\n"
    assert by_pin("status", "--json").json["escalations"] == before["escalations"]


def test_whoever_keeps_the_machine_keeps_the_store(by_pin: Any, home: Any, machine: ManualClock) -> None:
    """Also back to names, so that nobody is locked out for ever."""
    (home / "other.toml").write_text('sign_in = "names"\n')
    for line in PLAIN.strip().splitlines():
        machine.at += 1000
        ran = by_pin(*line.replace("HOME", str(home)).split())
        assert ran.code == 0, (line, ran)
    assert by_pin("acknowledge", "1", "--by", "王芳").code == 0


def test_a_first_pin_is_told_once(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    said = run("staff", "pin", "王芳", "--operation", "p1").out
    (pin,) = re.findall(r"\b\d{6}\b", said)
    again = run("staff", "pin", "王芳", "--operation", "p1")
    assert (again.code, pin in again.out) == (0, False)
    assert "the PIN was told then" in again.out
    assert re.fullmatch(r"\d{6}", run("staff", "pin", "王芳", "--json").json["pin"])
    assert run("staff", "pin", "路人").code == 1
    assert "the key of the PINs" in run("uninstall").out


def test_a_gates_address_is_told_once(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    path = run("gate", "add", "北门", "--direction", "in", "--json").json["path"]
    assert re.fullmatch(r"/gate/[\w-]{20,}", path)
    assert path not in run("gate", "list").out
    assert "gate put in" in run("gate", "add", "南门", "--operation", "g").out
    assert "told then" in run("gate", "add", "南门", "--operation", "g").out


def test_where_nobody_is_there_nobody_has_a_pin(by_pin: Any) -> None:
    assert "Without one: 赵敏 李建国 张三" in by_pin("doctor").out
    for name in ("王芳", "赵敏", "李建国", "张三"):
        assert by_pin("staff", "remove", name).code == 0
    said = by_pin("doctor").out
    assert "warning: People sign in by PIN; nobody is on the staff list yet" in said
    assert "everybody on the staff list has one" not in said
