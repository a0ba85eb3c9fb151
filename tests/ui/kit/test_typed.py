"""Bytes as a terminal sends them, in any pieces, are text."""

import pytest

from frontdesk.app import typed
from frontdesk.app.typed import Typed


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([b"abc"], "abc"),
        (["苏".encode()[:1], "苏".encode()[1:]], "苏"),
        ([b"\xff", b"a"], "\ufffda"),
        (["苏".encode()[:2], b"a"], "\ufffda"),
        ([b"\x1b[200~x\x1b[201~y"], "\x1b[200~x\x1b[201~y"),
    ],
)
def test_pieces_become_text(pieces, text):
    reading = Typed()
    assert "".join(reading.read(piece) for piece in pieces) == text


@pytest.mark.parametrize(
    ("pieces", "is_open"),
    [
        ([b"abc"], False),
        ([b"\x1b[200~abc"], True),
        ([b"\x1b[20", b"0~abc"], True),
        ([b"\x1b[200~abc", b"\x1b[201", b"~"], False),
        ([b"\x1b[200~abc\x1b[201~\x1b[200~"], True),
    ],
)
def test_a_paste_that_rests_is_ended_once(monkeypatch, pieces, is_open):
    reading = Typed()
    for piece in pieces:
        reading.read(piece)
    assert reading.rest() == ""
    monkeypatch.setattr(typed, "PASTE_RESTS_S", 0.0)
    assert reading.rest() == ("\x1b[201~" if is_open else "")
    assert reading.rest() == ""
