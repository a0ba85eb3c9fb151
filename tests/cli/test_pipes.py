"""Whoever read the answer has gone, or nobody was ever there: no traceback, nothing said to the wrong ones."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from frontdesk import cli
from frontdesk.process import pipes

COMMAND = [sys.executable, "-m", "frontdesk"]
posix = pytest.mark.skipif(os.name == "nt", reason="a process is started without descriptors")


@pytest.mark.parametrize("arguments", [["status"], ["status", "--json"], ["--help"], ["complaints", "list", "--help"]])
@pytest.mark.parametrize("shut", ["stdout", "stderr"])
def test_a_pipe_nobody_reads(run: Any, arguments: list[str], shut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    run("arrive", "A12345")
    reading, writing = os.pipe()
    os.close(reading)
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, shut: writing}
    done = subprocess.run([*COMMAND, *arguments], **streams, stdin=subprocess.DEVNULL, timeout=60, check=False)
    os.close(writing)
    if shut == "stdout":
        assert (done.returncode, done.stderr) == (1, b"")
    else:
        assert done.returncode == 0
        assert done.stdout


def test_a_refusal_nobody_reads(run: Any) -> None:
    run("arrive", "A12345")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "arrive", "A12345"], stdout=writing, stderr=writing, timeout=60, check=False)
    os.close(writing)
    assert done.returncode == 1


class _Shut(io.RawIOBase):
    """A pipe whose reader has gone, as Windows tells it."""

    over = False

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        if self.over:
            return len(content)
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.mark.parametrize("arguments", [["status"], ["status", "--json"], ["--help"]])
def test_windows_calls_it_an_invalid_argument(
    run: Any, arguments: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("arrive", "A12345")
    shut = os.open(home / "shut", os.O_WRONLY | os.O_CREAT)
    pipe = _Shut(shut)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(pipe), encoding="utf-8"))
    assert cli.main(arguments) == 1
    # What is left goes nowhere when the interpreter ends.
    assert os.path.samestat(os.fstat(shut), Path(os.devnull).stat())
    assert not list(home.rglob("frontdesk.log"))
    os.close(shut)
    pipe.over = True


def test_stopped_when_nobody_reads_any_more(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends every program of a pipe at once."""

    def stop(_: object) -> int:
        raise KeyboardInterrupt

    shut = os.open(home / "shut", os.O_WRONLY | os.O_CREAT)
    pipe = _Shut(shut)
    monkeypatch.setattr(cli, "_run", stop)
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BufferedWriter(pipe), encoding="utf-8", line_buffering=True))
    assert cli.main(["status"]) == 1
    os.close(shut)
    pipe.over = True


def test_an_invalid_argument_of_another_kind_is_none() -> None:
    assert not pipes.is_gone(OSError(errno.EINVAL, "Invalid argument"))
    assert not pipes.is_gone(OSError(errno.EINVAL, "Invalid argument", "a.csv"))
    assert not pipes.is_gone(OSError(errno.EACCES, "Permission denied"))


@posix
@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        ("<&-", ["status"], 0),
        (">&-", ["status"], 0),
        ("2>&-", ["leave", "Q1"], 1),
        ("<&- >&- 2>&-", ["status"], 0),
        ("<&- >&- 2>&-", ["--help"], 0),
        ("<&- >&- 2>&-", ["leave", "Q1"], 1),
        ("<&- >&- 2>&-", ["guard"], 1),
    ],
)
def test_a_stream_that_was_never_there(run: Any, closed: str, arguments: list[str], code: int) -> None:
    """A task at logon, a program without a console window."""
    run("arrive", "A12345")
    line = f"exec {' '.join([*COMMAND, *arguments])} {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, timeout=60, check=False, encoding="utf-8")
    assert done.returncode == code
    assert "Traceback" not in done.stderr + done.stdout
    assert "unexpected" not in done.stderr


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
WHY = "No space left on device."


@pytest.fixture(params=["", "1"])
def unbuffered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@full
@pytest.mark.usefixtures("unbuffered")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["arrive", "B77778"], 74, "It was done, but the answer could not be written: "),
        (["arrive", "B77778", "--json"], 74, "It was done, but the answer could not be written: "),
        (["status"], 1, "The answer could not be written: "),
        (["doctor", "--json"], 1, "The answer could not be written: "),
        (["backup", "new.db"], 74, "It was done, but the answer could not be written: "),
        (["complaints", "export", "new.csv"], 74, "It was done, but the answer could not be written: "),
        (["uninstall"], 1, "The answer could not be written: "),
    ],
)
def test_an_answer_that_cannot_be_written(run: Any, home: Path, arguments: list[str], code: int, said: str) -> None:
    run("arrive", "A12345")
    with Path("/dev/full").open("w") as disk:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=disk, stderr=subprocess.PIPE, text=True, cwd=home, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (code, f"{said}{WHY}\n")
    assert not [log for log in home.rglob("frontdesk.log") if "a command failed" in log.read_text(encoding="utf-8")]
    if code == 74 and arguments[0] == "arrive":
        assert run("arrive", "B77778").code == 1


@full
def test_a_warning_that_cannot_be_written(run: Any, home: Path) -> None:
    run("arrive", "A12345")
    with Path("/dev/full").open("w") as disk:
        done = subprocess.run(
            [*COMMAND, "arrive", "X", "--unusual"], stdout=subprocess.PIPE, stderr=disk, timeout=60, check=False
        )
    assert done.returncode == 74
    assert not list(home.rglob("frontdesk.log"))
