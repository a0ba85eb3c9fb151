"""Noting the end of the event chain outside the store, so that cut-off or rewritten events show."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from data.engine import store_time
from data.engine.connection import Connection
from data.proof.heads import Head, head, head_of_file

EVERY = 10
"""After how many events the end is noted in the log; cutting off that many always removes a noted one."""

LOGGER = "frontdesk.chain"
_WRITTEN = r"(\d{1,15})-([0-9a-f]{8,64})"
_LINE = r"(head|backup) e(\d+) ([0-9a-f]{32,64}) s([0-9a-f]{16}) a(-?\d+) (.+)"


class Noted(NamedTuple):
    """A noted chain end, the file it belongs to, and whether that file is a backup."""

    head: Head
    path: str
    is_backup: bool = False


def is_due(before: int, after: int) -> bool:
    """Whether an event number to be noted lies between two event numbers."""
    return before // EVERY != after // EVERY


def note(connection: Connection, path: Path) -> None:
    """Note in the log where a store's chain ends, except for a demo or a replay, which prove nothing."""
    if store_time.pace(connection) is None and (end := head(connection)) is not None:
        _note("head", end, path)


def note_backup(path: Path) -> Head | None:
    """Note in the log where a backup's chain ends, and return that; None for one without events."""
    if (end := head_of_file(path)) is not None:
        _note("backup", end, path)
    return end


def _note(kind: str, end: Head, path: Path) -> None:
    import logging  # noqa: PLC0415 - nine commands of ten need none

    # A letter before each number: the log takes longer ones for phone numbers.
    words = f"e{end.seq} {end.hash} s{end.store} a{end.at} {path.absolute()}"
    logging.getLogger(LOGGER).info("%s %s", kind, words)


def written_down(text: str) -> Noted:
    """Return an end as a person wrote it down: 18-f2a334b6fdedc6f5. Raises `ValueError`."""
    found = re.fullmatch(_WRITTEN, text.strip().lower())
    if found is None:
        raise ValueError(text)
    return Noted(Head(int(found[1]), found[2], 0, ""), text)


def noted(lines: Iterable[str]) -> Iterator[Noted]:
    """Return the chain ends noted in the lines of a log, in order."""
    for line in lines:
        if found := re.search(_LINE, line):
            kind, seq, text, store, at, path = found.groups()
            yield Noted(Head(int(seq), text, int(at), store), path.strip(), kind == "backup")
