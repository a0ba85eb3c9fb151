"""macOS: an agent of launchd, which runs while its user is logged in."""

import os
import plistlib
import re
from pathlib import Path

from platformdirs import user_log_path

from frontdesk.machine.services.service import MARK, Command, Plan, Run, Service, State, Undoing, unit_name

_KEPT = 3


def agent(service: Service, said: Path) -> bytes:
    """Return the property list of a service; its output is kept in the file `said`."""
    return plistlib.dumps(
        {
            "Label": service.unit,
            "FrontdeskNote": f"{MARK} {service.name}",
            "ProgramArguments": list(service.command),
            "EnvironmentVariables": dict(service.environment),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": 10,
            "StandardOutPath": str(said),
            "StandardErrorPath": str(said),
        }
    )


class Launchd:
    """The launchd of the user who is logged in."""

    def file(self, name: str) -> Path:
        """Return the agent's file."""
        return Path("~/Library/LaunchAgents").expanduser() / f"{unit_name(name)}.plist"

    def plan(self, service: Service, run: Run) -> Plan:
        """Plan to write the agent and load it, in place of one that is already loaded."""
        file = self.file(service.name)
        load: Command = ("launchctl", "bootstrap", _domain(), str(file))
        unload: tuple[Command, ...] = (
            (("launchctl", "bootout", _target(service.name)),) if self.state(service.name, run).running else ()
        )
        return Plan(
            file,
            agent(service, _said(service.name)),
            start=(*unload, load),
            look=("tail", "-f", str(_said(service.name))),
            folder=_said(service.name).parent,
            after_log_out=False,
        )

    def undoing(self, name: str) -> Undoing:
        """Plan to unload the agent and delete its file."""
        return Undoing((("launchctl", "bootout", _target(name)),), (self.file(name),))

    def state(self, name: str, run: Run) -> State:
        """Ask launchd, and read what the service said last."""
        if not self.file(name).exists():
            return State(installed=False)
        asked = run(("launchctl", "print", _target(name)))
        found = re.search(r"^\s*state = (.+)$", asked.out, re.MULTILINE)
        said = _said(name)
        lines = said.read_text(encoding="utf-8", errors="replace").splitlines() if said.exists() else []
        running = not asked.code and found is not None and found[1].strip() == "running"
        return State(
            installed=True,
            running=running,
            words=tuple(lines[-_KEPT:]),
            detail="" if running else (found[1].strip() if found else asked.words),
        )


def _domain() -> str:
    # Windows, where only tests come by, has no such number.
    return f"gui/{getattr(os, 'getuid', int)()}"


def _target(name: str) -> str:
    return f"{_domain()}/{unit_name(name)}"


def _said(name: str) -> Path:
    return user_log_path("frontdesk", appauthor=False) / f"{unit_name(name)}.out"
