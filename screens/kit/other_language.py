"""A dialog in the other language: its words are taken from a second layout of it, and what was filled in stays."""

from collections.abc import Iterable
from typing import Any, Self

from textual.compose import compose
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static


class LanguageChanged(Message):
    """From now on everything is said in another language."""


class GivenWords:
    """A widget that shows words it was made with."""

    def take_words(self, fresh: Self) -> None:
        """Show the words of one that was made just now; which of them is chosen stays."""
        raise NotImplementedError


def say_anew(dialog: Screen[Any]) -> None:
    """Let a dialog, laid out before the language changed, say everything as it would be laid out now."""
    _take(dialog.children, compose(dialog))


def _take(shown: Iterable[Widget], fresh: Iterable[Widget]) -> None:
    """Pair the widgets in their order; what was mounted later stands in no layout."""
    left = iter(shown)
    for new in fresh:
        old = next((each for each in left if type(each) is type(new)), None)
        if old is None or old is new:
            continue
        old.border_title = new.border_title
        if isinstance(old, GivenWords) and isinstance(new, GivenWords):
            old.take_words(new)
        elif isinstance(old, Static) and isinstance(new, Static):
            old.update(new.content)
        elif isinstance(old, Input) and isinstance(new, Input):
            old.placeholder = new.placeholder
        # What `with` has put into a container is not mounted yet.
        _take(old.children, [*new._pending_children, *compose(new)])
