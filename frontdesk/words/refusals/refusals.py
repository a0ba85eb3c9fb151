"""The parts from which each concern's refusal sentences are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from frontdesk.domain.values.errors import Detail, Reason

Facts = Mapping[str, object]
Said = Mapping[str, str]
"""The facts of a refusal, each in the user's words."""

Choice = Callable[[Facts, Said], str]
"""Chooses among the sentences of a reason by the facts."""
Fact = Callable[[Facts, Said], str]
"""Makes one of a sentence's facts out of others."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """The sentences of one concern."""

    sentences: Mapping[Reason, str]
    """The sentence for each reason: what was wrong, and what would be right."""
    why: Mapping[Reason, str] = field(default_factory=dict)
    """Why an action is not possible, in a few words."""
    details: Mapping[Detail, str] = field(default_factory=dict)
    """The parts of sentences, filled in with the same facts."""
    choices: Mapping[Reason, Choice] = field(default_factory=dict)
    """The choice between the sentences of a reason that has several."""
    typed: Mapping[Reason, str] = field(default_factory=dict)
    """The sentence where it was typed as a command, if that has another way to do it right."""
    facts: Mapping[Reason, tuple[str, Fact]] = field(default_factory=dict)
    """The name of a fact that must be made first for a sentence, and how it is made."""
