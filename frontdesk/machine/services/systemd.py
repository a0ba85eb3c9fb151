"""Linux: a systemd user unit, with lingering so that it keeps running after log-out."""

import getpass
import os
from pathlib import Path

from frontdesk.machine.services.service import MARK, Command, Plan, Run, Service, State, Undoing, unit_name

_SYSTEMCTL: Command = ("systemctl", "--user")
_BACKOFF_SINCE = 254
"""The first systemd version that can wait longer after each failure; older ones always wait the same time."""
_LINGER_MARK = "X-FrontdeskLinger=yes"
_KEPT = 3


def unit(service: Service, *, backoff: bool, linger: bool) -> str:
    """Return the text of the unit. `linger`: lingering was turned on for it, and is turned off with it."""
    lines = [
        f"# Written by: {MARK} {service.name}",
        "[Unit]",
        f"Description={service.description.replace('%', '%%')}",
        "# It is never given up: a database that is not there yet may come.",
        "StartLimitIntervalSec=0",
        *([_LINGER_MARK] if linger else []),
        "",
        "[Service]",
        "Type=notify",
        f"ExecStart={command_line(service.command)}",
        *(f"Environment={_quoted(f'{name}={value}')}" for name, value in sorted(service.environment.items())),
        "Restart=on-failure",
        "RestartSec=5",
        *(["RestartSteps=4", "RestartMaxDelaySec=60"] if backoff else []),
        "",
        "[Install]",
        "WantedBy=default.target",
        "",
    ]
    return "\n".join(lines)


def command_line(command: Command) -> str:
    """Return a command in ExecStart's syntax; `$` starts a variable everywhere but in the program's own path."""
    program, *arguments = command
    return " ".join([_quoted(program), *(_quoted(argument).replace("$", "$$") for argument in arguments)])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("\n", "\\n")
    return f'"{escaped}"'


class Systemd:
    """The systemd of the user who is logged in."""

    def file(self, name: str) -> Path:
        """Return the unit's file."""
        home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
        return Path(home).expanduser() / "systemd" / "user" / f"{unit_name(name)}.service"

    def plan(self, service: Service, run: Run) -> Plan:
        """Plan to write the unit, let the user linger, and start the unit now and at every boot."""
        file = self.file(service.name)
        lingers = run(("loginctl", "show-user", getpass.getuser(), "--property=Linger", "--value")).out.strip() == "yes"
        linger = not lingers or _turned_on(file)
        backoff = _version(run(("systemctl", "--version")).out) >= _BACKOFF_SINCE
        return Plan(
            file,
            unit(service, backoff=backoff, linger=linger).encode(),
            start=(
                (*_SYSTEMCTL, "daemon-reload"),
                (*_SYSTEMCTL, "enable", service.unit),
                (*_SYSTEMCTL, "restart", service.unit),
            ),
            look=("journalctl", "--user", "-u", service.unit, "-f"),
            linger=None if lingers else ("loginctl", "enable-linger"),
        )

    def undoing(self, name: str) -> Undoing:
        """Plan to stop the unit, delete it, and turn lingering off if it was turned on for it."""
        file = self.file(name)
        link = file.parent / "default.target.wants" / file.name
        after: list[Command] = [(*_SYSTEMCTL, "daemon-reload")]
        if _turned_on(file):
            after.append(("loginctl", "disable-linger"))
        return Undoing(((*_SYSTEMCTL, "disable", "--now", unit_name(name)),), (link, file), tuple(after))

    def state(self, name: str, run: Run) -> State:
        """Ask systemd and its journal."""
        if not self.file(name).exists():
            return State(installed=False)
        properties = "--property=ActiveState,SubState,ActiveEnterTimestamp"
        asked = run((*_SYSTEMCTL, "show", unit_name(name), properties))
        if asked.code:
            return State(installed=True, detail=asked.words)
        said = dict(line.split("=", 1) for line in asked.out.splitlines() if "=" in line)
        journal = run(
            ("journalctl", "--user", "-u", unit_name(name), "-n", str(_KEPT), "-o", "cat", "--no-pager", "-q")
        )
        running = said.get("ActiveState") == "active"
        return State(
            installed=True,
            running=running,
            since=said.get("ActiveEnterTimestamp", "") if running else "",
            words=tuple(journal.out.splitlines()[-_KEPT:]) if not journal.code else (),
            detail="" if running else " / ".join(filter(None, (said.get("ActiveState"), said.get("SubState")))),
        )


def _turned_on(file: Path) -> bool:
    return file.exists() and _LINGER_MARK in file.read_text(encoding="utf-8", errors="replace").splitlines()


def _version(said: str) -> int:
    words = said.split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
