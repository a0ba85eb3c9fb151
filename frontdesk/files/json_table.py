"""A list of objects in JSON as the lines of a table: the names are its headings, the first object is line 1."""

import json
from collections.abc import Iterator
from typing import Any

from frontdesk.domain.files import FileReason
from frontdesk.domain.values.errors import Refused
from frontdesk.files.lines import Cells, Fault, Line, with_errors_told

_Object = dict[str, Any]


def looks_like_it(text: str) -> bool:
    """Whether a text begins as JSON does; a heading of a table may begin with a bracket too."""
    begins = "".join(text[:200].split())
    return begins.startswith(('{"', "[{", "[]", "{}"))


def lines(text: str) -> Iterator[Line]:
    """Return the headings, as line 0, and a line for each object. Raises `ValueError` where there is no such list."""
    objects = _listed(json.loads(text))
    header = list(dict.fromkeys(name for each in objects if isinstance(each, dict) for name in each))
    if not header:
        return
    yield Line(0, header)
    for number, each in enumerate(objects, 1):
        is_object = isinstance(each, dict)
        yield _line(number, each, header) if is_object else Line(number, Refused(FileReason.LINE_NO_OBJECT))


def _listed(said: Any) -> list[Any]:
    """Return the list of objects: the whole, or the only list that an object holds, as in an export."""
    if isinstance(said, list):
        return said
    lists = [each for each in said.values() if isinstance(each, list)] if isinstance(said, dict) else []
    if len(lists) != 1:
        raise ValueError("no list of objects")
    return list(lists[0])


def _line(number: int, said: _Object, header: list[str]) -> Line:
    cells: Cells = []
    faults: dict[int, Fault] = {}
    for place, name in enumerate(header):
        value = said.get(name)
        if isinstance(value, list | dict):
            faults[place] = Fault(FileReason.CELL_NOT_ONE)
        cells.append(_text(value))
    return with_errors_told(number, cells, faults)


def _text(value: Any) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
