"""A hurried Esc and the key behind it are two keys; what is one key, or pasted, stays whole."""

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from frontdesk.app import escapes
from frontdesk.app.escapes import ESC, Escapes

SHIFT_TAB, DELETE_WORD = "\x1b\t", "\x1b\x7f"


def keys(*pieces: str) -> list[str]:
    """What is pressed where a terminal sends these pieces and then nothing."""
    read, parser, found = Escapes(), XTermParser(), []
    for piece in (*pieces, ""):
        for text in read.read(piece):
            if text == ESC:
                found.append("escape")
            else:
                found += [each.key for each in parser.feed(text) if isinstance(each, Key)]
    return found


@pytest.fixture(autouse=True)
def nothing_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept is looked at as if time had passed."""
    monkeypatch.setattr(escapes, "ESCAPE_DELAY", 0.0)


@pytest.mark.parametrize(
    ("pieces", "pressed"),
    [
        ([ESC], ["escape"]),
        ([ESC + ESC], ["escape", "escape"]),
        ([ESC + "x"], ["escape", "x"]),
        ([ESC + "b"], ["escape", "b"]),
        ([ESC + "f6"], ["escape", "f", "6"]),
        ([ESC + "7k3"], ["escape", "7", "k", "3"]),
        ([ESC, "7"], ["escape", "7"]),
        ([ESC + "O"], ["escape", "O"]),
        ([ESC + "O", "5"], ["escape", "O", "5"]),
        ([ESC + "粤"], ["escape", "粤"]),
        ([ESC + "\r"], ["escape", "enter"]),
        ([ESC + "\x0e"], ["escape", "ctrl+n"]),
        ([ESC + "x" + ESC + "OQ"], ["escape", "x", "f2"]),
        ([ESC + "\x1bOQ"], ["escape", "f2"]),
        (["\x1b[1;3Q"], ["escape", "f2"]),
        (["\x1b[17;3~"], ["escape", "f6"]),
        (["\x1b[1;3A"], ["escape", "up"]),
        (["\x1b[6;3~"], ["escape", "pagedown"]),
        (["a" + ESC + "b" + ESC], ["a", "escape", "b", "escape"]),
    ],
)
def test_a_hurried_escape_and_the_next_key_both_count(pieces, pressed):
    assert keys(*pieces) == pressed


@pytest.mark.parametrize(
    ("pieces", "pressed"),
    [
        (["\x1bOQ"], ["f2"]),
        ([ESC, "OQ"], ["f2"]),
        ([ESC + "O", "Q"], ["f2"]),
        ([ESC + "[", "17~"], ["f6"]),
        ([ESC + "[17", "~"], ["f6"]),
        (["\x1b[A"], ["up"]),
        ([SHIFT_TAB], ["shift+tab"]),
        ([DELETE_WORD], ["ctrl+w"]),
        (["\x1b[3;3~"], ["alt+delete"]),
        (["\x1b[1;3S"], ["alt+f4"]),
        (["\x1b[97;3u"], ["alt+a"]),
    ],
)
def test_what_is_one_key_stays_whole(pieces, pressed):
    assert keys(*pieces) == pressed


def test_in_a_paste_an_escape_is_part_of_it():
    read = Escapes()
    assert [*read.read("\x1b[20"), *read.read("0~a\x1bb\x1b")] == ["\x1b[200~a\x1bb"]
    assert read.read("c\x1b[201~\x1bd") == ["\x1bc\x1b[201~", ESC, "d"]
