"""What went wrong is kept in a file, without phone numbers; the screen gets one sentence."""

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from like_windows import hold_open_files
from private import is_private

from frontdesk.machine import log


def test_something_unexpected(run: Any, refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        secret = "13912345678"
        raise RuntimeError(f"call {secret}")

    run("arrive", "A12345")
    monkeypatch.setattr("frontdesk.desk.zone.visits.close_visit", fail)
    said = refused("leave", "A12345", "--reason", "other")
    file = log.path()
    assert said == f"Something unexpected went wrong. It was noted in {file}."
    text = file.read_text(encoding="utf-8")
    assert "RuntimeError: call 139****5678" in text
    assert "13912345678" not in text
    assert is_private(file)


def test_a_log_that_cannot_be_opened_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    log.start(tmp_path / "file" / "frontdesk.log")
    logging.getLogger("frontdesk").error("lost")
    assert capsys.readouterr() == ("", "")


def test_a_log_that_fails_later_draws_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "frontdesk.log").mkdir()
    log.start(tmp_path / "frontdesk.log")
    logging.getLogger("frontdesk").error("lost")
    assert capsys.readouterr() == ("", "")


def written(folder: Path) -> list[str]:
    """What stands in the log and in the older ones, in no particular order."""
    return sorted(line.split()[-1] for file in folder.iterdir() for line in file.read_text("utf-8").splitlines())


def two_loggers(file: Path) -> list[logging.Logger]:
    """Two stations with one log."""
    found = []
    for name in ("one", "two"):
        log.start(file)
        logger, ours = logging.getLogger(f"test.log.{name}"), logging.getLogger("frontdesk")
        logger.handlers, ours.handlers = ours.handlers, []
        logger.propagate = False
        found.append(logger)
    return found


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    return folder


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_MEGABYTE", 10_000)


@pytest.mark.usefixtures("small")
def test_two_stations_go_on_writing_when_the_log_is_full(logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows nobody renames a file that another has open: neither station keeps it open."""
    hold_open_files(monkeypatch)
    loggers = two_loggers(logs / "frontdesk.log")
    for number in range(500):
        loggers[number % 2].error("line %s", number)
    assert written(logs) == sorted(str(number) for number in range(500))
    names = sorted(file.name for file in logs.iterdir())
    assert names == ["frontdesk.log", "frontdesk.log.1", "frontdesk.log.2"]


@pytest.mark.usefixtures("small")
def test_a_log_that_somebody_looks_at_grows_on(logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_open_files(monkeypatch)
    file = logs / "frontdesk.log"
    (older := logs / "frontdesk.log.1").write_text("older\n")
    logger = two_loggers(file)[0]
    logger.error("line %s", 0)
    with file.open():
        for number in range(1, 300):
            logger.error("line %s", number)
        assert file.stat().st_size > 10_000
        assert older.read_text() == "older\n"
    logger.error("line %s", 300)
    assert file.stat().st_size < 1_000
    assert written(logs) == sorted(["older", *(str(number) for number in range(301))])


def test_two_processes_lose_nothing(logs: Path) -> None:
    program = (
        "import logging, sys; from pathlib import Path; from frontdesk.machine import log; log._MEGABYTE = 100_000;"
        "log.start(Path(sys.argv[1])); logger = logging.getLogger('frontdesk');"
        "[logger.error('line %s', f'{sys.argv[2]}{number}') for number in range(1500)]"
    )
    file = logs / "frontdesk.log"
    both = [subprocess.Popen([sys.executable, "-c", program, str(file), name]) for name in "ab"]
    assert [process.wait(60) for process in both] == [0, 0]
    assert written(logs) == sorted(f"{name}{number}" for name in "ab" for number in range(1500))
    assert len(list(logs.iterdir())) > 1
