"""`frontdesk watch` in a process of its own: it calls whoever is due, says so line by line, and ends when told to."""

import contextlib
import json
import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from frontdesk.commands.stations.watch import Trouble
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import StoreError
from frontdesk.machine.services.readiness import tell_ready

if sys.platform == "win32":
    pytest.skip("waiting for a line of a pipe, and ending by a signal, are POSIX things", allow_module_level=True)

PATIENCE_S = 30
Refusal = Callable[..., str]


class Watch:
    """The command at work; its two streams are read line by line."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "frontdesk", "watch", *arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )

    def line(self, stream: IO[bytes] | None = None) -> str:
        """Return the next line, which must come in time."""
        source = stream or self.process.stdout
        assert source
        read, ends = b"", time.monotonic() + PATIENCE_S
        while not read.endswith(b"\n"):
            assert select.select([source], [], [], max(0, ends - time.monotonic()))[0], read
            piece = os.read(source.fileno(), 1)
            assert piece, f"ended with {self.process.wait(PATIENCE_S)}: {self.rest()}"
            read += piece
        return read.decode().rstrip("\n")

    def said(self) -> str:
        """Return the next line of standard error."""
        return self.line(self.process.stderr)

    def rest(self) -> str:
        """Return what stands on standard error."""
        assert self.process.stderr
        return self.process.stderr.read().decode()

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE_S)
        for stream in (self.process.stdout, self.process.stderr):
            with contextlib.suppress(BrokenPipeError):
                if stream:
                    stream.close()


@pytest.fixture
def watch(database: Path) -> Iterator[Callable[..., Watch]]:
    opened: list[Watch] = []

    def open_one(*arguments: str) -> Watch:
        opened.append(Watch(*arguments))
        assert opened[-1].said().endswith("; Ctrl-C ends it.")
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def store(run: Any, home: Path) -> Any:
    """Run a command line at a store where a second in the zone is too long."""
    run("staff", "add", "[b]王芳", "--post", "manager")
    (home / "policy.toml").write_text("over_stay_s = 1\nover_stay_warning_s = 1\nlate_reception_s = 600\n")
    assert run("policy", "load", home / "policy.toml").code == 0
    return run


def test_an_over_stay_is_raised_in_time_with_no_station_open(store: Any, watch: Callable[..., Watch]) -> None:
    looking = watch("--json")
    store("arrive", "A12345")
    guard, manager = (json.loads(looking.line()) for _ in range(2))
    assert {key: guard[key] for key in ("escalation", "kind", "plate", "state")} == {
        "escalation": 1, "kind": "over_stay", "plate": "苏A12345", "state": "raised",
    }  # fmt: skip
    assert guard["step"].keys() == {"kind", "level", "due_at", "at", "late_s", "role", "who", "delivered", "detail"}
    assert (guard["step"]["kind"], guard["step"]["role"], guard["step"]["delivered"]) == ("called", "guard", False)
    assert guard["step"]["late_s"] < 3
    assert (manager["step"]["role"], manager["step"]["who"]) == ("manager", "[b]王芳")
    assert store("status", "--json").json["watched"]
    assert "Nobody is watching" not in store("status").out
    assert looking.end() == 0
    assert looking.rest() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_tells_what_everybody_does_and_ends_when_told(
    store: Any, watch: Callable[..., Watch], number: signal.Signals
) -> None:
    looking = watch()
    store("arrive", "A12345", "--operation", "x")
    called = looking.line()
    assert called[2] == called[5] == ":"
    assert called[8:].startswith(" over-stay 苏A·12345 · called · guard")
    assert called.endswith(" · not delivered: no station open · No. 1")
    assert " · called · service manager [b]王芳 · " in looking.line()
    store("acknowledge", "1", "--by", "李\x1b[31m四")
    while " · acknowledged · " not in (line := looking.line()):
        pass
    assert line.endswith(" over-stay 苏A·12345 · acknowledged · 李[31m四 · No. 1")
    store("receive", "A12345")
    store("act", "1", "repair", "--by", "王芳")
    assert " · decided · 王芳 · to the waiting-for-repair area · 苏A·12345" in looking.line()
    assert looking.end(number) == 0
    assert looking.rest() == ""


def test_in_chinese(store: Any, watch: Callable[..., Watch], monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    store("arrive", "A12345")
    looking = Watch("--language", "zh")
    try:
        assert " 超时停留 苏A·12345 · " in looking.line()
        assert looking.end() == 0
    finally:
        looking.close()


def test_a_store_that_goes_away_is_said_once_and_waited_for(
    store: Any, watch: Callable[..., Watch], database: Path
) -> None:
    looking = watch()
    store("arrive", "A12345")
    assert " over-stay 苏A·12345 · called · guard · " in looking.line()
    assert " over-stay 苏A·12345 · called · service manager " in looking.line()
    aside = database.with_name("aside.db")
    database.rename(aside)
    assert looking.said() == f"There is no file {database}."
    assert not database.exists()
    aside.rename(database)
    assert looking.said() == "Watching again."
    store("leave", "A12345", "--reason", "other")
    while " over-stay 苏A·12345 · over · ended by itself, nobody acted · No. 1" not in looking.line():
        pass
    assert looking.end() == 0
    assert looking.rest() == ""


def test_a_supervisor_hears_when_it_is_ready(
    store: Any, watch: Callable[..., Watch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "notify"))
        supervisor.settimeout(PATIENCE_S)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        looking = watch()
        assert supervisor.recv(64) == b"READY=1"
        assert store("status", "--json").json["watched"]
        assert looking.end() == 0
        supervisor.setblocking(False)
        with pytest.raises(BlockingIOError):
            supervisor.recv(64)


def test_a_supervisor_with_a_nameless_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has them")
    name = f"frontdesk-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(f"\0{name}")
        supervisor.settimeout(PATIENCE_S)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        tell_ready()
        assert supervisor.recv(64) == b"READY=1"
    tell_ready()  # whoever waited has gone: nothing happens


def test_the_log_keeps_what_nobody_reads(store: Any, watch: Callable[..., Watch], home: Path, database: Path) -> None:
    looking = watch()
    assert looking.end() == 0
    database.write_bytes(b"this is no database, " * 10)
    assert store("watch").code == 1
    text = (home / "state" / "frontdesk" / "log" / "frontdesk.log").read_text(encoding="utf-8")
    said = [line.partition(" frontdesk.commands.stations.watch: ")[2] for line in text.splitlines()]
    assert [each for each in said if each] == [
        f"watching {database}",
        "ended, as it was told to",
        "not watching: not_ours",
    ]


def test_it_waits_for_a_database_that_is_not_there_yet(watch: Callable[..., Watch], run: Any, database: Path) -> None:
    waiting, given_up = watch(), watch()
    assert given_up.end() == 0
    assert not database.exists()
    assert run("arrive", "A12345").code == 0
    assert waiting.said() == f"Watching {database}; Ctrl-C ends it."
    assert waiting.end() == 0


def test_trouble_is_not_said_every_second(capsys: pytest.CaptureFixture[str]) -> None:
    trouble = Trouble(to_datetime(0).tzinfo)  # type: ignore[arg-type]
    busy, full = StoreError(StoreReason.BUSY), StoreError(StoreReason.DISK_FULL)
    for error in (busy, busy, full, full, busy):
        trouble.tell(error)
    trouble.over()
    trouble.over()
    trouble.tell(busy)
    said = capsys.readouterr().err.splitlines()
    assert [line[:14] for line in said] == [
        "Not saved: the", "Not saved: the", "Not saved: the", "Watching again", "Not saved: the",
    ]  # fmt: skip
    assert "disk is full" in said[1]


def test_a_reader_that_goes_away_ends_it(store: Any, watch: Callable[..., Watch]) -> None:
    looking = watch()
    assert looking.process.stdout
    looking.process.stdout.close()
    store("arrive", "A12345")
    assert looking.process.wait(PATIENCE_S) == 1
    assert looking.rest() == ""


def test_a_wrong_file_is_refused_at_once(refused: Refusal, database: Path) -> None:
    database.write_text("something else" * 100)
    assert "is not a Frontdesk database." in refused("watch")


def test_a_second_one_does_no_harm(store: Any, watch: Callable[..., Watch]) -> None:
    first, second = watch("--json"), watch("--json")
    store("arrive", "A12345")
    assert first.line() == second.line()
    assert (first.end(), second.end()) == (0, 0)
    steps = store("escalations", "1", "--json").json["steps"]
    calls = [(step["role"], step["due_at"]) for step in steps]
    assert len(calls) == len(set(calls))


def test_a_newer_version_ends_it_with_a_sentence(store: Any, watch: Callable[..., Watch], database: Path) -> None:
    store("arrive", "A12345")
    looking = watch()
    while " · called · " not in looking.line():
        pass
    with sqlite3.connect(database) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert "a newer Frontdesk works on the database now. Close this and open it again." in looking.said()
    assert looking.process.wait(PATIENCE_S) == 1
