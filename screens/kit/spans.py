"""Lines of text in tones, and how they fit a width in cells. Pure: no widget, nothing of Textual."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from frontdesk.words.breaking import NEVER_FIRST, kept_together

TONES = ("plain", "dim", "head", "key", "ok", "warn", "over", "prompt", "answered", "task", "chosen", "found")
"""The meanings a span shows by its colour; its words say the same, and what was found is underlined."""


class Span(NamedTuple):
    """A piece of a line, in one tone."""

    text: str
    tone: str = "plain"

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.text)


Line = tuple[Span, ...]


def line(*pieces: Span | str) -> Line:
    """Return a line of spans; plain text becomes a plain span."""
    return tuple(Span(piece) if isinstance(piece, str) else piece for piece in pieces)


def width_of(spans: Sequence[Span]) -> int:
    """Return how many cells spans take."""
    return sum(span.width for span in spans)


def is_split(spans: Sequence[Span], edges: Collection[int]) -> bool:
    """Whether a wide character stands across one of these columns."""
    column = 0
    for character in "".join(span.text for span in spans):
        wide = cell_len(character)
        if wide > 1 and column + 1 in edges:
            return True
        column += wide
    return False


def fit(spans: Sequence[Span], width: int, tone: str = "plain") -> Line:
    """Return spans cut or filled up to exactly `width` cells."""
    fitted: list[Span] = []
    left = width
    for span in spans:
        if span.width >= left:
            fitted.append(Span(set_cell_size(span.text, left), span.tone))
            return tuple(fitted)
        fitted.append(span)
        left -= span.width
    fitted.append(Span(" " * left, tone))
    return tuple(fitted)


def ends(left: Sequence[Span], right: Sequence[Span], width: int, tone: str = "plain") -> Line:
    """Return a line with one part at each end; the right part stays whole, the left part shows where it is cut."""
    room = max(0, width - width_of(right))
    if width_of(left) > room > 0:
        return (*fit(left, room - 1, tone), Span("…", left[-1].tone), *right)
    return (*fit(left, room, tone), *right)


def shortened(text: str, width: int) -> str:
    """Return the text; if it takes more than `width` cells, its end is replaced by an ellipsis."""
    if cell_len(text) <= width:
        return text
    # Of a long text no more is gone through than fills the room.
    head = text[:width]
    return set_cell_size(head if cell_len(head) >= width else text, width - 1).rstrip() + "…"


def aligned(rows: Sequence[Sequence[str]], *, right: int) -> list[list[str]]:
    """Return rows of texts padded so that their columns stand one below the other; column `right` ends in line."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        [
            " " * (wide - cell_len(text)) + text if place == right else text + " " * (wide - cell_len(text))
            for place, (text, wide) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]


def wrap(text: str, width: int) -> list[str]:
    """Return text in lines of at most `width` cells; Chinese may break anywhere, words at blanks.

    No line begins with a full stop or a comma, if the width allows.
    """
    rows: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for word in kept_together(paragraph):
            if row and cell_len(row + word.rstrip()) > width:
                rows.append(row.rstrip())
                row = ""
            row += word.lstrip() if not row else word
            if cell_len(solid := row.rstrip()) > width:
                *full, rest = chop_cells(solid, max(1, width))
                if full and rest[:1] in NEVER_FIRST and len(full[-1]) > 1:
                    full[-1], rest = full[-1][:-1], full[-1][-1] + rest
                rows += [each for each in full if each]
                row = rest + row[len(solid) :]
        rows.append(row.rstrip())
    return rows


def two_lines(spans: Sequence[Span], width: int) -> list[Line]:
    """Return pairs of spans behind a first one on two lines; the second takes what does not fit on the first."""
    rows: list[list[Span]] = [[], []]
    used = 0
    row = 0
    for first, second in zip(spans[1::2], spans[2::2], strict=False):
        if used + first.width + second.width + 3 > width and row == 0 and rows[0]:
            row, used = 1, 0
        if not rows[row]:
            rows[row].append(spans[0])
        rows[row] += [first, second]
        used += first.width + second.width
    return [fit(rows[0], width), fit(rows[1], width)]
