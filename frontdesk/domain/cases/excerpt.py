"""Where in the customer's words something was found: the piece around it (C12)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.cases.search_terms import folded_sign, sought_in_words


class Excerpt(NamedTuple):
    """The customer's words, cut in three: before what was found, that itself, and behind it."""

    before: str
    found: str
    after: str


def excerpt(words: str, sought: Iterable[str]) -> Excerpt | None:
    """Return the words around the longest of what is sought; None where none of it was said.

    A single letter or digit says nothing of what was meant.
    """
    plain = sorted({sought_in_words(word) for word in sought}, key=len, reverse=True)
    telling = [word for word in plain if len(word) > 1 or not word.isascii()]
    if not telling:
        return None
    said = " ".join(words.split())
    signs = [(sign, place) for place, each in enumerate(said) for sign in folded_sign(each)]
    folded = "".join(sign for sign, _place in signs)
    for word in telling:
        at = folded.find(word)
        if at >= 0:
            start, end = signs[at][1], signs[at + len(word) - 1][1] + 1
            return Excerpt(said[:start], said[start:end], said[end:])
    return None
