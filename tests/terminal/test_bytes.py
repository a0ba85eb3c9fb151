"""What a terminal may send: bytes that are no text, a paste without an end, another encoding than UTF-8."""

import os
import sys

import pytest
from terminal import Open

BREAKS = """
import sys
from frontdesk.app import typed
from frontdesk.cli import main
def read(self, sent):
    if sent: raise RuntimeError("13812348000")
    return ""
typed.Typed.read = read
sys.exit(main(sys.argv[1:]))
"""

BYTES = {
    "no UTF-8": b"\xff\xfe",
    "GBK": "苏州".encode("gbk"),
    "8-bit meta": b"\xe1a",
    "cut off": "苏".encode()[:2] + b"z",
}


@pytest.mark.parametrize("sent", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text_end_nothing(frontdesk: Open, sent: bytes) -> None:
    station = frontdesk("--by", "王芳", "guard")
    station.reads("Type part of a plate")
    os.write(station._ours, sent)
    station.press("Q7Q7")
    station.reads("Q7Q7")
    assert station.end("Ctrl+Q") == 0


def test_a_paste_without_an_end_leaves_the_keyboard_alive(frontdesk: Open) -> None:
    station = frontdesk("--by", "王芳", "guard")
    station.reads("Type part of a plate")
    os.write(station._ours, b"\x1b[200~A123")
    station.reads("A123")
    station.press("45")
    station.reads("A12345")
    assert station.end("Ctrl+Q") == 0


def test_a_flood_of_text_leaves_the_keyboard_alive(frontdesk: Open) -> None:
    """A paste in a terminal that does not mark it, a log that runs into the wrong window."""
    station = frontdesk("--by", "王芳", "guard")
    station.reads("Type part of a plate")
    os.write(station._ours, b"a" * 4000)
    station.reads("aaaa")
    os.write(station._ours, b"a" * 4000)
    station.press("Esc", "Q7Q7")
    station.reads("Q7Q7")
    assert station.end("Ctrl+Q") == 0


def test_an_error_where_typing_is_read_ends_in_a_sentence_and_another_code(frontdesk: Open) -> None:
    station = frontdesk("--by", "王芳", "guard", command=(sys.executable, "-c", BREAKS))
    station.reads("Type part of a plate")
    station.press("a")
    assert station.end() == 1
    assert "Frontdesk had to stop because of an error of its own" in " ".join(station.text.split())
    assert "Traceback" not in station.text
    assert "138" not in station.text


@pytest.mark.parametrize(
    ("locale", "said"),
    [("zh_CN.GBK", "This terminal is set to GBK"), ("C.UTF-8", ""), ("zh_CN.utf8", ""), ("C", "")],
)
def test_a_locale_that_is_not_utf8_is_said_at_the_start(
    frontdesk: Open, monkeypatch: pytest.MonkeyPatch, locale: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("FRONTDESK_LANGUAGE", "en")
    station = frontdesk("--by", "王芳", "guard")
    station.reads("zone 0/4", said or "Type part of a plate")


@pytest.mark.parametrize(("sent", "shown"), [(b"\x1b7k3", "7k3"), (b"\x1bb52", "b52"), ("\x1b粤b5".encode(), "粤b5")])
def test_a_hurried_escape_empties_the_box_and_the_next_key_is_typed(frontdesk: Open, sent: bytes, shown: str) -> None:
    station = frontdesk("--by", "王芳", "guard")
    station.reads("Type part of a plate")
    station.press("A123")
    station.reads("A123")
    os.write(station._ours, sent)
    station.until(lambda: "A123" not in station.text and shown in station.text)
    assert station.end("Ctrl+Q") == 0


@pytest.mark.parametrize("sent", [b"\x1b\x1bOR", b"\x1b[1;3R"], ids=["two keys", "as Alt+F3"])
def test_a_hurried_escape_and_a_function_key_are_both_done(frontdesk: Open, sent: bytes) -> None:
    station = frontdesk("--by", "王芳", "guard")
    station.reads("Type part of a plate")
    station.press("A123")
    station.reads("A123")
    os.write(station._ours, sent)
    station.until(lambda: "A123" not in station.text and "✗" in station.text)
    assert station.end("Ctrl+Q") == 0
