"""The only place that runs this machine's commands for services; tests replace it by their own."""

import subprocess
import sys
from pathlib import Path

from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.services.launchd import Launchd
from frontdesk.machine.services.scheduled_task import TaskScheduler
from frontdesk.machine.services.service import Command, Ran, State, Supervisor
from frontdesk.machine.services.systemd import Systemd

_PATIENCE_S = 30
_KINDS: dict[str, type[Supervisor]] = {"linux": Systemd, "darwin": Launchd, "win32": TaskScheduler}


def supervisor() -> Supervisor:
    """Return the supervisor of this machine. Raises `InputError(NO_SUPERVISOR)` if none is known."""
    kind = _KINDS.get(sys.platform)
    if kind is None:
        raise InputError(MachineReason.NO_SUPERVISOR, system=sys.platform)
    return kind()


def run(command: Command) -> Ran:
    """Run a command of the machine; a command that is missing or does not answer counts as failed."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ran(124, err=f"{command[0]}: timeout ({_PATIENCE_S} s)")
    except OSError as error:
        return Ran(127, err=f"{command[0]}: {error.strerror}")
    return Ran(done.returncode, done.stdout, done.stderr)


def write(file: Path, content: bytes, folder: Path | None = None) -> None:
    """Write a service's file, and make a folder that it needs. Raises `InputError(CANNOT_WRITE_FILE)`."""
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(0o600)
    except OSError as error:
        raise InputError(MachineReason.CANNOT_WRITE_FILE, path=file, detail=error.strerror or str(error)) from error


def delete(file: Path) -> None:
    """Delete a service's file. Raises `InputError(CANNOT_WRITE_FILE)`."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(MachineReason.CANNOT_WRITE_FILE, path=file, detail=error.strerror or str(error)) from error


def state(name: str) -> State:
    """Return the state of a service on this machine; not installed if there is no known supervisor."""
    try:
        return supervisor().state(name, run)
    except InputError:
        return State(installed=False)
