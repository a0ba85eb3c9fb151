"""`frontdesk doctor` says what a prompt sounds through, and lets it be heard where somebody listens."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import players
import pytest
from players import FAILS, PLAYS, Players

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

import pty

NONE = (
    "warning: No sound player was found; the terminal's bell rings instead. On Debian: alsa-utils or pulseaudio-utils."
)
FAILED = "warning: The sound player aplay cannot play; the terminal's bell rings instead. Is there a loudspeaker?"
PLAYED = "ok: Prompts sound through aplay, which has just played one. Nothing heard? Turn the volume up."
ELSEWHERE = "ok: Over ssh a sound would play at the other machine; your terminal's bell rings instead."


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Players:
    return players.silence(tmp_path / "bin", monkeypatch)


@pytest.fixture
def at_a_terminal(database: Path) -> Callable[..., str]:
    """Run the doctor with its output on a terminal; return what stands there."""

    def run_one(*arguments: str) -> str:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "frontdesk", "doctor", *arguments]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            seen = b""
            with contextlib.suppress(OSError):  # the other side has hung up
                while read := os.read(ours, 65536):
                    seen += read
            os.close(ours)
        assert process.returncode == 0, seen
        return seen.decode()

    return run_one


def test_without_a_terminal_nothing_sounds(machine: Players, run: Any) -> None:
    assert NONE in run("doctor").out.splitlines()
    machine.add("aplay", PLAYS)
    assert "ok: Prompts sound through aplay." in run("doctor").out.splitlines()
    assert machine.started("aplay") == []


def test_a_script_is_told_and_nothing_sounds(machine: Players, at_a_terminal: Callable[..., str]) -> None:
    machine.add("aplay", PLAYS)
    seen = at_a_terminal("--json")
    assert '{"topic": "sound", "level": "ok", "message": "Prompts sound through aplay."}' in seen
    assert "\a" not in seen
    assert machine.started("aplay") == []


def test_at_a_terminal_the_notice_sounds(machine: Players, at_a_terminal: Callable[..., str]) -> None:
    machine.add("aplay", PLAYS)
    seen = at_a_terminal()
    assert PLAYED in seen.splitlines()
    assert "\a" not in seen
    [(_, arguments)] = machine.started("aplay")
    assert Path(arguments[-1]).name == "notice.wav"


def bell_of(seen: str) -> tuple[list[str], int]:
    """The lines on a terminal, and how often its bell rang."""
    return seen.replace("\a", "").splitlines(), seen.count("\a")


def test_a_player_that_fails_is_named_and_the_bell_rings(machine: Players, at_a_terminal: Callable[..., str]) -> None:
    machine.add("aplay", FAILS)
    lines, rung = bell_of(at_a_terminal())
    assert FAILED in lines
    assert rung == 1


def test_without_a_player_the_bell_rings(machine: Players, at_a_terminal: Callable[..., str]) -> None:
    lines, rung = bell_of(at_a_terminal())
    assert NONE in lines
    assert rung == 1


def test_over_ssh_the_bell_rings(
    machine: Players, at_a_terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.add("aplay", PLAYS)
    monkeypatch.setenv("SSH_CONNECTION", "192.168.1.20 50022 192.168.1.10 22")
    lines, rung = bell_of(at_a_terminal())
    assert ELSEWHERE in lines
    assert rung == 1
    assert machine.started("aplay") == []
