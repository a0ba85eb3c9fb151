"""Line breaks: Chinese may break almost anywhere, other words at blanks, and a plate never."""

from collections.abc import Iterator

from rich.cells import cell_len

NEVER_FIRST = frozenset("，。、；：！？）》”’…,.;:!?)")
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
    """Return the positions at which to break a text so that each line takes at most `width` cells.

    As in printed Chinese, no line begins with a comma or a closing quotation mark, if the width allows.
    """
    found: list[int] = []
    begin = at = 0
    for piece in kept_together(text):
        if at > begin and cell_len(text[begin:at] + piece.rstrip()) > width:
            found.append(at)
            begin = at
        at += len(piece)
        while cell_len(text[begin:at].rstrip()) > width:
            begin = next(i for i in range(at, begin, -1) if cell_len(text[begin:i]) <= width or i == begin + 1)
            found.append(begin)
    return found


def widest(text: str) -> int:
    """Return how many cells the widest unbreakable part takes."""
    return max((cell_len(piece.rstrip()) for piece in kept_together(text)), default=0)


def kept_together(text: str) -> Iterator[str]:
    """Yield the pieces, each with the punctuation that must stay with it."""
    kept = ""
    for piece in pieces(text):
        stays = piece[0] in NEVER_FIRST or not piece.strip() or kept[-1:] in _NEVER_LAST
        if kept and not stays:
            yield kept
            kept = ""
        kept += piece
    if kept:
        yield kept
