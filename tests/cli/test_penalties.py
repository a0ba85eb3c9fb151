"""Penalties on the command line: from the proposal to the decision, and the ledger of a month (Z8)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock

Refusal = Callable[..., str]


@pytest.fixture
def complained(crowd: Any) -> Any:
    """A store that was too full, with a complaint about the first car; its escalation and the complaint are No. 1."""
    for name, post in (("张三", "guard"), ("赵敏", "advisor"), ("李建国", "director")):
        crowd("staff", "add", name, "--post", post)
    assert crowd("complaints", "add", "--plate", "A12341", "--words", "等太久").code == 0
    return crowd


@pytest.fixture
def signed(complained: Any) -> Any:
    assert complained("penalties", "propose", "1", "--person", "张三", "--by", "王芳").code == 0
    assert complained("penalties", "sign", "1", "--by", "赵敏").code == 0
    return complained


def test_from_the_proposal_to_the_decision(complained: Any, machine: ManualClock) -> None:
    run = complained
    ran = run("penalties", "propose", "1", "--person", "张三", "--words", "没有报告", "--by", "王芳")
    assert (ran.out, ran.err) == ("苏A·12341 · penalty proposed · No. 1 · 张三 · 10:00\n", "")
    machine.at += MINUTE
    assert (
        run("penalties", "sign", "No. 1", "--by", "赵敏").out == "苏A·12341 · penalty signed · No. 1 · 张三 · 10:01\n"
    )
    ran = run("penalties", "appeal", "1", "--words", "当时在停车场", "--by", "张三")
    assert ran.out == "苏A·12341 · penalty appealed against · No. 1 · 张三 · 10:01\n"
    waits = "waits for a signature or a decision: No. 1 · 苏A·12341 · 张三 · appealed against\n"
    assert run("penalties").out.endswith(waits)
    ran = run("penalties", "uphold", "1", "--words", "可以疏导", "--by", "李建国")
    assert ran.out == "苏A·12341 · penalty upheld · No. 1 · 张三 · 10:01\n"
    rows = [" ".join(line.split()) for line in run("penalties").out.splitlines()]
    assert rows == [
        "penalty time plate responsible entry CNY entered by words",
        "1 10:00 苏A·12341 张三 proposed 0 王芳 没有报告",
        "1 10:01 苏A·12341 张三 signed +50 赵敏",
        "1 10:01 苏A·12341 张三 appealed against 0 张三 当时在停车场",
        "1 10:01 苏A·12341 张三 upheld 0 李建国 可以疏导",
        "2026-05 张三: 50 CNY",
        "2026-05 total: 50 CNY",
    ]


def test_a_counter_entry_counts_in_its_own_month(signed: Any, machine: ManualClock) -> None:
    machine.at += 10 * DAY
    assert signed("penalties", "counter", "1", "--words", "弄错了", "--by", "李建国").code == 0
    june = signed("penalties", "--json").json
    assert (june["month"], june["sum"], june["sums"]) == ("2026-06", -50, [{"person": "张三", "sum": -50}])
    assert june["waiting"] == []
    assert june["entries"] == [
        {
            "number": 1, "complaint": 1, "plate": "苏A12341", "person": "张三", "amount": 50,
            "evidence": {"escalation": 1, "kind": "over_count", "crossed_at": "2026-05-29T09:59:59+08:00"},
            "at": "2026-06-08T10:00:00+08:00", "entry": "countered", "booked": -50, "by": "李建国", "words": "弄错了",
        }
    ]  # fmt: skip
    may = signed("penalties", "list", "--month", "2026-05", "--json").json
    assert [(entry["entry"], entry["booked"]) for entry in may["entries"]] == [("proposed", 0), ("signed", 50)]
    assert signed("penalties", "--month", "2026-05", "list", "--json").json == may
    assert signed("penalties", "--month", "2026-07").out == "2026-07: no penalty was entered.\n"


def test_one_person(signed: Any) -> None:
    assert signed("complaints", "add", "--plate", "A12342", "--words", "等太久").code == 0
    assert signed("penalties", "propose", "2", "--person", "赵敏", "--by", "王芳").code == 0
    everyone = signed("penalties", "--json").json
    assert everyone["sums"] == [{"person": "张三", "sum": 50}, {"person": "赵敏", "sum": 0}]
    assert [penalty["number"] for penalty in everyone["waiting"]] == [2]
    assert [entry["entry"] for entry in everyone["waiting"][0]["entries"]] == ["proposed"]
    only = signed("penalties", "list", "--person", "张三", "--json").json
    assert (only["sums"], only["waiting"], only["sum"]) == ([{"person": "张三", "sum": 50}], [], 50)
    assert signed("penalties", "--person", "陌生人").out == "2026-05: no penalty was entered.\n"


def test_what_is_refused(complained: Any, refused: Refusal) -> None:
    propose = ["penalties", "propose", "1", "--person", "张三"]
    said = "“propose a penalty” is for the manager on duty, the deputy or the director. Sign in as one of them."
    assert refused(*propose, "--by", "赵敏") == said
    said = "Which escalation is the evidence? Right would be one that the car met: 1."
    assert refused(*propose, "--escalation", "9", "--by", "王芳") == said
    assert refused("penalties", "propose", "7", "--person", "张三", "--by", "王芳") == "There is no complaint No. 7."
    said = "Who is responsible? Choose somebody on the staff list."
    assert refused("penalties", "propose", "1", "--person", " ", "--by", "王芳") == said
    assert refused("penalties", "sign", "1") == "There is no penalty No. 1. See frontdesk penalties."
    assert refused("penalties", "--month", "May") == "“May” is not a month. Right would be 2026-11."
    assert complained(*propose, "--by", "王芳").code == 0
    said = "苏A·12341 has a penalty for that visit already: No. 1, proposed by 王芳 2026-05-29 10:00. One per car."
    assert refused(*propose, "--by", "李建国") == said
    said = "王芳 proposed penalty No. 1: somebody else on the staff list signs it."
    assert refused("penalties", "sign", "1", "--by", "王芳") == said
    assert refused("penalties", "sign", "1", "--by", "陌生人") == "陌生人 is not on the staff list."
    said = "Penalty No. 1 charges 张三: “sign” is for somebody else."
    assert refused("penalties", "sign", "1", "--by", "张三") == said
    said = "Penalty No. 1 is proposed since 2026-05-29 10:00 (王芳): “uphold” is not possible now."
    assert refused("penalties", "uphold", "1", "--words", "x", "--by", "李建国") == said
    assert complained("penalties", "sign", "1", "--by", "赵敏").code == 0
    appeal = ["penalties", "appeal", "1", "--words", "当时在停车场"]
    said = "Penalty No. 1 charges 张三, who may appeal, or the manager on duty, the deputy or the director for them."
    assert refused(*appeal, "--by", "赵敏") == said
    assert refused(*appeal, "--by", "陌生人") == "陌生人 is not on the staff list."
    assert complained(*appeal, "--by", "王芳").code == 0
    said = "王芳 proposed penalty No. 1: another manager or the director decides on the appeal."
    for act in ("uphold", "counter"):
        assert refused("penalties", act, "1", "--words", "x", "--by", "王芳") == said
    said = "“counter” needs a few words: write them, then try again."
    assert refused("penalties", "counter", "1", "--words", " ", "--by", "李建国") == said


def test_a_script_is_told_why_it_was_refused(complained: Any) -> None:
    ran = complained("penalties", "propose", "1", "--person", "nobody", "--json", "--by", "王芳")
    assert ran.code == 1
    assert '"error": "unknown_person"' in ran.out


def test_the_same_operation_twice_does_nothing_more(complained: Any, refused: Refusal) -> None:
    propose = ["penalties", "propose", "1", "--person", "张三", "--by", "王芳", "--json", "--operation", "a"]
    first = complained(*propose).json
    assert first["done"] == "penalty_propose"
    assert (first["number"], first["detail"]) == (1, "1 张三")
    assert complained(*propose).json == first
    said = "This operation id was used for something else: 苏A·12341 · penalty proposed."
    for other in (["propose", "1", "--person", "赵敏"], ["propose", "2", "--person", "张三"], ["sign", "1"]):
        assert refused("penalties", *other, "--by", "王芳", "--operation", "a") == said
    sign = ["penalties", "sign", "1", "--by", "赵敏", "--operation", "b", "--json"]
    assert complained(*sign).json == complained(*sign).json
    assert "used for something else" in refused("penalties", "sign", "2", "--by", "赵敏", "--operation", "b")
    assert [entry["entry"] for entry in complained("penalties", "--json").json["entries"]] == ["proposed", "signed"]


def test_hostile_text(complained: Any) -> None:
    name = "[/b]\x1b[31m钱"
    complained("staff", "add", name, "--post", "advisor")
    words = "[red]{plate}\x1b]0;x\x07\n二"
    assert complained("penalties", "propose", "1", "--person", name, "--words", words, "--by", "王芳").code == 0
    ran = complained("penalties")
    assert "[/b][31m钱" in ran.out
    assert "[red]{plate}]0;x 二" in ran.out
    assert "\x1b" not in ran.out
    assert complained("penalties", "--json").json["entries"][0]["words"] == "[red]{plate}]0;x\n二"


def test_who_it_is_has_to_be_said_where_the_machines_account_is_nobody(
    complained: Any, refused: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    complained("penalties", "propose", "1", "--person", "张三", "--by", "王芳")
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    said = "root is not on the staff list."
    assert refused("penalties", "sign", "1") == f"{said} That is this machine's account: say who it is with --by NAME."
    assert refused("penalties", "sign", "1", "--by", "root") == said
    assert refused("staff", "remove", "赵六") == "赵六 is not on the staff list."


def test_the_stores_own_word_for_it(complained: Any, refused: Refusal, home: Path) -> None:
    file = home / "policy.toml"
    file.write_text(f'penalty_word = "{"长" * 21}"\n', encoding="utf-8")
    assert "绩效扣分" in refused("policy", "load", file, "--by", "王芳")
    file.write_text('penalty_word = "绩效扣分"\n', encoding="utf-8")
    assert complained("policy", "load", file, "--by", "王芳").code == 0
    assert complained("penalties").out == "2026-05: no 绩效扣分 was entered.\n"
    assert "没有绩效扣分记录" in complained("penalties", "--language", "zh").out
