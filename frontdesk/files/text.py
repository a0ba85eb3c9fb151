"""Bytes as text, as spreadsheets, PowerShell and other systems write it; one bad byte spoils one line."""

import io
import re
import unicodedata
from typing import NamedTuple

_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_MARK = "\ufeff"
"""A mark that a second program put behind the first one's."""
_NOT_IN_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_LOOKED_AT = 4096
_COMMON = frozenset('\n\r\t,;=:{"')
"""Some of these stand in every file that a person hands over."""

_LIKE_UTF8 = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{1,2}|\xf0[\x90-\xbf][\x80-\xbf]{0,2}|[\xc2\xc3][\x80-\xbf]")
"""A character of Chinese text in UTF-8, or what is left of one that was cut off."""
_CHINESE_IN_UTF8 = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")
_PLAIN = rb"[\x00-\x7f]+"


class TextLines(NamedTuple):
    """The lines of a file with their ends, and the places of those that hold bytes which are no text."""

    lines: list[str]
    broken: frozenset[int]


def decoded(raw: bytes, errors: str = "strict") -> str:
    """Return bytes as text: in UTF-16 or UTF-32 where they surely are, else in UTF-8."""
    return raw.decode(_wide(raw) or "utf-8-sig", errors).removeprefix(_MARK)


def lines_of(raw: bytes) -> TextLines:
    """Return a file's lines, each in the encoding it is surely in: UTF-8, UTF-16, GB 18030."""
    wide = _wide(raw)
    if wide:
        lines = list(io.StringIO(raw.decode(wide, "replace").removeprefix(_MARK), newline=""))
        return TextLines(lines, frozenset() if _is_whole(raw, wide) else _with_replacements(lines))
    found = raw.removeprefix(_UTF8_MARK).removeprefix(_UTF8_MARK).splitlines(keepends=True)
    # A file of lines in GB 18030 only is read as such; in one that has both, or a mark, each line has to be sure.
    is_chinese = not raw.startswith(_UTF8_MARK) and any(map(_is_surely_gb, found)) and not any(map(_is_utf8, found))
    lines, broken = [], set()
    for place, line in enumerate(found):
        text = _in_gb(line) if is_chinese else _line(line)
        if text is None:
            broken.add(place)
        lines.append(line.decode("utf-8", "replace") if text is None else text)
    return TextLines(lines, frozenset(broken))


def _line(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return _in_gb(line) if _is_surely_gb(line) else None


def _in_gb(line: bytes) -> str | None:
    try:
        return line.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _is_utf8(line: bytes) -> bool:
    """Whether a line holds a Chinese character in UTF-8 and nothing that would be wrong there."""
    if _CHINESE_IN_UTF8.search(line) is None:
        return False
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_surely_gb(line: bytes) -> bool:
    """Whether a line is GB 18030 and cannot be UTF-8 of which a byte was lost: most of that is GB 18030 too."""
    rest = _LIKE_UTF8.sub(b"", line)
    foreign = sum(byte >= 0xC0 for byte in rest)
    whole = len(re.sub(_PLAIN, b"", line))
    return bool(foreign) and 2 * len(re.sub(_PLAIN, b"", rest)) > whole and _in_gb(line) is not None


def _wide(raw: bytes) -> str:
    """Return the encoding of text whose characters are of two or four bytes, "" for any other."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    if b"\0" not in raw[:_LOOKED_AT]:
        return ""
    likely = [encoding for encoding in ("utf-16-le", "utf-16-be") if _reads_well(raw[:_LOOKED_AT], encoding)]
    return likely[0] if len(likely) == 1 else ""


def _reads_well(raw: bytes, encoding: str) -> bool:
    text = raw[: len(raw) // 2 * 2].decode(encoding, "ignore")
    good = all(unicodedata.category(sign) not in _NOT_IN_TEXT or sign in "\n\r\t" for sign in text)
    return good and not _COMMON.isdisjoint(text)


def _is_whole(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _with_replacements(lines: list[str]) -> frozenset[int]:
    return frozenset(place for place, line in enumerate(lines) if "�" in line)
