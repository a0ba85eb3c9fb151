"""Pipes, sockets and devices where a file is expected: told at once; nothing waits for what never answers."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("a named pipe in a folder is a POSIX thing", allow_module_level=True)

NO_FILE = "cannot be read: it is a pipe or a device, and no file."
SOON_S = 10


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "frontdesk", *map(str, arguments)]


@pytest.mark.parametrize("arguments", [["status"], ["arrive", "A12345"], ["settings", "check"], ["doctor"]])
def test_settings_in_a_pipe(start: Any, database: Path, pipe: Path, arguments: list[str]) -> None:
    ran = start(*arguments, env={**os.environ, "FRONTDESK_CONFIG": str(pipe)})
    assert ran.code != 0
    assert f"{pipe} {NO_FILE}" in ran.out + ran.err
    assert not database.exists()


def test_no_settings_at_all(start: Any) -> None:
    ran = start("arrive", "A12345", env={**os.environ, "FRONTDESK_CONFIG": os.devnull})
    assert ran.code == 0


@pytest.mark.parametrize("arguments", [["status"], ["arrive", "A12345"], ["backup", "new.db"]])
@pytest.mark.parametrize("named", ["pipe", "/dev/zero"])
def test_a_database(refused: Callable[..., str], pipe: Path, arguments: list[str], named: str) -> None:
    path = pipe if named == "pipe" else Path(named)
    assert refused(*arguments, "--database", path) == f"{path} {NO_FILE}"


@pytest.mark.parametrize("named", ["pipe", "/dev/zero"])
def test_a_backup_to_restore(refused: Callable[..., str], pipe: Path, named: str) -> None:
    path = pipe if named == "pipe" else Path(named)
    assert refused("restore", path) == f"{path} {NO_FILE}"


def test_a_table_that_another_program_writes(run: Any, pipe: Path) -> None:
    """As a shell's `<(…)` has it."""
    run("arrive", "A12345")
    line = "received_at,channel,kind,severity,customer,phone,plate,words\n"
    line += "2026-05-29T09:00,phone,service,ordinary,王,,,久\n"
    with subprocess.Popen([sys.executable, "-c", f"open({str(pipe)!r}, 'w').write({line!r})"]):
        assert run("complaints", "import", pipe).code == 0


def test_whoever_waits_for_a_table_can_be_stopped(run: Any, pipe: Path) -> None:
    run("arrive", "A12345")
    waiting = subprocess.Popen(command("complaints", "import", pipe), stderr=subprocess.PIPE, text=True)
    # It waits in `open`: as soon as somebody writes there, the kernel says so.
    writer = os.open(pipe, os.O_WRONLY)
    waiting.send_signal(signal.SIGTERM)
    assert waiting.communicate(timeout=SOON_S)[1].startswith("Stopped")
    os.close(writer)
    assert waiting.returncode == 130
