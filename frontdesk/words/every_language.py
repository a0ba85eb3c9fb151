"""What things are called in every language, for whoever types one while the other is on the screen."""

from collections.abc import Callable
from enum import StrEnum

from frontdesk.domain.values.text import folded
from frontdesk.words import i18n
from frontdesk.words.lookup import word


def in_every_language(say: Callable[[], list[str]]) -> list[list[str]]:
    """Return what is said, once in each language."""
    said = []
    for language in i18n.LANGUAGES:
        with i18n.spoken(language):
            said.append(say())
    return said


def keys_by_name(kind: type[StrEnum]) -> dict[str, str]:
    """Return the keys of a kind of value by their names in every language and by themselves, folded."""
    said = in_every_language(lambda: [word(value) for value in kind])
    called = {folded(name): value.value for names in said for name, value in zip(names, kind, strict=True)}
    return called | {folded(value.value): value.value for value in kind}
