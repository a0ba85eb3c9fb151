"""Breaking words into lines that fit, whatever their widths are measured in."""

from collections.abc import Callable

_NEVER_FIRST = frozenset("，。、；：！？）》”’,.;:!?)…")
"""The characters that no line begins with."""


def wrapped(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Return `text` in lines no wider than `room`, broken at blanks if there are any, else between characters.

    A single character that is wider than `room` gets a line to itself.
    """
    lines = []
    rest = text.strip()
    while rest:
        end = _end(rest, room, measure)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines


def _end(text: str, room: float, measure: Callable[[str], float]) -> int:
    fits = 1
    while fits < len(text) and measure(text[: fits + 1]) <= room:
        fits += 1
    if fits == len(text) or text[fits] == " ":
        return fits
    blank = text.rfind(" ", 0, fits)
    # A word that is cut is broken at its last blank – where it is written with letters: Chinese has no blanks.
    if blank > 0 and text[fits].isascii() and text[fits - 1].isascii():
        return blank
    kept = fits
    while kept > 1 and text[kept] in _NEVER_FIRST:
        kept -= 1
    return kept if kept > 1 else fits
