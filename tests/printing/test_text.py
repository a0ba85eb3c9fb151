"""The ticket as plain text: it fits the paper, in Chinese and in English, whatever somebody typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from frontdesk.printing import slip as module
from frontdesk.printing.slip import Slip, as_text
from frontdesk.printing.wrapping import wrapped
from frontdesk.words import i18n

CHINESE = {"Call ticket": "叫号牌", "Plate: {text}": "车牌：{text}", "Issued: {text}": "取号时间：{text}"}


def test_what_stands_on_it(slip: Slip) -> None:
    assert [line.strip() for line in as_text(slip).splitlines()] == [
        "-" * 32,
        "苏州众诚汽车",
        "Call ticket",
        "",
        "A 0 0 7",
        "",
        "Plate: 苏A·***45",
        "Issued: 2026-03-02 10:42",
        "Valid until: 2026-03-02 18:00",
        "Please wait in the lounge; we",
        "call this number.",
        "Your car stands in temporary",
        "parking.",
        "-" * 32,
    ]


def test_it_is_centred_by_cells_not_by_characters(slip: Slip) -> None:
    lines = as_text(slip).splitlines()
    assert lines[1] == " " * 10 + "苏州众诚汽车"
    assert lines[4] == " " * 12 + "A 0 0 7"


def test_its_words_are_said_in_the_language_in_force(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n._InForce, "translation", _Words())
    said = as_text(replace(slip, lines=("Call ticket", "not in any catalogue")))
    assert [line.strip() for line in said.splitlines()][6:10] == [
        "车牌：苏A·***45",
        "取号时间：2026-03-02 10:42",
        "Valid until: 2026-03-02 18:00",
        "叫号牌",
    ]
    assert "not in any catalogue" in said


def test_what_is_empty_is_not_printed() -> None:
    said = as_text(Slip("", "A001", "", "2026-03-02 10:42", lines=()))
    assert [line.strip() for line in said.splitlines() if line.strip()][1:-1] == [
        "Call ticket",
        "A 0 0 1",
        "Issued: 2026-03-02 10:42",
    ]


def test_hostile_text_stays_text() -> None:
    said = as_text(
        Slip("[b]店\x1b[31m{0}\u202e{text}%s", "A\n007", "苏\x00A", "2026-03-02\x1bi", lines=("[red]{plate}",))
    )
    assert "[b]店[31m{0}{text}%s" in said
    assert "A 0 0 7" in said.replace("A   0", "A 0")
    assert "[red]{plate}" in said
    assert not set(said) & set("\x1b\u202e\x00")


def test_a_very_long_store_name_is_whole(slip: Slip) -> None:
    name = "苏州众诚汽车销售服务有限公司" * 10
    said = as_text(replace(slip, store=name))
    assert name in "".join(said.split())
    assert max(map(cell_len, said.splitlines())) == 32


@pytest.mark.parametrize("width", [16, 32, 48])
@given(store=st.text(max_size=80), number=st.text(max_size=20), line=st.text(max_size=120))
def test_no_line_is_wider_than_the_paper(width: int, store: str, number: str, line: str) -> None:
    said = as_text(Slip(store, number, store, line, number, (line, store)), width)
    assert all(cell_len(row) <= width for row in said.splitlines())
    assert len(said.splitlines()) == said.count("\n")


@given(text=st.text("ab 中。", max_size=40), room=st.integers(2, 12))
def test_wrapping_loses_nothing_but_blanks(text: str, room: int) -> None:
    lines = wrapped(text, room, cell_len)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line and cell_len(line) <= room for line in lines)


def test_where_a_line_is_broken() -> None:
    assert wrapped("one two three", 8, cell_len) == ["one two", "three"]
    assert wrapped("abcdefgh", 3, cell_len) == ["abc", "def", "gh"]
    assert wrapped("请到休息室等候。好", 14, cell_len) == ["请到休息室等", "候。好"]
    assert wrapped("请到休息室。", 10, cell_len) == ["请到休息", "室。"]


def test_every_word_of_ours_is_a_message() -> None:
    assert all(message.isascii() for message in (*module.LOUNGE, module._TITLE, module._PLATE, module._ISSUED))


class _Words:
    def gettext(self, message: str) -> str:
        return CHINESE.get(message, message)
