"""How much of an event leaves the store: figures alone, all but who the customers are, or everything (C10)."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

from frontdesk.domain.forgetting.customer import ADDRESSED, PERSONAL, without_words
from frontdesk.domain.values.phones import mask_in

Row = Mapping[str, Any]


class Share(StrEnum):
    """How much of its log a store shares with head office."""

    FIGURES = "figures"
    """Numbers, times and the program's own words: no plate, no name, nothing that anybody typed."""
    MASKED = "masked"
    """All but customers' names and words, and every phone number masked."""
    FULL = "full"
    """Everything in the log: a lost store can be made again from it."""


_OWN_WORDS = frozenset({
    "action", "channel", "cleared_from", "choice", "day", "direction", "ended", "entry", "errand", "expires_on", "form",
    "kind", "left_why", "level", "mark", "metric", "month", "nature", "outcome", "period", "place", "post", "purpose",
    "reached", "remedy", "result", "role", "rule", "severity", "sky", "stage", "state", "step", "subject", "verdict",
    "waits",
})  # fmt: skip
"""The columns of texts that hold words of the program's own; what an escalation is about is one, as visit:3."""
_OWN_WORD = r"[a-z][a-z0-9_]*(:\d{1,9})*|\d{4}-\d{2}(-\d{2})?"


def shared_row(table: str, row: Row, share: Share) -> dict[str, Any]:
    """Return what leaves the store of a row, or of what an event tells of it."""
    if share is Share.FULL:
        return dict(row)
    if share is Share.MASKED:
        without = without_words(table, row) if table in PERSONAL or table in ADDRESSED else row
        return {name: masked(value) for name, value in without.items()}
    theirs = {*PERSONAL.get(table, ()), *ADDRESSED.get(table, ())}
    return {name: value for name, value in row.items() if name not in theirs and _is_figure(name, value)}


def masked(value: Any) -> Any:
    """Return a value, or all that is in it, with every phone number masked."""
    if isinstance(value, str):
        return _masked_text(value)
    if isinstance(value, list):
        return [masked(each) for each in value]
    if isinstance(value, dict):
        return {name: masked(each) for name, each in value.items()}
    return value


def _masked_text(text: str) -> str:
    """What is kept as JSON stays JSON: a number in it is none that can be called."""
    if text[:1] in {"[", "{"}:
        with suppress(ValueError, RecursionError):
            said = json.loads(text)
            found = masked(said)
            return text if found == said else json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return mask_in(text)


def _is_figure(name: str, value: Any) -> bool:
    return not isinstance(value, str) or (name in _OWN_WORDS and re.fullmatch(_OWN_WORD, value) is not None)
