"""A sound is played by what the machine has, beside everything else, and where it is not the bell is asked for."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import players
import pytest
from players import FAILS, HANGS, PLAYS, Players

from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.machine import sound

if sys.platform == "win32":
    pytest.skip("the players of Linux", allow_module_level=True)

PATIENCE_S = 30
NOTICE = [str(sound.SOUNDS / "notice.wav")]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Players:
    return players.silence(tmp_path / "bin", monkeypatch)


def until(happened: Callable[[], object]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < ends
        time.sleep(0.005)


def is_over() -> bool:
    return all(thread.name != "sound" for thread in threading.enumerate())


def exists(process: int) -> bool:
    """Whether a process runs or, having ended, was left unreaped."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


@pytest.mark.parametrize("urgency", Urgency)
def test_the_sound_of_that_urgency_is_played(
    machine: Players, urgency: Urgency, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.add("paplay", PLAYS)
    rung = threading.Event()
    assert sound.player() == "paplay"
    assert sound.play(urgency, rung.set)
    until(is_over)
    [(process, arguments)] = machine.started("paplay")
    assert arguments == [str(sound.SOUNDS / f"{urgency}.wav")]
    assert not exists(process)
    assert not rung.is_set()
    assert capfd.readouterr() == ("", "")


def test_no_player_no_sound(machine: Players) -> None:
    rung = threading.Event()
    assert sound.player() == ""
    assert not sound.play(Urgency.ALARM, rung.set)
    assert sound.play_through(Urgency.ALARM) == ""
    assert not rung.is_set()


def test_nobody_hears_a_loudspeaker_in_another_room(machine: Players, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.add("paplay", PLAYS)
    monkeypatch.setenv("SSH_CONNECTION", "192.168.1.20 50022 192.168.1.10 22")
    assert sound.player() == ""
    assert not sound.play(Urgency.ALARM)
    assert machine.started("paplay") == []


def test_a_player_that_fails_leaves_it_to_the_next(machine: Players) -> None:
    machine.add("paplay", FAILS)
    machine.add("aplay", PLAYS)
    assert sound.player() == "paplay"
    assert sound.play_through(Urgency.NOTICE) == "aplay"
    assert [arguments for _, arguments in machine.started("paplay")] == [NOTICE]
    assert [arguments for _, arguments in machine.started("aplay")] == [["-q", *NOTICE]]


@pytest.mark.parametrize("then", [FAILS, "kill -9 $$"])
def test_a_player_that_fails_leads_to_the_bell(machine: Players, then: str, capfd: pytest.CaptureFixture[str]) -> None:
    machine.add("pw-play", then)
    rung = threading.Event()
    assert sound.play(Urgency.NOTICE, rung.set)
    assert rung.wait(PATIENCE_S)
    until(is_over)
    assert capfd.readouterr() == ("", "")


def test_a_player_that_cannot_be_started_leads_to_the_bell(machine: Players) -> None:
    broken = machine.folder / "aplay"
    broken.write_text("#!/no/such/program\n")
    broken.chmod(0o755)
    rung = threading.Event()
    assert sound.play(Urgency.NOTICE, rung.set)
    assert rung.wait(PATIENCE_S)


def test_a_bell_that_fails_says_nothing(machine: Players, capfd: pytest.CaptureFixture[str]) -> None:
    def closed() -> None:
        raise RuntimeError("the station has closed")

    machine.add("paplay", FAILS)
    assert sound.play(Urgency.NOTICE, closed)
    assert sound.play(Urgency.NOTICE)
    until(is_over)
    assert capfd.readouterr() == ("", "")


def test_a_player_that_hangs_holds_nothing_up_and_is_ended(machine: Players, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "PATIENCE_S", 0.5)
    machine.add("paplay", HANGS)
    rung = threading.Event()
    took = []
    for _ in range(5):
        began = time.perf_counter()
        assert sound.play(Urgency.ALARM, rung.set)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.005
    until(lambda: len(machine.started("paplay")) == 5)
    assert rung.wait(PATIENCE_S)
    until(is_over)
    assert not [process for process, _ in machine.started("paplay") if exists(process)]


def test_a_program_that_ends_leaves_no_player_behind(machine: Players) -> None:
    machine.add("paplay", HANGS)
    program = (
        "import pathlib, sys, time; from frontdesk.machine import sound\n"
        "assert sound.play(sound.Urgency.ALARM)\n"
        "started = pathlib.Path(sys.argv[1])\n"
        "while not (started.exists() and started.read_text()): time.sleep(0.1)\n"
        "time.sleep(0.1)\n"
    )
    began = time.monotonic()
    command = [sys.executable, "-c", program, str(machine.folder / "paplay.started")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert time.monotonic() - began < sound.PATIENCE_S
    [(process, _)] = machine.started("paplay")
    assert not exists(process)
