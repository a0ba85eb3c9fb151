"""A file as the lines of a table, whoever made it: CSV, TSV, XLSX or JSON, in whichever encoding it is."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.files import csv_table, given_file, json_table
from frontdesk.files.lines import MOST_CELLS, MOST_LINES, Line, bad
from frontdesk.files.text import lines_of

C = TypeVar("C")
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOOKED_AT = 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the only part that a workbook with a password shows."""
_PAGES = (b"<html", b"<!doctype html", b"<table")


@dataclass(frozen=True, slots=True)
class Table:
    """A file's headings and the lines below them; `delimiter` is "" if the format has real cells."""

    path: Path
    reason: Reason
    """What is said where the file is no such table."""
    header: tuple[str, ...]
    delimiter: str
    lines: tuple[Line, ...]

    def places(
        self, column_of: Callable[[str], C | None], *, read: Collection[C], needed: Collection[C],
        called: Callable[[C], str],
    ) -> dict[C, int]:  # fmt: skip
        """Return where each column that is read stands. Raises `InputError` where one is missing or there twice.

        `called`: what a column is called in the user's language.
        """
        places: dict[C, int] = {}
        for at, name in enumerate(self.header):
            column = column_of(name)
            if column in places:
                raise bad(self.path, self.reason, FileDetail.COLUMN_TWICE, column=called(column))
            if column is not None and column in read:
                places[column] = at
        missing = [column for column in needed if column not in places]
        if missing:
            raise bad(self.path, self.reason, FileDetail.COLUMN_MISSING, columns=", ".join(map(called, missing)))
        return places


def load(path: Path, reason: Reason) -> Table:
    """Return a file as a table. Raises `InputError`: as `given_files.read`, or `reason` with what is wrong."""
    content = given_file.read(path)
    _refuse_others(path, reason, content)
    delimiter = ""
    if content.startswith(_ZIP):
        from frontdesk.files import workbook  # noqa: PLC0415 - most tables are CSV

        found = workbook.lines(path, reason, content)
    else:
        text = lines_of(content)
        if json_table.looks_like_it("".join(islice(text.lines, 20))):
            if text.broken:
                raise bad(path, reason, FileDetail.NOT_TEXT)
            found = _json(path, reason, text.lines)
        else:
            start, delimiter = csv_table.delimiter_of(text)
            found = csv_table.lines(text, start, delimiter)
    header = next(found, None)
    if header is None:
        raise bad(path, reason, FileDetail.EMPTY)
    if isinstance(header.cells, FrontdeskError):
        is_text = header.cells.reason is not FileReason.LINE_NOT_TEXT
        raise bad(path, reason, FileDetail.HEADER_UNREADABLE if is_text else FileDetail.NOT_TEXT)
    return Table(path, reason, tuple(header.cells), delimiter, _not_too_many(path, reason, found))


def _not_too_many(path: Path, reason: Reason, found: Iterator[Line]) -> tuple[Line, ...]:
    """Return the lines, but never more than a list that people keep has."""
    below, cells = [], 0
    for line in found:
        below.append(line)
        cells += len(line.cells) if isinstance(line.cells, list) else 0
        if len(below) > MOST_LINES or cells > MOST_CELLS:
            raise bad(path, reason, FileDetail.TOO_MANY_LINES, right=MOST_LINES, cells=MOST_CELLS)
    return tuple(below)


def _refuse_others(path: Path, reason: Reason, content: bytes) -> None:
    """Refuse what a program can open that saves tables, with what to do there."""
    if content.startswith(_COMPOUND):
        raise bad(path, reason, FileDetail.HAS_PASSWORD if _ENCRYPTED in content else FileDetail.OLD_EXCEL)
    begins = content[:_LOOKED_AT].lstrip().lower()
    if begins.startswith(b"%pdf") or any(page in begins for page in _PAGES) or b"<?xml" in begins:
        raise bad(path, reason, FileDetail.NOT_SAVED_AS_TABLE)


def _json(path: Path, reason: Reason, lines: list[str]) -> Iterator[Line]:
    try:
        yield from json_table.lines("".join(lines))
    except (ValueError, RecursionError) as error:
        raise bad(path, reason, FileDetail.NOT_A_LIST) from error
