"""What was changed of the policy's numbers, in words: each by its name, what it was, and what it is."""

import json
from collections.abc import Iterator

from frontdesk.domain.journal.result import Result
from frontdesk.domain.policy.form import ROWS
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.policy.form import shown
from frontdesk.words.policy.meanings import MEANINGS

_BY_KEY = {row.key: row for row in ROWS if row.day is None}


def changes(result: Result) -> str:
    """Return the numbers that a command changed."""
    told: dict[str, list[object]] = json.loads(str(result.facts["changed"]))
    return _("; ").join(_lines(told))


def _lines(told: dict[str, list[object]]) -> Iterator[str]:
    for key, (was, becomes) in told.items():
        yield change(key, was, becomes)


def change(key: str, was: object, becomes: object) -> str:
    """Return what a number was and becomes."""
    return labelled(number_name(key), f"{value_of(key, was)} → {value_of(key, becomes)}")


def number_name(key: str) -> str:
    """Return what a number of the policy does."""
    return _(MEANINGS[key].does) if key in MEANINGS else key


def value_of(key: str, value: object) -> str:
    """Return a value as people read it: 20 min."""
    if value is None:
        return "—"
    if key not in _BY_KEY:
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return shown(_BY_KEY[key], tuple(value) if isinstance(value, list) else value)
