"""`frontdesk gate`: what a camera would have done is said in sentences; a gate's name is no person's."""

from pathlib import Path
from typing import Any

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock

MINUTE = 60_000


@pytest.fixture
def north(run: Any) -> Any:
    """A store with a gate for both ways."""
    run("staff", "add", "王芳", "--post", "manager")
    assert run("gate", "add", "北门").code == 0
    return run


def test_what_was_read_and_what_became_of_it(north: Any, machine: ManualClock) -> None:
    def read(plate: str, *more: str) -> str:
        return str(north("gate", "test", "北门", plate, *more).out)

    assert read("苏A12345") == "Gate 北门 read: 苏A·12345. This car was registered: it has arrived.\n"
    again = read("苏A12345")
    assert again.startswith(
        "Gate 北门 read: 苏A·12345. Nothing was done: this car passed less than a minute ago, or it"
    )
    machine.at += MINUTE
    assert read("苏A12345") == "Gate 北门 read: 苏A·12345. This car was registered: it has left.\n"
    unsure = "That is not certain enough: no car was registered. The guard's station shows it for 10 minutes;"
    assert read("苏A1?345").startswith(f"Gate 北门 read: 苏A1?345. {unsure}")
    assert read("_无_").startswith(f"Gate 北门 read: no plate. {unsure}")
    assert read("苏A1?345", "--language", "zh") == (
        "道口 北门 读到：苏A1?345。不能确定，没有登记。门卫岗会显示 10 分钟，输入框空着时按 → 填入。\n"
    )
    assert north("gate", "test", "北门", "苏A1?345", "--json").json == {"outcome": "unsure", "plate": "苏A1?345"}
    assert north("gate", "test", "南门", "苏A12345").code == 1


@pytest.mark.parametrize(
    "command",
    ["gate add", "gate remove", "gate test", "serve pair", "complaints templates set", "complaints templates remove"],
)
def test_what_a_thing_is_called_is_no_name_of_a_person(run: Any, command: str) -> None:
    said = run(*command.split(), "--help", "--language", "zh").out
    assert "名称" in said
    assert said.replace("--by 姓名", "").count("姓名") == 0


def test_so_it_is_in_the_list_of_browsers(north: Any, database: Path) -> None:
    with Desk.open(database, Actor("serve", "")) as desk:
        devices.pair(desk, devices.offer(desk, tuple(StationKind), "门岗"), "")
    said = north("serve", "devices", "--language", "zh").out
    assert "名称" in said and "门岗" in said and "姓名" not in said
