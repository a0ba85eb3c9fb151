"""How help and usage are laid out: in columns of a terminal, where a Chinese character takes two."""

import argparse
import unicodedata
from argparse import Action
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from frontdesk.words.i18n import _

_SECOND = "\ue000"
"""Stands for the second column of a wide character while argparse, which counts characters, lays out."""


class Formatter(argparse.HelpFormatter):
    """Counts columns instead of characters, and says what each value of a choice means."""

    def format_help(self) -> str:
        """Return the help as it is printed."""
        return super().format_help().replace(_SECOND, "")

    def _format_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None) -> str:
        return super()._format_usage(usage, actions, groups, _widened(_("usage: ") if prefix is None else prefix))

    def _metavar_formatter(self, action: Action, default_metavar: str) -> Callable[[int], tuple[str, ...]]:
        names = super()._metavar_formatter(action, default_metavar)
        return lambda count: tuple(map(_widened, names(count)))

    def _get_help_string(self, action: Action) -> str | None:
        return explained(action)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from frontdesk.words.breaking import breaks  # noqa: PLC0415 - what lays out cells is loaded for a help only

        said = " ".join(text.split())
        places = [0, *breaks(said, width), len(said)]
        return [said[begin:end].strip() for begin, end in pairwise(places)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


class ListFormatter(Formatter):
    """Keeps the lines of a list below the options as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in text.splitlines())


def add_choice(to: argparse._ActionsContainer, *names: str, of: Iterable[str], **more: Any) -> None:
    """Add an argument whose value is one of a few; its help says each with its word on the screens."""
    values = tuple(of)
    argument: Any = to.add_argument(*names, help=", ".join(values), **more)
    argument.values_to_explain = values


def explained(action: Action) -> str | None:
    """Return the help of an argument; each value of a choice is followed by the word for it, where that is another."""
    values = getattr(action, "values_to_explain", ())
    if not values:
        return action.help
    from frontdesk.words.lookup import word  # noqa: PLC0415 - the whole vocabulary, needed for a help only

    words = [f"{value} {word(value)}" if _differs(value, word(value)) else str(value) for value in values]
    return _(", ").join(words)


def _differs(value: str, said: str) -> bool:
    return value.replace("_", " ") != said


def _widened(text: str) -> str:
    return "".join(sign + _SECOND * (unicodedata.east_asian_width(sign) in "WF") for sign in text)
