"""What can be seen on the lounge's display."""

from typing import Any

from screens.kit.big_digits import drawn


def is_big(person: Any, text: Any, scale: Any) -> Any:
    """Whether a text stands there in block elements of that size."""
    seen = person.lines
    rows = [row.strip() for row in drawn(text, scale)]
    return any(
        all(row in line for row, line in zip(rows, seen[y : y + len(rows)], strict=True))
        for y in range(len(seen) - len(rows) + 1)
    )


def how_big(person: Any, text: Any) -> int:
    """In what size a text stands there in block elements; 0 for none."""
    return next((scale for scale in range(9, 0, -1) if is_big(person, text, scale)), 0)


def inverted_rows(person: Any) -> Any:
    """How many rows of the screen stand on another ground than the first row below the heading usually does."""
    grounds = []
    for strip in person.strips[1:]:
        segments = [segment for segment in strip if segment.text.strip() or len(segment.text) > 20]
        styles = [segment.style for segment in segments[:1] if segment.style]
        grounds += [(style.bgcolor, bool(style.reverse)) for style in styles]
    return sum(ground != grounds[-1] for ground in grounds)
