"""A machine that keeps services, whose commands only pretend."""

from pathlib import Path

import pytest
from service_machine import UNIT, Machine

from frontdesk.machine.services import supervisor
from frontdesk.machine.services.service import Ran
from frontdesk.machine.services.systemd import Systemd


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Machine:
    pretending = Machine()
    monkeypatch.setattr(supervisor, "run", pretending.run)
    monkeypatch.setattr(supervisor, "supervisor", Systemd)
    pretending.answers[("systemctl", "--version")] = Ran(0, "systemd 256 (256.4)\n")
    return pretending


@pytest.fixture
def unit(home: Path) -> Path:
    return home / "config" / "systemd" / "user" / f"{UNIT}.service"
