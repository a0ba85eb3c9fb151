"""Answers that are given often, with placeholders for the customer, plate, number and store (Q5)."""

import re
from dataclasses import dataclass

from frontdesk.domain.cases.case import Case
from frontdesk.domain.values.plates import show_plate

NAME_LIMIT = 60
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """An answer that is given often."""

    id: int
    name: str
    words: str
    purpose: str = ""
    """Of which messages it is the text; empty: it is an answer."""


def filled(template: Template, case: Case, store: str) -> str:
    """Return a template filled in for a case; any other name in braces stays as it is."""
    found = {"customer": case.customer, "plate": show_plate(case.plate), "number": str(case.id), "store": store}
    return _PLACE.sub(lambda place: found.get(place[1], place[0]), template.words)
