"""Bytes as text: which encoding a file, or a line of it, surely is in, and what is told instead of guessed."""

import random

import pytest

from frontdesk.files.text import decoded, lines_of

HEAD, LINE = "received_at,channel,words\r\n", "2026-05-28T09:05,电话,等得太久了\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_what_spreadsheets_and_other_systems_write(encoding: str) -> None:
    found = lines_of((HEAD + LINE * 3).encode(encoding))
    assert "".join(found.lines) == HEAD + LINE * 3
    assert found.broken == frozenset()


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_what_powershell_writes(mark: bytes) -> None:
    text = 'store_name = "东门店"\r\n'
    assert decoded(mark + text.encode("utf-16-le" if mark[0] == 0xFF else "utf-16-be")) == text


CUT = {
    "the last character cut off": "王五说没".encode()[:-1],
    "the first byte lost": "王五说没".encode()[1:],
    "a byte replaced": "王五说没".encode().replace("五".encode(), b"\xe4?\x94"),
    "a byte of Latin 1": "王五说没".encode() + b"\xe9",
    "the only character cut": "没".encode()[:2],
    "an emoji cut": "好".encode() + "😀".encode()[:3],
    "no text at all": b"\x80\x81\x82",
}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("what", CUT)
def test_one_broken_byte_spoils_its_line_and_no_other(what: str, mark: bytes) -> None:
    found = lines_of(mark + HEAD.encode() + LINE.encode() + b"x,y," + CUT[what] + b"\r\n" + LINE.encode())
    assert (found.lines[1], found.lines[3], found.broken) == (LINE, LINE, frozenset({2}))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_put_together_from_two_exports_holds_both(mark: bytes) -> None:
    found = lines_of(mark + HEAD.encode() + LINE.encode() + LINE.encode("gb18030"))
    assert (found.lines, found.broken) == ([HEAD, LINE, LINE], frozenset())


def test_a_broken_line_of_gb18030_and_of_utf16() -> None:
    found = lines_of(HEAD.encode() + LINE.encode("gb18030") + b"x,\xc4\r\n" + LINE.encode("gb18030"))
    assert (found.lines[3], found.broken) == (LINE, frozenset({2}))
    odd = (HEAD + "x,�\r\n" + LINE).encode("utf-16").replace("�".encode("utf-16-le"), b"\x00\xd8")
    found = lines_of(odd)
    assert (found.lines[2], found.broken) == (LINE, frozenset({1}))


def test_a_cut_line_of_utf8_is_never_other_words() -> None:
    """Most UTF-8 of which a byte was lost is valid GB 18030 too: it must not be read as that."""
    chance = random.Random(3)
    common = [bytes([lead, trail]).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF)]
    for _round in range(2000):
        line = bytearray(("x," + "".join(chance.choices(common, k=chance.randint(1, 12)))).encode())
        del line[chance.randrange(2, len(line))]
        found = lines_of(HEAD.encode() + bytes(line))
        assert found.broken == frozenset({1}), bytes(line)


def test_what_could_be_either_is_not_guessed() -> None:
    # Of one line without a break or a comma nobody can say which of two bytes comes first.
    assert "\0" in lines_of("一".encode("utf-16-le") * 2 + b"a\0").lines[0]
