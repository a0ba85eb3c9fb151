"""An input method composes at the terminal's own cursor: it stands where the next character will, in every box."""

from typing import Any

import pytest
from terminal import Terminal

WHO = ("--by", "张三")


def quiet(station: Terminal) -> None:
    """Wait until nothing is drawn any more, but for the clock each second."""
    drawn = -1
    while drawn != len(station.drawn):
        drawn = len(station.drawn)
        station.read(0.25)


def takes_where_the_cursor_is(station: Terminal, *characters: str) -> None:
    """Type Chinese, one character after another: each comes to stand where the cursor stood, the first one too."""
    for character in characters or ("京", "沪"):
        quiet(station)
        column, row = station.caret
        assert (column, row) > (1, 1), station.text
        station.press(character)
        station.until(lambda column=column, row=row, typed=character: station.cell(column, row) == typed)
        station.until(lambda column=column, row=row: station.caret == (column + 2, row))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["guard", "reception", "manager"])
def test_the_very_first_character_and_after_the_window_changed(frontdesk: Any, kind: Any, language: Any) -> None:
    station = frontdesk(kind, *WHO, language=language)
    station.reads("▸")
    takes_where_the_cursor_is(station)
    station.resize(112, 33)
    takes_where_the_cursor_is(station, "津")
    station.resize(80, 24)
    takes_where_the_cursor_is(station, "渝")


def test_in_each_box_of_a_form_and_behind_it(frontdesk: Any) -> None:
    station = frontdesk("reception", *WHO)
    station.reads("▸ plate")
    station.press("Ctrl+N")
    station.reads("customer")
    takes_where_the_cursor_is(station)
    boxes = 0
    for _field in range(12):
        station.press("Tab")
        quiet(station)
        before, place = station.text.count("等"), station.caret
        station.press("等")
        quiet(station)
        if station.text.count("等") > before:
            assert station.cell(*place) == "等", (place, station.text)
            boxes += 1
    assert boxes >= 4, station.text
    station.press("Esc")
    station.until(lambda: "▸ plate" in station.text and "customer" not in station.text)
    takes_where_the_cursor_is(station)


@pytest.mark.parametrize(("key", "shown"), [("Ctrl+F", "Cases"), ("Ctrl+P", "Find an action")])
def test_in_a_dialog_that_looks_for_something(frontdesk: Any, key: Any, shown: Any) -> None:
    station = frontdesk("reception", *WHO)
    station.reads("▸ plate")
    station.press("甲", key)
    station.reads(shown)
    takes_where_the_cursor_is(station)
    station.press("Esc")
    station.reads("▸ plate  甲")
    takes_where_the_cursor_is(station)


def test_when_the_first_person_is_asked_for_and_has_signed_in(frontdesk: Any) -> None:
    station = frontdesk("guard", language="zh")
    station.reads("姓名")
    takes_where_the_cursor_is(station, "张", "三")
    station.press("F10")
    station.until(lambda: "姓名" not in station.text and "▸ 车牌" in station.text)
    takes_where_the_cursor_is(station)


def test_at_each_station_of_the_demo(frontdesk: Any) -> None:
    station = frontdesk("demo", "--speed", "1", "guard", size=(120, 40))
    for title in ("DEMO", "reception desk", "manager console"):
        station.reads("▸ plate", title)
        takes_where_the_cursor_is(station)
        station.press("Ctrl+G")
        quiet(station)


def test_from_the_list_of_cases_typing_goes_into_the_entry_box(frontdesk: Any) -> None:
    station = frontdesk("manager", *WHO)
    station.reads("▸ plate")
    station.press("Tab")
    takes_where_the_cursor_is(station)
