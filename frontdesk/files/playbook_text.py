"""A playbook as the text of a TOML file, as a store edits it and loads it again."""

import json
import unicodedata
from typing import Any

from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.values.text import clean_line

_WIDTH = 120
"""How wide a line may be; a Chinese character is two wide."""
_PLAIN = Playbook("", "", "store", ())
"""What a field says that is left away."""


def to_toml(playbook: Playbook, *comment: str) -> str:
    """Return a playbook as a file says it: fields that say nothing are left away; `comment`: lines above it."""
    lines = [f"# {clean_line(line, None)}" for line in comment]
    for name in ("key", "title", "kind", "about", "first", "contacts"):
        lines += _field(name, getattr(playbook, name), getattr(_PLAIN, name))
    if playbook.facts:
        facts = [f"{{ key = {_said(fact.key)}, title = {_said(fact.title)} }}" for fact in playbook.facts]
        lines += _listed("facts", facts)
    for step in playbook.steps:
        lines += ["", "[[steps]]"]
        for name, value in step._asdict().items():
            lines += _field(name, value, Step._field_defaults.get(name))
    return "\n".join(lines) + "\n"


def _field(name: str, value: Any, plain: Any) -> list[str]:
    """Return the lines of a field; none where it says what is so anyway."""
    if value == plain:
        return []
    if isinstance(value, tuple):
        return _listed(name, [_said(each) for each in value])
    return [f"{name} = {_said(value)}"]


def _listed(name: str, entries: list[str]) -> list[str]:
    """Return a list in one line, or with each entry in its own where one line is too long."""
    line = f"{name} = [{', '.join(entries)}]"
    width = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)
    return [line] if width <= _WIDTH else [f"{name} = [", *(f"    {entry}," for entry in entries), "]"]


def _said(value: str | bool) -> str:
    # What JSON escapes TOML escapes the same way; the rest stays readable.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
