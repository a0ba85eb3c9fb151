"""What the files of nightly copies are called: which store, when, and whether a key is needed to read it (G2)."""

import re
from datetime import date
from typing import NamedTuple

SEALED = ".age"
_MARK = 8
_NAME = r"frontdesk-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)T(\d{6})(?:-\d+)?\.db(?:\.age)?"


class Named(NamedTuple):
    """A copy in a folder, by its name."""

    day: date
    time: str
    name: str


def copy_name(mark: str, stamp: str, again: int = 0, *, sealed: bool = False) -> str:
    """Return the name of a copy; `mark`: the store's own, `stamp`: 20261128T210003, `again`: where others have it."""
    tail = f"-{again}" if again else ""
    return f"frontdesk-{mark[:_MARK]}-{stamp[:15]}{tail}.db{SEALED if sealed else ''}"


def named(name: str, mark: str) -> Named | None:
    """Return what the name of a file says; None for what is no copy of this store."""
    found = re.fullmatch(_NAME, name)
    if found is None or found[1] != mark[:_MARK]:
        return None
    try:
        return Named(date(int(found[2]), int(found[3]), int(found[4])), found[5], name)
    except ValueError:
        return None
