"""`frontdesk policy`: shown, loaded, and refused with the name of what is wrong."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from frontdesk.desk import policy as policies
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy

Refusal = Callable[..., str]


@pytest.fixture
def file(home: Path) -> Path:
    return home / "policy.toml"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_shown_can_be_loaded(run: Any, file: Path, database: Path, language: str) -> None:
    """With its remarks, and with what looks like one."""
    policy = Policy(store_name='"东\\南" #1', bays=("A", "2"), closed_dates=("2026-02-17",))
    run("staff", "add", "王芳", "--post", "manager")
    with Desk.open(database, Actor("guard", "张三")) as desk:
        policies.load(desk, policy)
    shown = run("policy", "show", "--language", language).out
    file.write_text(shown, encoding="utf-8")
    assert policies.from_file(file) == (policy, [])
    assert run("policy", "load", file, "--json").json == {"done": None}
    lines = shown.splitlines()
    for field in fields(Policy):
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{field.name} = "))
        assert lines[at - 1].startswith("# ")
    said = {
        "zh": "# 一辆车在预检区停留超过这么久，就是超时停留（秒 · 1–86400 · Z6）",
        "en": "# A car longer in the zone than this is an over-stay (seconds · 1–86400 · Z6)",
    }
    assert lines[lines.index("over_stay_s = 1200") - 1] == said[language]


def test_a_policy_is_put_in_force_as_one_event(run: Any, file: Path, database: Path) -> None:
    run("arrive", "A1", "--unusual")
    file.write_text('over_count = 5\nbays = ["1", "2", "3", "东"]\nclosed_dates = [2026-02-17]\n', encoding="utf-8")
    assert run("policy", "load", file, "--json").json["number"] == 3
    assert run("policy", "load", file, "--json").json == {"done": None}
    shown = run("policy", "show", "--json").json
    assert (shown["over_count"], shown["bays"][3], shown["closed_dates"]) == (5, "东", ["2026-02-17"])
    assert run("arrive", "A2", "--unusual", "--place", "东", "--json").json["place"] == "bay4"
    with Desk.open(database, Actor("guard", "张三")) as desk:
        details = desk.connection.execute("select detail from events where kind = 'policy'").fetchall()
    assert len(details) == 1
    assert json.loads(details[0][0])["over_count"] == [4, 5]


def test_hours_and_days_are_read_as_people_write_them(run: Any, file: Path) -> None:
    file.write_text(
        'opening_hours = ["8:30-18:00", "8：30～18", "9至17:30", "08:30-18:00", "0-24", "休息", ""]\n'
        'closed_dates = ["2026.2.17", "2026年2月7日", "2026-02-18"]\n',
        encoding="utf-8",
    )
    assert run("policy", "load", file).code == 0
    shown = run("policy", "show", "--json").json
    assert shown["opening_hours"] == [*["08:30-18:00"] * 2, "09:00-17:30", "08:30-18:00", "00:00-24:00", "", ""]
    assert shown["closed_dates"] == ["2026-02-17", "2026-02-07", "2026-02-18"]


def test_a_lower_limit_raises_what_is_over_it(run: Any, file: Path) -> None:
    run("arrive", "A1", "--unusual")
    run("arrive", "A2", "--unusual")
    file.write_text("over_count = 2\nover_count_warning = 1\n")
    run("policy", "load", file)
    assert [raised["kind"] for raised in run("status", "--json").json["escalations"]] == ["over_count"]
    file.write_text("over_count = 4\n")
    run("policy", "load", file)
    assert run("status", "--json").json["escalations"] == []


def test_what_a_file_does_not_name_stays(run: Any, refused: Refusal, file: Path) -> None:
    file.write_text('over_stay_s = 1500\nbays = ["A", "B"]\n')
    run("policy", "load", file)
    file.write_text("over_stay_warning_s = 1400\n")
    assert run("policy", "load", file, "--json").json["number"] == 1
    file.write_text("over_stay_s = 1300\n")
    assert "over_stay_warning_s = 1400 is not right. Right would be: ≤ 1300." in refused("policy", "load", file)
    file.write_text("# nothing\n")
    assert run("policy", "load", file).out == "Nothing was changed: what the file names is in force already.\n"
    shown = run("policy", "show", "--json").json
    assert (shown["over_stay_s"], shown["over_stay_warning_s"], shown["bays"]) == (1500, 1400, ["A", "B"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("over_cuont = 5", "there is no setting “over_cuont”. Did you mean “over_count”?"),
        ("over_count = 0", "over_count = 0 is not right. Right would be: 1–500."),
        ("over_count = '5'", 'over_count = "5" is not right. Right would be: a whole number like 4.'),
        ("over_count = true", "over_count = true is not right. Right would be: a whole number like 4."),
        ("over_stay_s = nan", "over_stay_s = NaN is not right. Right would be: a whole number like 1200."),
        ("over_count = 3.5", "over_count = 3.5 is not right."),
        ("bays = []", "bays = [] is not right."),
        ("bays = ['1', 2]", 'bays[1] = 2 is not right. Right would be: "1".'),
        ("bays = '1'", 'bays = "1" is not right. Right would be: a list like ["1", …].'),
        ("bays = ['1', 'Bay 1']", 'bays = ["1", "Bay 1"] is not right.'),
        ("workshop_bays = ['lane']", 'workshop_bays = ["lane"] is not right.'),
        ("bays = ['ｗorkshop']", "is not right."),
        ("bays = ['1', '1']", 'bays = ["1", "1"] is not right.'),
        ("bays = ['\u202e']", "is not right."),
        ("province = '苏州'", "province = "),
        ("time_zone = 'Mars/Base'", 'time_zone = "Mars/Base" is not right. Right would be: Asia/Shanghai.'),
        ("time_zone = '../etc'", "is not right."),
        ("opening_hours = ['08:30']", "Right would be: seven, Monday to Sunday, each like 08:30-18:00."),
        ("opening_hours = ['8-25', '', '', '', '', '', '']", 'opening_hours = "08:00-25:00" is not right.'),
        ("closed_dates = ['soon']", 'closed_dates = "soon" is not right. Right would be: 2026-02-17.'),
        ("over_stay_warning_s = 1300", "over_stay_warning_s = 1300 is not right. Right would be: ≤ 1200."),
        ("over_count = ", "is not readable as TOML"),
    ],
)
def test_a_policy_that_is_not_right(refused: Refusal, file: Path, database: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    sentence = refused("policy", "load", file)
    assert sentence.startswith(str(file))
    assert said in sentence
    assert not database.exists()


def test_everything_that_is_not_right_is_said_at_once(run: Any, file: Path, database: Path) -> None:
    file.write_text(
        'over_cuont = 5\nover_stay_s = "20"\nbays = []\nhold_s = 99999\n'
        'opening_hours = ["8-25", "8:30-18:00", "18-8", "", "", "", ""]\nprovince = "粤"\n',
        encoding="utf-8",
    )
    for there in (False, True):
        if there:
            run("arrive", "A1", "--unusual")
        told = run("policy", "load", file)
        assert told.code == 1
        assert [line.removeprefix(f"{file}: ") for line in told.err.splitlines()] == [
            "there is no setting “over_cuont”. Did you mean “over_count”?",
            'over_stay_s = "20" is not right. Right would be: a whole number like 1200.',
            "hold_s = 99999 is not right. Right would be: 0–3600.",
            'bays = [] is not right. Right would be: ["1", "2", "3"].',
            'opening_hours = "08:00-25:00" is not right. Right would be: 08:30-18:00.',
            'opening_hours = "18:00-08:00" is not right. Right would be: 08:30-18:00.',
            "Faults found: 6. Nothing was changed.",
        ]
        assert database.exists() == there
    answer = json.loads(run("policy", "load", file, "--json").out)
    assert (answer["error"], len(answer["faults"])) == ("unknown_setting", 6)
    assert answer["faults"][1]["key"] == "over_stay_s"
    assert run("policy", "show", "--json").json["province"] == "苏"


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_a_policy_that_notepad_or_powershell_saved_is_read(run: Any, file: Path, encoding: str) -> None:
    run("arrive", "A1", "--unusual")
    shown = run("policy", "show", "--language", "zh").out
    file.write_bytes(shown.replace('store_name = ""', 'store_name = "粤东"').encode(encoding))
    assert run("policy", "load", file, "--json").json["number"] == 1
    assert run("policy", "show", "--json").json["store_name"] == "粤东"


def test_a_policy_file_that_is_not_there(refused: Refusal, home: Path) -> None:
    assert refused("policy", "load", home / "none.toml") == f"There is no file {home / 'none.toml'}."
    assert refused("policy", "load", home) == f"{home} is a folder. Name a file in it."


def test_a_bay_with_a_car_does_not_go_away(run: Any, refused: Refusal, file: Path) -> None:
    run("arrive", "A12345", "--place", "bay3")
    file.write_text('bays = ["1", "2"]\n')
    assert refused("policy", "load", file) == "bay 3 cannot go away or shrink now: 苏A·12345 stands there."
    assert run("policy", "show", "--json").json["bays"] == ["1", "2", "3"]


def test_the_staff_list(run: Any, refused: Refusal) -> None:
    run("staff", "add", " 张\u200b三 ", "--post", "manager", "--phone", "138 0013 8000")
    run("staff", "add", "李四", "--post", "service advisor")
    listed = run("staff", "list", "--json").json["staff"]
    assert {"name": "张三", "post": "manager", "phone": "13800138000"} in listed
    assert "service advisor" in run("staff", "list").out
    assert refused("staff", "add", "张三", "--post", "guard") == "张三 is on the staff list already."
    assert refused("staff", "add", "\u200b", "--post", "guard") == "A person needs a name."
    assert "is not a phone number" in refused("staff", "add", "王五", "--post", "guard", "--phone", "12ab")
    assert "is not known here" in refused("staff", "add", "王五", "--post", "king")
    assert refused("staff", "remove", "赵六") == "赵六 is not on the staff list."
    assert run("staff", "remove", "张三").code == 0
    assert [person["name"] for person in run("staff", "list", "--json").json["staff"]] == ["李四"]
