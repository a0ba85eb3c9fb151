"""`frontdesk complaints import`: tables of complaints taken, and every line that is wrong told (C1, C2)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from case_tables import GOOD, HEAD, cases

from frontdesk.desk.cases import importing
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import StoreError


def test_every_clock_runs_from_when_it_came_in(run: Any, table: Any) -> None:
    ran = run("complaints", "import", table(GOOD, GOOD.replace("ordinary", "major")))
    assert (ran.code, ran.out) == (0, "Complaints registered: 2\n")
    (major, ordinary) = cases(run)
    assert {clock["started_at"] for clock in major["clocks"]} == {"2026-05-28T09:05:00+08:00"}
    assert major["next_due"] == "2026-05-28T09:35:00+08:00"
    assert ordinary["next_due"] == "2026-05-28T18:00:00+08:00"
    assert (ordinary["customer"], ordinary["phone"], ordinary["plate"]) == ("陈先生", "138****8000", "苏A12345")
    assert len(run("escalations", "--json").json["escalations"]) == 4


def test_headings_and_words_in_chinese_in_any_order(run: Any, table: Any) -> None:
    head = "序号,投诉内容,车牌号,联系电话,客户姓名,严重程度,投诉类别,渠道,受理时间"
    line = "7,漏油,苏A·12345,13800138000,陈先生,重大,产品质量,电话,2026年5月28日 9:05"
    assert run("complaints", "import", table(line, head=head)).code == 0
    case = cases(run)[0]
    assert (case["number"], case["kind"], case["severity"], case["words"]) == (1, "product", "major", "漏油")
    assert case["received_at"] == "2026-05-28T09:05:00+08:00"


@pytest.mark.parametrize(
    "said",
    ["2026-05-28 09:05", "2026/5/28 9:05", "2026.5.28 9:05:00", "2026-05-28T01:05Z", "2026-05-28T09:05:00+08:00"],
)
def test_times(run: Any, table: Any, said: str) -> None:
    run("complaints", "import", table(GOOD.replace("2026-05-28T09:05", said)))
    assert cases(run)[0]["received_at"] == "2026-05-28T09:05:00+08:00"


BROKEN = [
    ("2026-05-28T09:05,phone,service", "line_too_short", "too few cells: 3. Right would be 8"),
    (GOOD + ",more", "line_too_long", "too many cells: 9. Right would be 8; a cell that holds “,”"),
    (GOOD.replace("等得太久了", "你好,漏油"), "line_too_long", "in quotation marks"),
    (GOOD.replace("等得太久了", '"没说完'), "line_open_quote", "no other half"),
    (GOOD.replace("陈先生", '"陈"先生'), "line_unreadable", "whole or not at all"),
    (GOOD.replace("等得", "等\0得"), "line_not_text", "no text"),
    (GOOD.replace("2026-05-28T09:05", ""), "cell_empty", "“received_at” is empty. Right would be 2026-03-02T10:05"),
    (GOOD.replace("2026-05-28T09:05", "gestern"), "cell_no_time", "“received_at” is “gestern”"),
    (GOOD.replace("T09:05", ""), "cell_no_time", "no date with a time"),
    (GOOD.replace("2026-05-28T", ""), "cell_no_time", "“09:05”"),
    (GOOD.replace("2026-05-28", "2026-02-30"), "cell_no_time", "2026-02-30"),
    (GOOD.replace("2026-05-28", "1926-05-28"), "cell_long_ago", "Right would be 2016-05-28 10:00 or later"),
    (GOOD.replace("2026-05-28", "2026-05-30"), "cell_in_future", "Right would be 2026-05-29 10:00 or before"),
    (GOOD.replace("phone", "telex"), "cell_unknown", "“channel” is “telex”. Right would be one of: in person, phone"),
    (GOOD.replace("phone", ""), "cell_empty", "“channel” is empty"),
    (GOOD.replace("service", "weather"), "cell_unknown", "“kind” is “weather”"),
    (GOOD.replace("service", ""), "cell_empty", "service / product quality"),
    (GOOD.replace("ordinary", "grave"), "cell_unknown", "“grave”. Right would be one of: ordinary, major"),
    (GOOD.replace("ordinary", " "), "cell_empty", "“severity” is empty"),
    (GOOD.replace("陈先生", "陈" * 61), "cell_too_long", "“customer” has 61 characters. Right would be 60 at most"),
    (GOOD.replace("13800138000", "ask him"), "cell_no_phone", "“phone” is “ask him”"),
    (GOOD.replace("13800138000", "1" * 30), "cell_no_phone", "138 0013 8000"),
    (GOOD.replace("苏A12345", "???"), "cell_no_plate", "“plate” is “???”"),
    (GOOD.replace("苏A12345", "see the letter that the customer sent us"), "cell_no_plate", "苏A12345"),
    (GOOD.replace("等得太久了", ""), "cell_empty", "“words” is empty. Right would be what the customer said"),
    (GOOD.replace("等得太久了", "\u202e\u200b"), "cell_empty", "“words” is empty"),
    (GOOD.replace("等得太久了", "久" * 12_001), "cell_too_long", "“words” has 12001 characters. Right would be 4000"),
    (GOOD.replace("等得太久了", "久" * 200_000), "line_unreadable", "cannot be read as CSV"),
    (GOOD.replace(",", ";"), "line_too_short", "too few cells: 1."),
    ('"', "line_open_quote", "no other half"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "error", "said"), BROKEN)
def test_a_line_that_is_wrong_is_told(run: Any, table: Any, line: str, error: str, said: str) -> None:
    path = table(GOOD, line, GOOD)
    ran = run("complaints", "import", path)
    assert ran.code == 1
    head, wrong, sentence = ran.out.splitlines()
    assert (head, wrong) == ("Complaints registered: 2", "Lines not taken: 1")
    assert sentence.startswith("line 3: ")
    assert said in sentence
    assert ran.err == ""
    again = run("complaints", "import", path, "--json")
    (problem,) = json.loads(again.out)["problems"]
    assert (problem["line"], problem["error"]) == (3, error)
    assert said in problem["message"]


def test_the_plate_that_would_be_right_is_one_of_the_stores_province(run: Any, table: Any, home: Path) -> None:
    (home / "policy.toml").write_text('province = "沪"\n', "utf-8")
    assert run("policy", "load", home / "policy.toml").code == 0
    for wrong in ("???", "see the letter that the customer sent us", "B1"):
        said = run("complaints", "import", table(GOOD.replace("苏A12345", wrong))).out
        assert "Right would be" in said, said
        assert "沪A12345" in said
        assert "苏" not in said


def test_the_time_that_would_be_right_is_taken(run: Any, table: Any, machine: ManualClock) -> None:
    machine.at += 57_342
    for year, right in (("2027", "2026-05-29 10:00"), ("1926", "2016-05-28 10:01")):
        ran = run("complaints", "import", table(GOOD.replace("2026-05-28", f"{year}-05-28")))
        assert f"Right would be {right} or " in ran.out
        assert run("complaints", "import", table(GOOD.replace("2026-05-28T09:05", right))).code == 0


def test_thirty_broken_lines_are_thirty_sentences(run: Any, table: Any) -> None:
    ran = run("complaints", "import", table(*(line for line, _error, _said in BROKEN), GOOD))
    said = ran.out.splitlines()
    assert said[:2] == ["Complaints registered: 1", f"Lines not taken: {len(BROKEN)}"]
    assert [line.split(":")[0].strip() for line in said[2:]] == [f"line {n}" for n in range(2, len(BROKEN) + 2)]
    assert len(BROKEN) == 30


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_is_one_whole_sentence(run: Any, table: Any, language: str) -> None:
    ran = run("complaints", "import", table(*(line for line, _error, _said in BROKEN)), "--language", language)
    lines = ran.out.splitlines()[2:]
    assert len(lines) == 30
    assert all(line.rstrip().endswith((".", "。")) and "{" not in line for line in lines)


def test_all_or_nothing(run: Any, table: Any) -> None:
    ran = run("complaints", "import", table(GOOD, GOOD + ",more", GOOD), "--all-or-nothing")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == "Complaints registered: 0"
    assert ran.out.splitlines()[-1].startswith("Nothing was taken")
    assert cases(run) == []
    assert run("complaints", "import", table(GOOD, GOOD), "--all-or-nothing").code == 0
    assert len(cases(run)) == 2


def test_the_same_file_again_does_nothing_more(run: Any, table: Any) -> None:
    path = table(GOOD, GOOD + ",more", GOOD)
    assert run("complaints", "import", path, "--operation", "may").code == 1
    again = run("complaints", "import", path, "--operation", "may")
    assert again.out.splitlines()[:2] == [
        "Complaints registered: 0",
        "Registered before by the same operation: 2",
    ]
    corrected = run("complaints", "import", table(GOOD, GOOD, GOOD), "--operation", "may", "--json").json
    assert (corrected["taken"], corrected["known"], corrected["numbers"]) == (1, 2, [3])
    assert len(cases(run)) == 3


def test_words_over_several_lines_and_marks_in_them(run: Any, table: Any) -> None:
    ran = run("complaints", "import", table(GOOD.replace("等得太久了", '"他说""等等""\n\n没人, 理"'), GOOD + ",more"))
    assert cases(run)[0]["words"] == '他说"等等"\n\n没人, 理'
    assert "line 5: " in ran.out


def test_a_stray_mark_swallows_nothing(run: Any, table: Any) -> None:
    stray = GOOD.replace("等得太久了", '"没说完')
    ran = run("complaints", "import", table(GOOD, stray, GOOD, stray, GOOD, *[GOOD] * 300))
    assert ran.out.splitlines()[0] == "Complaints registered: 303"
    assert [line.split(":")[0].strip() for line in ran.out.splitlines()[2:]] == ["line 3", "line 5"]


@pytest.mark.parametrize("nothing", ["", "-", "无", "—", "N/A"])
def test_nothing_in_a_cell(run: Any, table: Any, nothing: str) -> None:
    line = GOOD.replace("13800138000", nothing).replace("苏A12345", nothing).replace("陈先生", "")
    assert run("complaints", "import", table(line)).code == 0
    assert [cases(run)[0][key] for key in ("phone", "plate", "customer")] == ["", None, ""]


def test_blank_lines_and_no_lines(run: Any, table: Any) -> None:
    assert run("complaints", "import", table("", ",,,,,,,", GOOD, "   ", "")).out == "Complaints registered: 1\n"
    assert run("complaints", "import", table()).out == "Complaints registered: 0\n"


def test_a_masked_phone_is_left_out(run: Any, table: Any) -> None:
    ran = run("complaints", "import", table(GOOD.replace("13800138000", "138****8000")))
    assert (ran.code, ran.err) == (0, "Phone numbers that were masked in the file were left out: 1.\n")
    assert cases(run)[0]["phone"] == ""


def test_an_unusual_plate_is_told(run: Any, table: Any) -> None:
    file = table(GOOD.replace("苏A12345", "QQ1"), GOOD)
    ran = run("complaints", "import", file)
    assert (ran.code, cases(run)[0]["plate"], len(cases(run))) == (1, "苏A12345", 1)
    assert ran.out.splitlines()[2:] == [
        "line 2: “plate” is “QQ1”, which does not look like a plate. Right would be 苏A12345;"
        " --unusual takes it as it is."
    ]
    ran = run("complaints", "import", table(GOOD.replace("苏A12345", "QQ1")), "--unusual")
    assert (ran.code, ran.err) == (0, "line 2: QQ1 is an unusual plate; it was kept.\n")


@pytest.mark.parametrize("unusual", [(), ("--unusual",)])
def test_a_plate_with_a_character_not_read_is_never_taken(run: Any, table: Any, unusual: Any) -> None:
    ran = run("complaints", "import", table(GOOD.replace("苏A12345", "沪B?2345")), *unusual)
    assert (ran.code, cases(run)) == (1, [])
    assert ran.out.splitlines()[2:] == [
        "line 2: “plate” is “沪B?2345”, in which a character was not read."
        " Right would be the whole plate, like 苏A12345."
    ]


def test_an_unusual_plate_that_was_here_is_taken(run: Any, table: Any) -> None:
    run("arrive", "QQ1", "--unusual")
    assert run("complaints", "import", table(GOOD.replace("苏A12345", "QQ1"))).code == 0


def test_a_store_that_keeps_no_more_says_what_was_kept(run: Any, table: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importing._register

    def full(desk: Any, entry: Any, *more: Any) -> None:
        if entry.line == 4:
            raise StoreError(StoreReason.DISK_FULL)
        real(desk, entry, *more)

    monkeypatch.setattr(importing, "_register", full)
    ran = run("complaints", "import", table(*[GOOD] * 5))
    assert (ran.code, ran.out) == (1, "Complaints registered: 2\n")
    assert ran.err.startswith("Not saved: the disk is full.")


def test_interrupted(run: Any, table: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importing._register

    def stop(desk: Any, entry: Any, *more: Any) -> None:
        if entry.line == 4:
            raise KeyboardInterrupt
        real(desk, entry, *more)

    file = table(*[GOOD] * 5)
    with monkeypatch.context() as patch:
        patch.setattr(importing, "_register", stop)
        ran = run("complaints", "import", file)
    assert (ran.code, ran.out) == (130, "Complaints registered: 2\n")
    said = "2 lines are in. For the others, the same again with --operation ([0-9a-f]{32})."
    found = re.search(said, ran.err)
    assert found, ran.err
    assert run("complaints", "import", file, "--operation", found[1]).out == (
        "Complaints registered: 3\nRegistered before by the same operation: 2\n"
    )


MORE = HEAD + ",nature,wants,drill"


@pytest.mark.parametrize(
    ("head", "more", "taken"),
    [
        (MORE, "dispute,退款,", ("dispute", "退款", False)),
        (MORE, "Dispute,,yes", ("dispute", None, True)),
        (MORE, ",-,no", ("complaint", None, False)),
        (MORE, "无,无,无", ("complaint", None, False)),
        (HEAD + ",性质", "inquiry", ("inquiry", None, False)),
        (HEAD + ",案件性质,诉求", "inquiry,换车", ("inquiry", "换车", False)),
        (HEAD + ",客户诉求,演练", "换车,YES", ("complaint", "换车", True)),
        (MORE, ",,TRUE", ("complaint", None, True)),
        (MORE, ",,False", ("complaint", None, False)),
    ],
)
def test_columns_that_may_be_there(run: Any, table: Any, head: str, more: str, taken: tuple[Any, ...]) -> None:
    assert run("complaints", "import", table(f"{GOOD},{more}", head=head)).code == 0
    (case,) = cases(run)
    assert (case["nature"], case["wants"], case["drill"]) == taken


def test_what_is_wrong_in_them(run: Any, table: Any) -> None:
    lines = (f"{GOOD},wish,,", f"{GOOD},,{'长' * 201},", f"{GOOD},,,maybe", f"{GOOD},dispute,退款,")
    said = run("complaints", "import", table(*lines, head=MORE)).out.splitlines()
    assert said == [
        "Complaints registered: 1",
        "Lines not taken: 3",
        "line 2: “nature” is “wish”. Right would be one of: complaint, dispute, inquiry.",
        "line 3: “wants” has 201 characters. Right would be 200 at most.",
        "line 4: “drill” is “maybe”. Right would be one of: yes, no.",
    ]
    assert "names the column nature twice." in run("complaints", "import", table(head=HEAD + ",nature,性质")).err
