"""What went wrong is kept in a file, without phone numbers; the screen gets one sentence."""

import logging
from pathlib import Path
from typing import Any

import pytest

from frontdesk import log


def test_something_unexpected(run: Any, refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        secret = "13912345678"
        raise RuntimeError(f"call {secret}")

    run("arrive", "A12345")
    monkeypatch.setattr("frontdesk.desk.zone.visits.close_visit", fail)
    said = refused("leave", "A12345")
    file = log.path()
    assert said == f"Something unexpected went wrong. It was noted in {file}."
    text = file.read_text(encoding="utf-8")
    assert "RuntimeError: call 139****5678" in text
    assert "13912345678" not in text
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("call 13800138000 now", "call 138****8000 now"),
        ("+86 138 0013 8000", "+86****8000"),
        ("0512-6280 0000", "051****0000"),
        ("at 2026-03-02 10:05:00 in 12 s", "at 2026-03-02 10:05:00 in 12 s"),
        ("苏A12345 bay2", "苏A12345 bay2"),
        ("电话13800138000。", "电话138****8000。"),
    ],
)
def test_phones_are_masked(text: str, masked: str) -> None:
    assert log.masked(text) == masked


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
