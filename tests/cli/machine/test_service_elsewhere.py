"""`frontdesk service` on a Mac, on Windows and on other systems."""

import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from service_machine import UNIT, Machine

from frontdesk.machine.services import supervisor
from frontdesk.machine.services.launchd import Launchd
from frontdesk.machine.services.scheduled_task import TaskScheduler
from frontdesk.machine.services.service import Ran

Refusal = Callable[..., str]


def test_on_a_mac(run: Any, here: Machine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "supervisor", Launchd)
    here.answers[("launchctl", "print")] = Ran(113, err="Could not find service")
    ran = run("service", "install", "watch")
    file = home / "Library" / "LaunchAgents" / f"{UNIT}.plist"
    assert ran.code == 0
    assert "It runs now, and whenever you are logged in." in ran.out
    assert Path(plistlib.loads(file.read_bytes())["StandardErrorPath"]).parent.is_dir()
    assert [command[1] for command in here.ran] == ["bootstrap"]
    here.answers[("launchctl", "print")] = Ran(0, f"{UNIT} = {{\n\tstate = running\n}}\n")
    assert run("service", "status", "watch").out == "The service watch is installed and runs.\n"
    here.ran.clear()
    run("service", "install", "watch")
    assert [command[1] for command in here.ran] == ["print", "bootout", "bootstrap"]
    assert run("service", "remove", "watch").code == 0
    assert not file.exists()


def test_on_windows(run: Any, here: Machine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "supervisor", TaskScheduler)
    file = TaskScheduler().file("watch")
    here.answers[("schtasks", "/Create")] = Ran(1, err="ERROR: Access is denied.")
    ran = run("service", "install", "watch")
    assert ran.code == 1
    assert f"schtasks /Create /TN {UNIT} /XML {file} /F says: ERROR: Access is denied." in ran.err
    assert file.exists()
    del here.answers[("schtasks", "/Create")]
    assert run("service", "install", "watch").code == 0
    here.answers[("powershell",)] = Ran(0, '{"state": 4, "since": "2026-05-29T10:00:00", "result": 0}')
    assert "runs since 2026-05-29T10:00:00" in run("service", "status", "watch").out
    here.answers[("powershell",)] = Ran(0, '{"state": 3, "since": "2026-05-29T10:00:00", "result": 1}')
    assert "does not run: 1." in run("service", "status", "watch").out
    here.answers[("powershell",)] = Ran(1, err="nothing")
    assert "could not be asked: nothing." in run("service", "status", "watch").out
    here.answers[("schtasks", "/Delete")] = Ran(1, err="ERROR: Access is denied.")
    assert run("service", "remove", "watch").err == (
        "The service was not removed: ERROR: Access is denied."
        " In a terminal opened as administrator: frontdesk service remove watch\n"
    )
    assert file.exists()
    del here.answers[("schtasks", "/Delete")]
    here.ran.clear()
    assert run("service", "remove", "watch").code == 0
    assert [command[1] for command in here.ran] == ["/End", "/Delete"]
    assert not file.exists()


def test_on_another_system(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    said = refused("service", "install", "watch")
    assert said == "Services can be installed on Linux, macOS and Windows, not on freebsd14."


def test_a_command_that_is_not_there_has_failed() -> None:
    ran = supervisor.run(("no-such-program-here",))
    assert ran.code == 127
    assert ran.words == "no-such-program-here: No such file or directory"
