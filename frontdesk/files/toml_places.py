"""In which line of a playbook's file each entry and each field stands, so that a fault is told with its line."""

import re
from typing import NamedTuple

_SIGNS = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|\[\[ *\w+ *\]\]|\w+ *=|[\[\]{}\n]')


class Place(NamedTuple):
    """Where an entry of a list stands in the text, and each of its fields."""

    line: int
    fields: dict[str, int]


def places_in(text: str) -> dict[tuple[str, int], Place]:
    """Return the line of each step and fact of a text that is TOML, and of their fields; of the playbook's too.

    By the list and the entry's number in it; what stands in no list is in ("", 0).
    """
    scan = _Scan()
    multi = ""
    for found in _SIGNS.finditer(text):
        sign = found[0]
        if multi:
            multi = "" if sign == multi else multi
        elif sign in {'"""', "'''"}:
            multi = sign
        if sign == "\n":
            scan.line += 1
        elif not multi and sign[0] not in "\"'#":
            scan.take(sign)
    return scan.places


class _Scan:
    """Follows brackets through a text: which entry of which list a field belongs to."""

    def __init__(self) -> None:
        self.line = 1
        self.places = {("", 0): Place(1, {})}
        self._at = ("", 0)
        self._next: dict[str, int] = {}
        self._listed = ""
        """The list that was begun as `steps = [`."""
        self._depth = 0

    def take(self, sign: str) -> None:
        """Take in a bracket or the name of a field."""
        if sign.startswith("[["):
            self._enter(sign.strip("[] "))
        elif sign in "[{":
            self._depth += 1
            if sign == "{" and self._listed:
                self._enter(self._listed)
        elif sign in "]}":
            self._depth -= 1
            if not self._depth and self._listed:
                self._listed, self._at = "", ("", 0)
        else:
            name = sign.rstrip("= ")
            if self._depth == 0 and self._at == ("", 0) and name in {"steps", "facts"}:
                self._listed = name
            self.places[self._at].fields.setdefault(name, self.line)

    def _enter(self, part: str) -> None:
        number = self._next.get(part, 0)
        self._next[part] = number + 1
        self._at = (part, number)
        self.places[self._at] = Place(self.line, {})
