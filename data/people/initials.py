"""A name's readings as people type them, in first letters or spelt out: 曾小明 is zxm or cxm, zengxiaoming."""

import os
import re
import unicodedata

MOST = 8
"""How many readings of a name are kept."""
LONGEST = 12
SPELT = 40
"""So many letters of a reading that is spelt out are kept."""
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PARTS = rf"[{_HAN}]|[^\W\d_{_HAN}]+(?:['’][^\W\d_{_HAN}]+)*"
_IS_HAN = f"[{_HAN}]"


def initials(name: str) -> tuple[str, ...]:
    """Return the first letters of each reading of a name, the usual one first; none for a name without letters.

    A word in Latin letters counts as one. Digits, signs and characters without a known reading are left out. If there
    are too many readings, every one of the first character is kept, with the usual ones of the rest.
    """
    parts = re.findall(_PARTS, unicodedata.normalize("NFKC", name).casefold())
    readings: list[tuple[int, str]] = [(0, "")]
    letters = [found for found in map(_letters, parts) if found]
    for place, found in enumerate(letters[:LONGEST]):
        longer = [
            (rarity + (index if place else 0), begun + letter)
            for rarity, begun in readings
            for index, letter in enumerate(found)
        ]
        readings = sorted(longer, key=lambda reading: reading[0])[:MOST]
    return tuple(reading for _, reading in readings if reading)


def spellings(name: str) -> tuple[str, ...]:
    """Return the readings of a name spelt out, and each from its second character on, its third …

    Names in Latin letters are spelt as they are already. Where there are too many readings, the usual ones.
    """
    parts = re.findall(_PARTS, unicodedata.normalize("NFKC", name).casefold())[:LONGEST]
    if not any(re.match(_IS_HAN, part) for part in parts):
        return ()
    syllables = [found for found in map(_syllables, parts) if found]
    readings: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for found in syllables:
        longer = [
            (rarity + index, (*begun, syllable)) for rarity, begun in readings for index, syllable in enumerate(found)
        ]
        readings = sorted(longer, key=lambda reading: reading[0])[:MOST]
    endings = ("".join(reading[start:])[:SPELT] for _, reading in readings for start in range(len(reading)))
    return tuple(dict.fromkeys(endings))


def _syllables(part: str) -> tuple[str, ...]:
    return _read(part, "NORMAL") if re.match(_IS_HAN, part) else (part,)


def _letters(part: str) -> tuple[str, ...]:
    if not re.match(_IS_HAN, part):
        return (_plain(part),)
    return tuple(dict.fromkeys(_plain(letter) for letter in _read(part, "FIRST_LETTER")))


def _read(sign: str, style: str) -> tuple[str, ...]:
    """Return how a character is read, the usual way first; ü is written v, as it is typed."""
    # Words are of no use for single characters, and cost 40 MB.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - slow to load

    found = pinyin(sign, style=getattr(Style, style), heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(found[0])) if found else ()


def _plain(word: str) -> str:
    """Return a word's first letter without its accent."""
    return unicodedata.normalize("NFD", word)[:1]
