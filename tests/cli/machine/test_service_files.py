"""The files that describe a service to systemd, launchd and Windows: read back as those read them."""

import os
import plistlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from frontdesk.machine.services.launchd import agent
from frontdesk.machine.services.scheduled_task import task
from frontdesk.machine.services.service import Service, is_ours
from frontdesk.machine.services.systemd import command_line, unit

ODD = "/srv/店 a/100% $HOME \"x\" 'y' \\z"
SERVICE = Service(
    "watch",
    "Frontdesk: 100% 到时",
    Path("/srv/desk.db"),
    {"FRONTDESK_DATABASE": f"{ODD}.db", "FRONTDESK_LANGUAGE": "zh"},
    f"{ODD}/bin/python",
)
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def test_the_unit() -> None:
    plain = replace(SERVICE, description="Frontdesk", environment={"FRONTDESK_DATABASE": "/a b.db"}, python="/py")
    assert unit(plain, backoff=True, linger=True).splitlines() == [
        "# Written by: frontdesk service install watch",
        "[Unit]",
        "Description=Frontdesk",
        "# It is never given up: a database that is not there yet may come.",
        "StartLimitIntervalSec=0",
        "X-FrontdeskLinger=yes",
        "",
        "[Service]",
        "Type=notify",
        'ExecStart="/py" "-P" "-m" "frontdesk" "watch"',
        'Environment="FRONTDESK_DATABASE=/a b.db"',
        "Restart=on-failure",
        "RestartSec=5",
        "RestartSteps=4",
        "RestartMaxDelaySec=60",
        "",
        "[Install]",
        "WantedBy=default.target",
    ]
    older = unit(plain, backoff=False, linger=False)
    assert "RestartSteps" not in older
    assert "X-FrontdeskLinger" not in older


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("a b", '"a b"'),
        ("100%", '"100%%"'),
        ("$HOME", '"$$HOME"'),
        ('say "x"', '"say \\"x\\""'),
        ("C:\\x", '"C:\\\\x"'),
        ("two\nlines", '"two\\nlines"'),
    ],
)
def test_an_argument_of_the_unit_stays_one(argument: str, written: str) -> None:
    assert command_line(("/py$", argument)) == f'"/py$" {written}'


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    program = tmp_path / "店 a%$x" / "python"
    program.parent.mkdir()
    program.symlink_to("/bin/true")
    file = tmp_path / "frontdesk-watch.service"
    file.write_text(unit(replace(SERVICE, python=str(program)), backoff=False, linger=True), encoding="utf-8")
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["systemd-analyze", "verify", "--user", str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if file.name in line]) == (0, [])


def test_the_agent() -> None:
    said = Path("/logs/watch.out")
    assert plistlib.loads(agent(SERVICE, said)) == {
        "Label": "frontdesk-watch",
        "FrontdeskNote": "frontdesk service install watch",
        "ProgramArguments": [SERVICE.python, "-P", "-m", "frontdesk", "watch"],
        "EnvironmentVariables": dict(SERVICE.environment),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 10,
        "StandardOutPath": str(said),
        "StandardErrorPath": str(said),
    }


def found(root: ElementTree.Element, path: str) -> str | None:
    return root.findtext("/".join(f"{TASK}{name}" for name in path.split("/")))


def test_the_task() -> None:
    written = task(replace(SERVICE, python="C:\\程 序\\python.exe"), "SHOP\\王芳")
    assert written[:2] in {b"\xff\xfe", b"\xfe\xff"}
    root = ElementTree.fromstring(written)
    assert found(root, "Principals/Principal/UserId") == "SHOP\\王芳"
    assert found(root, "Principals/Principal/LogonType") == "S4U"
    assert found(root, "Settings/ExecutionTimeLimit") == "PT0S"
    assert found(root, "Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert found(root, "Settings/RestartOnFailure/Interval") == "PT1M"
    for trigger in ("BootTrigger", "RegistrationTrigger"):
        assert found(root, f"Triggers/{trigger}/Repetition/Interval") == "PT1M"
    assert found(root, "Actions/Exec/Command") == "C:\\程 序\\python.exe"


@pytest.mark.parametrize(
    ("environment", "arguments"),
    [
        ({}, "-P -m frontdesk watch"),
        (
            {"FRONTDESK_DATABASE": "C:\\a b\\d.db", "FRONTDESK_LANGUAGE": "zh", "FRONTDESK_BY": "王 芳"},
            '-P -m frontdesk watch --database "C:\\a b\\d.db" --language zh --by "王 芳"',
        ),
        ({"FRONTDESK_CONFIG": "C:\\s.toml"}, f"-P -m frontdesk watch --database {SERVICE.store}"),
    ],
)
def test_a_task_is_told_the_environment_as_options(environment: dict[str, str], arguments: str) -> None:
    root = ElementTree.fromstring(task(replace(SERVICE, environment=environment), "x"))
    assert found(root, "Actions/Exec/Arguments") == arguments


def test_what_was_written_is_known_again(tmp_path: Path) -> None:
    file = tmp_path / "service"
    for content in (
        unit(SERVICE, backoff=True, linger=True).encode(), agent(SERVICE, file), task(SERVICE, "x"),
    ):  # fmt: skip
        file.write_bytes(content)
        assert is_ours(file)
    file.write_text("[Service]\nExecStart=frontdesk watch\n")
    assert not is_ours(file)
