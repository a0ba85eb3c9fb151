"""The names of the desk's values in the user's language: kinds, states, steps, events.

A concern's words are loaded when the first of its values is named: what opens needs those of a few.
"""

from collections.abc import Callable, Container
from enum import StrEnum
from functools import cache
from importlib import import_module

from frontdesk.domain.journal import events as journal
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.words.i18n import _
from frontdesk.words.vocabulary.vocabulary import Vocabulary

CONCERNS = (
    "aftermath",
    "appointments",
    "asks",
    "calendar",
    "cases",
    "checks",
    "copies",
    "drills",
    "escalations",
    "forgetting",
    "gates",
    "group",
    "holidays",
    "incidents",
    "journal",
    "lounge",
    "matters",
    "meetings",
    "messages",
    "office",
    "orders",
    "outlook",
    "penalties",
    "people",
    "plans",
    "policy",
    "progress",
    "quotes",
    "register",
    "rescues",
    "review",
    "roll_calls",
    "rosters",
    "runs",
    "stations",
    "surveys",
    "trainings",
    "weather",
    "zone",
)
"""The modules of `words.vocabulary`."""

WORDS: dict[tuple[type, object], str] = {}
"""The names by type and value, because two types may share a key (a place and a purpose are both "repair")."""

EVENTS: dict[str, str] = {}
"""The names of the events."""


def word(value: object) -> str:
    """Return what a value of the desk (a kind, a state, a post …) is called. The store's own word is its own."""
    if type(value) is str:
        return value
    kind = type(value)
    _load_for(kind, (kind, value), WORDS)
    return _(WORDS[kind, value])


def event_word(kind: str) -> str:
    """Return the name of an event of the log; an event that the program notes by itself has only its key."""
    _load_for(type(journal.EVENTS.get(kind)), kind, EVENTS)
    return _(EVENTS[kind]) if kind in EVENTS else kind


def load_all() -> None:
    """Load the words of every concern."""
    for concern in CONCERNS:
        _load(concern)


def _load_for(kind: type, value: object, known: Container[object]) -> None:
    """Load the words of a value's own concern; every concern's, where another one's have it."""
    if value in known:
        return
    concern = kind.__module__.removeprefix("frontdesk.domain.").partition(".")[0]
    if concern in CONCERNS:
        _load(concern)
    if value not in known:
        load_all()


@cache
def _load(concern: str) -> None:
    vocabulary: Vocabulary = import_module(f"frontdesk.words.vocabulary.{concern}").VOCABULARY
    WORDS.update({(type(value), value): text for value, text in vocabulary.values})
    EVENTS.update(vocabulary.events)


def word_of(kind: type[StrEnum], text: str) -> str:
    """Return what a value on record is called; one that this version does not know is shown as it is on record."""
    return word(kind(text)) if text in set(kind) else _("unknown: {text}").format(text=text)


def as_far_as_known(told: Callable[[], list[str]]) -> list[str]:
    """Return what is told of something on record; where no sense is made of that, this is said in its place."""
    try:
        return told()
    except SENSELESS as error:
        return [_("cannot be shown: {detail}").format(detail=type(error).__name__)]
