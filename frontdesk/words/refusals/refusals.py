"""What a concern gives to the sentences of refusals."""

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
    """What was wrong, and what would be right."""
    why: Mapping[Reason, str] = field(default_factory=dict)
    """Why an action is not possible, in a few words."""
    details: Mapping[Detail, str] = field(default_factory=dict)
    """A part of a sentence, filled in with the same facts."""
    choices: Mapping[Reason, Choice] = field(default_factory=dict)
    """Where a reason has more than one sentence."""
    facts: Mapping[Reason, tuple[str, Fact]] = field(default_factory=dict)
    """Where a fact of the sentence has to be made first: its name, and how."""
