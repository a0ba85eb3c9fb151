"""How far a long command is: on standard error of a terminal, after a second, and nowhere else."""

import os
import subprocess
import sys
import threading
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from frontdesk.commands.kit import progress

SUPPORT = Path(__file__).parents[1] / "support"
HEAD = "received_at,channel,kind,severity,customer,phone,plate,words\n"
LINE = "2026-05-29T09:00,phone,service,ordinary,王先生,,,等太久\n"
READS_NO_RICH = (
    "import sys; from frontdesk.cli import main\n"
    "code = main(sys.argv[1:])\n"
    "assert 'rich.progress' not in sys.modules\n"
    "sys.exit(code)"
)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[threading.Timer]:
    """The timers that were started."""
    timers: list[threading.Timer] = []

    def begin(timer: threading.Timer) -> None:
        timers.append(timer)

    monkeypatch.setattr(threading.Timer, "start", begin)
    return timers


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a POSIX thing")
def test_it_comes_up_by_itself_and_goes(database: Path) -> None:
    import pty

    table = database.parent / "table.csv"
    table.write_text(HEAD + LINE * 5, encoding="utf-8")
    ours, theirs = pty.openpty()
    point = "frontdesk.desk.cases.importing:_register@3"
    process = subprocess.Popen(
        [sys.executable, SUPPORT / "halt.py", point, "complaints", "import", table],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs, encoding="utf-8",
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(theirs)
    seen = ""
    while "40%" not in seen:
        seen += os.read(ours, 65536).decode("utf-8", "replace")
    assert "Lines" in seen
    out, _ = process.communicate("go on\n")
    os.close(ours)
    assert (process.returncode, out) == (0, "here\nComplaints registered: 5\n")


@pytest.mark.parametrize(("as_json", "is_terminal"), [(True, True), (False, False), (True, False)])
def test_where_nobody_looks_nothing_begins(
    begun: list[threading.Timer], monkeypatch: pytest.MonkeyPatch, as_json: bool, is_terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    with progress.progress(Namespace(json=as_json), "Lines") as bar:
        bar(1, 2)
    assert begun == []


def test_it_begins_at_a_terminal(begun: list[threading.Timer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress.progress(Namespace(json=False), "Lines") as bar:
        bar(1, 2)
    assert [timer.interval for timer in begun] == [1.0]


@pytest.mark.parametrize("words", ["arrive A12345", "backup copy.db", "doctor", "status"])
def test_what_is_quick_loads_nothing_for_it(database: Path, run: Any, tmp_path: Path, words: str) -> None:
    run("arrive", "B98765")
    command = [sys.executable, "-c", READS_NO_RICH, *words.split()]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
