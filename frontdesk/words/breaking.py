"""Where a line may end: Chinese almost anywhere, words at blanks; a plate is never torn apart."""

from collections.abc import Iterator

from rich.cells import cell_len

_NEVER_FIRST = frozenset("，。、；：！？）》”’…,.;:!?)")
_NEVER_LAST = frozenset("（《“‘(")


def pieces(text: str) -> list[str]:
    """Return a text cut wherever a line may end: behind a blank, and between Chinese characters."""
    if not text:
        return []
    words: list[str] = []
    current = ""
    for character, following in zip(text, text[1:] + " "[: len(text)], strict=True):
        if cell_len(character) > 1:
            words += [current] if current else []
            # What follows without a blank stays with it: a plate is never torn apart.
            keeps = cell_len(following) == 1 and following.isalnum()
            words += [] if keeps else [character]
            current = character if keeps else ""
        elif character == " ":
            words.append(current + character)
            current = ""
        else:
            current += character
    return [*words, current] if current else words


def breaks(text: str, width: int) -> list[int]:
    """Return where a line of text is broken so that each part takes at most `width` cells.

    No part begins with a comma or a closing quotation mark, as printed Chinese has it, where that leaves room.
    """
    found: list[int] = []
    begin = at = 0
    for piece in _kept_together(text):
        if at > begin and cell_len(text[begin:at] + piece.rstrip()) > width:
            found.append(at)
            begin = at
        at += len(piece)
        while cell_len(text[begin:at].rstrip()) > width:
            begin = next(i for i in range(at, begin, -1) if cell_len(text[begin:i]) <= width or i == begin + 1)
            found.append(begin)
    return found


def widest(text: str) -> int:
    """Return how many cells the widest part takes that is not broken."""
    return max((cell_len(piece.rstrip()) for piece in _kept_together(text)), default=0)


def _kept_together(text: str) -> Iterator[str]:
    """The pieces, each with the marks that stay with it."""
    kept = ""
    for piece in pieces(text):
        stays = piece[0] in _NEVER_FIRST or not piece.strip() or kept[-1:] in _NEVER_LAST
        if kept and not stays:
            yield kept
            kept = ""
        kept += piece
    if kept:
        yield kept
