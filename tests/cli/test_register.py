"""The register by commands: what a script reads, and what is refused with what would be right (S1, S3, S7, S9)."""

import json
from datetime import date, timedelta
from typing import Any


def test_what_a_script_reads_of_things(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager", "--phone", "13800010031")
    soon = (date.today() + timedelta(days=10)).isoformat()  # noqa: DTZ011 - whichever day it is by the store's clock
    run("things", "add", "灭火器 01", "--kind", "设备", "--area", "车间", "--expires", soon, "--by", "王芳")
    run("things", "add", "急救包", "--kind", "supply", "--quantity", "1", "--least", "2", "--by", "王芳")
    (kit, tin) = sorted(json.loads(run("things", "list", "--json").out)["things"], key=lambda each: -each["number"])
    assert (kit["kind"], kit["state"], kit["quantity"], kit["least"]) == ("supply", "low", 1, 2)
    told = (tin["name"], tin["area"], tin["state"], tin["expires_on"], tin["last_check"])
    assert told == ("灭火器 01", "workshop", "expiring", soon, None)
    seen_to = json.loads(run("things", "expiring", "--json").out)["things"]
    assert {each["name"] for each in seen_to} == {"灭火器 01", "急救包"}
    assert [each["name"] for each in json.loads(run("things", "list", "--state", "low", "--json").out)["things"]] == [
        "急救包"
    ]


def test_what_is_refused_says_what_would_be_right(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("things", "add", "救援车", "--kind", "vehicle", "--by", "王芳")
    run("things", "faulty", "救援车", "右尾灯不亮", "--by", "王芳")
    refused = run("things", "out", "救援", "--words", "送车", "--by", "王芳", "--json", "--language", "en")
    assert refused.code == 1
    assert json.loads(refused.out)["error"] == "thing_faulty"
    assert "右尾灯不亮 (王芳" in refused.err
    refused = run("things", "add", "救援 车", "--kind", "vehicle", "--by", "王芳", "--language", "zh")
    assert "已在台账里" in refused.err
    assert "没有叫“飞船”的物品" in run("things", "ready", "飞船", "--by", "王芳", "--language", "zh").err


def test_what_a_script_reads_of_contacts_and_teams(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager", "--phone", "13800010031")
    run("contacts", "add", "供电所", "--kind", "power", "--phone", "95598", "--backup", "yes", "--by", "王芳")
    listed = json.loads(run("contacts", "list", "--json").out)["contacts"]
    assert [each["phone"] for each in listed] == ["119", "120", "110", "122", "95598"]
    assert (listed[-1]["backup"], listed[-1]["to_call"], listed[0]["to_call"]) == (True, True, False)
    run("contacts", "called", "供电所", "--by", "王芳")
    assert json.loads(run("contacts", "list", "--to-call", "--json").out)["contacts"] == []
    run("teams", "put", "rescue", "王芳")
    rescue = json.loads(run("teams", "list", "--json").out)["teams"][1]
    assert (rescue["key"], rescue["members"][0]["phone"]) == ("rescue", "13800010031")
    areas = json.loads(run("areas", "list", "--json").out)["areas"]
    assert [each["key"] for each in areas][:3] == ["zone", "workshop", "paint"]
    assert "95598" not in run("events", "list", "--json").out


def test_the_same_operation_means_the_same_command(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    for _ in range(2):
        added = run("things", "add", "千斤顶", "--kind", "tool", "--operation", "one", "--by", "王芳")
        assert (added.code, "千斤顶" in added.out) == (0, True)
    other = run("things", "add", "扳手", "--kind", "tool", "--operation", "one", "--by", "王芳", "--json")
    assert json.loads(other.out)["error"] == "operation_used"


def test_the_contact_list_is_called_through_by_commands(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager", "--phone", "13800010031")
    run("staff", "add", "李强", "--post", "supervisor", "--phone", "13800010032")
    run("contacts", "add", "供电所", "--kind", "power", "--phone", "95598", "--by", "王芳")
    assert run("contacts", "begin", "--by", "王芳").code == 0
    told = run(
        "contacts",
        "call",
        "李强",
        "无人接听",
        "--words",
        "关机",
        "--by",
        "王芳",
        "--operation",
        "c1",
        "--language",
        "zh",
    )
    assert "李强" in told.out
    assert run("contacts", "call", "王芳", "reached", "--by", "王芳", "--operation", "c1").code == 1
    run("contacts", "call", "供电所", "wrong_number", "--by", "王芳")
    run("contacts", "correct", "供电所", "--phone", "02595598", "--by", "王芳")
    run("contacts", "call", "王芳", "reached", "--by", "王芳")
    found = {each["name"]: each for each in json.loads(run("contacts", "calls", "--json").out)["calls"]}
    assert {name: each["state"] for name, each in found.items()} == {
        "王芳": "called", "李强": "call_not_reached", "供电所": "to_call"
    }  # fmt: skip
    assert (found["李强"]["words"], found["李强"]["last_by"], found["供电所"]["last_result"]) == ("关机", "王芳", None)
    left = json.loads(run("contacts", "calls", "--to-call", "--json").out)["calls"]
    assert [each["name"] for each in left] == ["供电所", "李强"]
    assert [each["kind"] for each in json.loads(run("matters", "list", "--json").out)["matters"]] == ["contacts"]
    refused = run("contacts", "correct", "供电所", "--by", "王芳", "--language", "zh")
    assert refused.code == 1
