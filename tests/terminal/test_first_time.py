"""A machine nobody has set up: the store is asked for once, then which station it is, then it opens at once."""

from pathlib import Path

import pytest
from terminal import Open

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor

WHICH = "1/2/3/4/5:"


@pytest.fixture
def at_the_store(database: Path) -> Path:
    """The store is there, set up at another desk; this account has not been asked yet."""
    with Desk.open(database, Actor("command", "李工")):
        return database


def test_on_a_machine_without_a_store_it_is_set_up(frontdesk: Open, config: Path, database: Path) -> None:
    first = frontdesk(language="zh")
    first.reads("1/7")
    first.press("F10")
    first.reads("✗ 请填本店名称")
    first.press("粤东", "Enter")
    first.reads("2/7")
    first.press("广东")
    first.reads("省份         广东")
    assert first.end("Ctrl+Q") == 0
    assert not database.exists()
    first = frontdesk(language="zh")
    first.reads("2/7", "广东")
    first.press("Enter")
    first.reads("3/7")
    first.press("Enter")
    first.reads("4/7")
    first.press("F10")
    first.reads("5/7")
    first.press("王芳", "Enter", "13800010031", "Enter")
    first.reads("1 王芳")
    first.press("F10")
    first.reads("6/7")
    first.press("3")
    first.reads("7/7", "粤 广东")
    first.press("F10")
    first.reads("粤东已设好", "guard", "reception", "lounge", "按 Enter 打开经理台")
    assert "没有找到备份" in first.drawn.decode()
    first.press("Enter")
    first.reads("请选择当班人员", "1 王芳")
    assert first.end("Ctrl+Q") == 0
    assert first.is_as_before()
    assert config.read_text() == 'station = "manager"\n'
    with Desk.open(database, Actor("guard", "张三"), create=False) as desk:
        assert (desk.snapshot().policy.province, desk.snapshot().staff[0].name) == ("粤", "王芳")


@pytest.mark.usefixtures("at_the_store")
def test_the_first_time_it_asks_which_station_this_is(frontdesk: Open, config: Path) -> None:
    first = frontdesk()
    first.reads(WHICH)
    first.press("the desk", "Enter")
    first.reads("Type a number from 1 to 5, or its name.")
    first.press("经理台", "Enter")
    first.reads("bay 1")
    assert b"manager console" in first.drawn
    assert first.end("Ctrl+Q") == 0
    assert first.is_as_before()
    assert config.read_text() == 'station = "manager"\n'
    second = frontdesk()
    second.reads("bay 1")
    assert WHICH.encode() not in second.drawn
    assert second.end("Ctrl+Q") == 0


@pytest.mark.usefixtures("at_the_store")
def test_nothing_is_remembered_where_nothing_is_answered(frontdesk: Open, config: Path) -> None:
    for key in ("Ctrl+C", "Ctrl+D"):
        asking = frontdesk()
        asking.reads(WHICH)
        assert asking.end(key) == 130
        assert b"Traceback" not in asking.drawn
        # What follows stands on a line of its own.
        assert any(line.startswith("Stopped") for line in asking.lines)
    assert not config.exists()


def test_a_wrong_file_is_a_sentence_not_a_screen(frontdesk: Open, database: Path) -> None:
    database.write_text("something else")
    station = frontdesk("guard", size=(120, 24))
    station.until(lambda: "is not a Frontdesk database." in "".join(station.lines))
    assert station.end() == 1
    assert 1049 not in station.modes
