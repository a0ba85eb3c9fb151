"""Opening a station on a machine nobody has set up: asked once which one it is, then at once."""

from pathlib import Path

import pytest
from terminal import Open

WHICH = "1/2/3/4:"


def test_the_first_time_it_asks_which_station_this_is(frontdesk: Open, config: Path) -> None:
    first = frontdesk()
    first.reads(WHICH)
    first.press("reception", "Enter")
    first.reads("Type 1, 2, 3 or 4.")
    first.press("3", "Enter")
    first.reads("bay 1")
    assert b"manager console" in first.drawn
    assert first.end("Ctrl+Q") == 0
    assert first.is_as_before()
    assert config.read_text() == 'station = "manager"\n'
    second = frontdesk()
    second.reads("bay 1")
    assert WHICH.encode() not in second.drawn
    assert second.end("Ctrl+Q") == 0


def test_nothing_is_remembered_where_nothing_is_answered(frontdesk: Open, config: Path) -> None:
    for key in ("Ctrl+C", "Ctrl+D"):
        asking = frontdesk()
        asking.reads(WHICH)
        assert asking.end(key) == 130
        assert b"Traceback" not in asking.drawn
    assert not config.exists()


def test_a_wrong_file_is_a_sentence_not_a_screen(frontdesk: Open, database: Path) -> None:
    database.write_text("something else")
    station = frontdesk("guard", size=(120, 24))
    station.until(lambda: "is not a Frontdesk database." in "".join(station.lines))
    assert station.end() == 1
    assert 1049 not in station.modes


def test_the_demo_leaves_nothing_behind(
    frontdesk: Open, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    demo = frontdesk("demo", "guard", "--speed", "5", size=(100, 30))
    demo.reads("DEMO ×5")
    assert len(list(folder.glob("frontdesk-demo-*"))) == 1
    assert demo.end("Ctrl+Q") == 0
    assert list(folder.iterdir()) == []
    assert not database.exists()
