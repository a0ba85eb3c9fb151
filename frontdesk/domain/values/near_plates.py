"""Plates that are taken for one another: one character off, two swapped, one missing, one too many, look-alikes."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase, digits

from frontdesk.domain.values.plates import LAST_CHARACTERS, PLATE_LIMIT, PROVINCES, Plate

_LOOKS_LIKE = {one: group for group in ("0DOQ", "1IL", "2Z", "5S", "6G", "8B", "UV") for one in group}
_TYPED = ascii_uppercase + digits
_SHORTEST = 4
"""Shorter parts of a plate are near to too many others to say anything."""
_WHOLE = 7

SLIP, OTHER_CHARACTER = 0, 1
"""How near a plate is: by a slip that is often made, or by any other character in one place."""


def near_misses(text: str) -> dict[str, int]:
    """Return everything that is one mistake away from a compact plate or part of one, and how near that is."""
    if len(text) < _SHORTEST:
        return {}
    near = dict.fromkeys(_substituted(text), OTHER_CHARACTER) | dict.fromkeys(_slipped(text), SLIP)
    near.pop(text, None)
    return near


def alike(text: str, plates: Iterable[Plate]) -> tuple[Plate, ...]:
    """Return those of some plates that are one mistake away, the nearest first; part of a plate may be its number."""
    near = near_misses(text)
    found = []
    for plate in plates:
        forms = [plate, plate[2:]] if len(text) < _WHOLE and plate[0] in PROVINCES else [plate]
        fits = [near[form] for form in forms if form in near]
        if fits:
            found.append((min(fits), plate))
    return tuple(plate for _near, plate in sorted(found, key=lambda each: each[0]))


def _substituted(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        others = PROVINCES if character in PROVINCES else _TYPED
        if place == len(text) - 1:
            others += LAST_CHARACTERS
        for other in others:
            yield text[:place] + other + text[place + 1 :]


def _slipped(text: str) -> Iterator[str]:
    """Two swapped, one missing, one too many, one or two that look alike; the province is never missing or too many."""
    first = 1 if text[0] in PROVINCES else 0
    for place in range(first, len(text)):
        yield text[:place] + text[place + 1 :]
        if place + 1 < len(text):
            yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if len(text) < PLATE_LIMIT:
        for place in range(first, len(text) + 1):
            for character in _TYPED + (LAST_CHARACTERS if place == len(text) else ""):
                yield text[:place] + character + text[place:]
    for once in _looking_alike(text):
        yield once
        yield from _looking_alike(once)


def _looking_alike(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        for other in _LOOKS_LIKE.get(character, ""):
            yield text[:place] + other + text[place + 1 :]
