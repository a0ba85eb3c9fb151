"""Paints a terminal's cells as a picture, each exactly in its place."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from pyte.screens import Char
from rich.cells import cell_len

WIDE, HIGH = 10, 22
"""The size of a cell in pixels."""
_MARGIN = 12
_CHINESE = "/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"
_CHINESE_MONO = 7
"""The face of the collection that is spaced by cells, with the characters of mainland China."""
_OTHER = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono{weight}.ttf"
_SIZE, _MARK_SIZE, _BASE = 2 * WIDE - 1, 16, HIGH - 5
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
"""What the narrow font has not."""
_LINES, _BLOCKS = range(0x2500, 0x2580), range(0x2580, 0x2590)
_ARMS: dict[str, tuple[str, ...]] = {
    "LEFT": ("l",), "RIGHT": ("r",), "UP": ("u",), "DOWN": ("d",), "HORIZONTAL": ("l", "r"), "VERTICAL": ("u", "d"),
}  # fmt: skip
_PLAIN = {True: ("#2a3038", "#fbfcfd"), False: ("#c9d1d9", "#0b0f14")}


def paint(cells: Sequence[Sequence[Char]], *, light: bool) -> Image.Image:
    """Return a picture of rows of cells."""
    ink, ground = _PLAIN[light]
    size = len(cells[0]) * WIDE + 2 * _MARGIN, len(cells) * HIGH + 2 * _MARGIN
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(cells):
        for x, cell in enumerate(row):
            corner = _MARGIN + x * WIDE, _MARGIN + y * HIGH
            fore, back = _colour(cell.fg, ink), _colour(cell.bg, ground)
            if cell.reverse:
                fore, back = back, fore
            wide = max(1, cell_len(cell.data)) * WIDE
            # The second cell of a Chinese character is empty: the first has painted both.
            if cell.data:
                draw.rectangle((*corner, corner[0] + wide - 1, corner[1] + HIGH - 1), fill=back)
                _character(draw, cell, corner, fore)
                if cell.underscore:
                    draw.line((corner[0], corner[1] + HIGH - 3, corner[0] + wide - 1, corner[1] + HIGH - 3), fill=fore)
    return image


def _colour(name: str, default: str) -> str:
    """Return a colour of the emulator, which says one in hexadecimal digits, or that it is the terminal's own."""
    return default if name == "default" else f"#{name}"


def _character(draw: ImageDraw.ImageDraw, cell: Char, corner: tuple[int, int], ink: str) -> None:
    code = ord(cell.data[0])
    if code in _LINES and _line(draw, cell.data[0], corner, ink):
        return
    if code in _BLOCKS:
        draw.rectangle(_block(code, *corner), fill=ink)
        return
    wide = max(1, cell_len(cell.data)) * WIDE
    is_circled = cell.data in _CIRCLED
    is_mark = wide == WIDE and not cell.data.isascii() and not is_circled
    font = _font(_MARK_SIZE if is_circled else _SIZE, is_mark=is_mark, bold=cell.bold)
    left = corner[0] + (wide - font.getlength(cell.data)) / 2
    draw.text((left, corner[1] + _BASE), cell.data, font=font, fill=ink, anchor="ls")


@cache
def _font(size: int, *, is_mark: bool, bold: bool) -> ImageFont.FreeTypeFont:
    """Return a font; marks and signs that take one cell are in the narrow one."""
    if is_mark:
        return ImageFont.truetype(_OTHER.format(weight="-Bold" if bold else ""), _MARK_SIZE)
    return ImageFont.truetype(_CHINESE.format(weight="Bold" if bold else "Regular"), size, index=_CHINESE_MONO)


def _line(draw: ImageDraw.ImageDraw, character: str, corner: tuple[int, int], ink: str) -> bool:
    """Paint a character made of lines from the middle of the cell to its edges; False for one that is not."""
    weight, *words = unicodedata.name(character).removeprefix("BOX DRAWINGS ").replace(" AND", "").split()
    if weight not in {"LIGHT", "HEAVY"} or not set(words) <= {*_ARMS, "ARC"}:
        return False
    x, y = corner[0] + WIDE // 2, corner[1] + HIGH // 2
    ends = {"l": (corner[0], y), "r": (corner[0] + WIDE - 1, y), "u": (x, corner[1]), "d": (x, corner[1] + HIGH - 1)}
    for arm in sum((_ARMS.get(word, ()) for word in words), ()):
        draw.line((x, y, *ends[arm]), fill=ink, width=3 if weight == "HEAVY" else 1)
    return True


def _block(code: int, x: int, y: int) -> tuple[int, int, int, int]:
    """Return the rectangle of a block element."""
    right, bottom = x + WIDE - 1, y + HIGH - 1
    if code == 0x2580:
        return x, y, right, y + HIGH // 2 - 1
    if code == 0x2590:
        return x + WIDE // 2, y, right, bottom
    if code <= 0x2588:
        return x, y + HIGH - round(HIGH * (code - 0x2580) / 8), right, bottom
    return x, y, x + round(WIDE * (0x2590 - code) / 8) - 1, bottom
