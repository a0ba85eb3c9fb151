"""Big digits that can be read from across a hall, made of block elements and scaled to the room there is."""

from rich.cells import cell_len

WIDE, HIGH = 5, 7
"""The size of a glyph in dots. At scale 1 a dot is one cell wide and half a cell high, about a square."""

_GLYPHS = {
    "0": (".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."),
    "1": ("..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."),
    "2": (".###.", "#...#", "....#", "..##.", ".#...", "#....", "#####"),
    "3": (".###.", "#...#", "....#", "..##.", "....#", "#...#", ".###."),
    "4": ("...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."),
    "5": ("#####", "#....", "####.", "....#", "....#", "#...#", ".###."),
    "6": (".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."),
    "7": ("#####", "....#", "...#.", "...#.", "..#..", "..#..", "..#.."),
    "8": (".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."),
    "9": (".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."),
    "A": (".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"),
    "→": (".....", "..#..", "...#.", "#####", "...#.", "..#..", "....."),
}
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def is_drawn(text: str) -> bool:
    """Whether there is a glyph for each character."""
    return bool(text) and set(text) <= set(_GLYPHS)


def cells_wide(text: str, scale: int) -> int:
    """Return how many cells a text takes at a scale."""
    return scale * (len(text) * (WIDE + 1) - 1)


def rows_high(scale: int) -> int:
    """Return how many rows a glyph takes at a scale."""
    return (HIGH * scale + 1) // 2


def drawn(text: str, scale: int) -> list[str]:
    """Return a text as rows of block elements, all of the same width."""
    dots = [".".join(_GLYPHS[letter][row] for letter in text) for row in range(HIGH)]
    tall = [[dot == "#" for dot in row for _ in range(scale)] for row in dots for _ in range(scale)]
    tall += [[False] * len(tall[0])] * (len(tall) % 2)
    return ["".join(_HALVES[pair] for pair in zip(*tall[y : y + 2], strict=True)) for y in range(0, len(tall), 2)]


def beside(*parts: tuple[list[str], int]) -> list[str]:
    """Return blocks of rows side by side; each block begins at its own row."""
    rows = max(first + len(block) for block, first in parts)
    joined = [""] * rows
    for block, first in parts:
        width = cell_len(block[0])
        for y in range(rows):
            joined[y] += block[y - first] if first <= y < first + len(block) else " " * width
    return joined
