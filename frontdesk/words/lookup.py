"""The names of the desk's values in the user's language: kinds, states, steps, events."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from importlib import import_module

from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.words.i18n import _
from frontdesk.words.vocabulary import (
    calendar,
    cases,
    copies,
    escalations,
    forgetting,
    gates,
    journal,
    lounge,
    messages,
    penalties,
    people,
    policy,
    stations,
    weather,
    zone,
)
from frontdesk.words.vocabulary.vocabulary import Vocabulary

CONCERNS: tuple[Vocabulary, ...] = (
    stations.VOCABULARY,
    people.VOCABULARY,
    zone.VOCABULARY,
    escalations.VOCABULARY,
    lounge.VOCABULARY,
    gates.VOCABULARY,
    cases.VOCABULARY,
    messages.VOCABULARY,
    penalties.VOCABULARY,
    calendar.VOCABULARY,
    policy.VOCABULARY,
    forgetting.VOCABULARY,
    copies.VOCABULARY,
    weather.VOCABULARY,
    journal.VOCABULARY,
)

_THE_REST = (
    "aftermath",
    "appointments",
    "asks",
    "checks",
    "drills",
    "incidents",
    "matters",
    "meetings",
    "orders",
    "outlook",
    "plans",
    "progress",
    "quotes",
    "register",
    "rescues",
    "review",
    "roll_calls",
    "rosters",
    "runs",
    "surveys",
    "trainings",
)
"""Those that are read in dialogs and on paper alone: no station has to load their rules to open."""

WORDS: dict[tuple[type, object], str] = {
    (type(value), value): text for concern in CONCERNS for value, text in concern.values
}
"""The names by type and value, because two types may share a key (a place and a purpose are both "repair")."""

EVENTS = {event: text for concern in CONCERNS for event, text in concern.events.items()}


def word(value: object) -> str:
    """Return what a value of the desk (a kind, a state, a post …) is called. The store's own word is its own."""
    if type(value) is str:
        return value
    if (type(value), value) not in WORDS:
        _take_in_the_rest()
    return _(WORDS[type(value), value])


@cache
def _take_in_the_rest() -> None:
    for name in _THE_REST:
        concern: Vocabulary = import_module(f"frontdesk.words.vocabulary.{name}").VOCABULARY
        WORDS.update({(type(value), value): text for value, text in concern.values})
        EVENTS.update(concern.events)


def word_of(kind: type[StrEnum], text: str) -> str:
    """Return what a value on record is called; one that this version does not know is shown as it is on record."""
    return word(kind(text)) if text in set(kind) else _("unknown: {text}").format(text=text)


def as_far_as_known(told: Callable[[], list[str]]) -> list[str]:
    """Return what is told of something on record; where no sense is made of that, this is said in its place."""
    try:
        return told()
    except SENSELESS as error:
        return [_("cannot be shown: {detail}").format(detail=type(error).__name__)]


def short_action(action: Action) -> str:
    """Return an action's name in a word or two, for when there is little room."""
    return _(escalations.SHORT_ACTIONS[action])


def short_clock(name: ClockName) -> str:
    """Return the name of a clock for when there is little room."""
    return _(cases.SHORT_CLOCKS[name])


def event_word(kind: str) -> str:
    """Return the name of an event of the log; an event that the program notes by itself has only its key."""
    if kind not in EVENTS:
        _take_in_the_rest()
    return _(EVENTS[kind]) if kind in EVENTS else kind
