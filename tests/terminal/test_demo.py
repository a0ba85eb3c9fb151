"""The demo in a terminal: every station in turn, as whoever tries the program sees it."""

from pathlib import Path

import pytest
from at_a_terminal import SEEN, ends_cleanly
from terminal import Open

WORKED_AT = {"manager": "王芳", "workshop": "孙磊", "lounge": "", "guard": "周强", "reception": "陈静"}


def test_the_demo_shows_every_station_in_turn_and_waits_for_its_visitor(frontdesk: Open) -> None:
    assert set(WORKED_AT) == set(SEEN)
    demo = frontdesk("demo", "--speed", "60", language="zh")
    for language, keys in (("zh", ("Ctrl+T",)), ("en", ())):
        for kind, who in WORKED_AT.items():
            demo.reads(SEEN[kind][language], who)
            if (kind, language) == ("manager", "zh"):
                demo.reads("超量：按 F8 接手，再选怎么处理", "演示 暂停", "Ctrl+Up 继续")
            demo.press("Ctrl+G")
        demo.reads(SEEN["manager"][language], "王芳")
        demo.press(*keys)
    ends_cleanly(demo)


def test_an_unattended_demo_waits_for_nobody_and_leaves_nothing_behind(
    frontdesk: Open, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    demo = frontdesk("demo", "guard", "--speed", "60", "--unattended", size=(100, 30))
    demo.reads("DEMO ×60", "over-count")
    assert len(list(folder.glob("frontdesk-demo-*"))) == 1
    assert demo.end("Ctrl+Q") == 0
    assert list(folder.iterdir()) == []
    assert not database.exists()
