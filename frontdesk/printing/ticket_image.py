"""The call ticket as a picture, which a receipt printer can print whatever characters it has itself (Z5a)."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from frontdesk.printing.fonts import Face, chinese_face
from frontdesk.printing.slip import Part, Slip, rows
from frontdesk.printing.wrapping import wrapped
from frontdesk.words.i18n import _

PAPER = 576
"""Dots across 80 mm of paper."""

_MARGIN = 16
_ROOM = PAPER - 2 * _MARGIN
_GAP = 8
_AROUND_NUMBER = 20
_TALLEST = 300
_LONGEST = 12
"""A number with more characters than this is printed like other text."""
_SIZES = {Part.STORE: 34, Part.TITLE: 40, Part.NUMBER: 40, Part.FACT: 30, Part.LINE: 30}
_BLACK, _WHITE = 0, 255


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of ink: its position `left` in dots, and the space `above` that its font leaves empty over it."""

    text: str
    font: ImageFont.FreeTypeFont
    height: int
    left: int
    above: int = 0


def as_picture(slip: Slip, face: Face | None = None) -> Image.Image:
    """Return the slip as a picture of one bit per dot, `PAPER` dots wide, black on white (Z5a).

    Characters that the font lacks are left out, and a sentence that it cannot draw is printed in English instead, so
    that no boxes appear on the paper. Raises `OSError` if Pillow cannot draw text at all.
    """
    lines = list(_lines(slip, face or chinese_face()))
    height = 2 * _MARGIN + sum(line.height + _GAP for line in lines)
    picture = Image.new("1", (PAPER, height), _WHITE)
    drawing = ImageDraw.Draw(picture)
    top = _MARGIN
    for line in lines:
        drawing.text((line.left, top - line.above), line.text, font=line.font, fill=_BLACK)
        top += line.height + _GAP
    return picture


def _lines(slip: Slip, face: Face) -> Iterator[_Line]:
    def say(message: str) -> str:
        said = _(message)
        return said if face.can_draw(said) else message

    for row in rows(slip, say):
        text = face.only_drawable(row.text).strip()
        if not any(character.isalnum() for character in text):
            continue
        if row.part is Part.NUMBER and len(text) <= _LONGEST:
            yield _number(text, face)
            continue
        font = face.at(_SIZES[row.part])
        height = sum(font.getmetrics())
        for line in wrapped(text, _ROOM, font.getlength):
            yield _Line(line, font, height, (PAPER - round(font.getlength(line))) // 2)


def _number(text: str, face: Face) -> _Line:
    """Return the number as large as the paper's width and `_TALLEST` allow."""
    left, top, right, bottom = face.at(100).getbbox(text)
    size = int(100 * min(_ROOM / max(1, right - left), _TALLEST / max(1, bottom - top)))
    font = face.at(max(1, size))
    left, top, right, bottom = font.getbbox(text)
    margin = (PAPER - round(right - left)) // 2
    height = round(bottom - top) + 2 * _AROUND_NUMBER
    return _Line(text, font, height, margin - round(left), round(top) - _AROUND_NUMBER)
