"""The XML of a workbook's sheet and of its shared texts, read piece by piece: only cells that say something cost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from xml.etree import ElementTree as ET
from xml.parsers import expat

_PIECE = 1024 * 1024
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_TEXT = 64 * 1024 * 1024
_EMPTY = re.compile(rb"<c (?=[^<>]*\br=)[^<>]*/>|<row (?=[^<>]*\br=)[^<>]*/>")
"""Cells and rows that have a place and a format, and nothing else."""
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
_LETTERS = 26


@dataclass(slots=True)
class Cell:
    """A cell as the file has it: its type, its style, its value, and whether that is a formula's."""

    kind: str
    style: str
    value: str = ""
    has_formula: bool = False


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def unescaped(text: str) -> str:
    """Return a text with the characters that a workbook writes as `_x000D_`."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # Two of them may be one character.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def escaped(text: str) -> str:
    """Return a text that a workbook gives back as it was: one that looks escaped is escaped.

    So is a sign that no workbook may hold as it is; of a text that is too long for a cell its beginning is left.
    """
    safe = _ESCAPED.sub(lambda found: f"_x005F_{found[0][1:]}", text)
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", safe)[:_LONGEST]


def tree(file: IO[bytes]) -> ET.Element:
    """Return a small part as a tree. Raises `ValueError` for one that defines entities."""
    builder = ET.TreeBuilder()
    parser = _parser()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.ParseFile(file)
    return builder.close()


def shared_texts(file: IO[bytes]) -> list[str]:
    """Return the texts of a workbook's cells, their characters unescaped; how a text is pronounced is left out."""
    reader = _Texts()
    for piece in iter(lambda: file.read(_PIECE), b""):
        reader.feed(piece)
    reader.feed(b"", last=True)
    return reader.texts


def rows(file: IO[bytes]) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Return the rows with a value or a formula: their number, and their cells by place. Raises `ValueError`."""
    reader = _Rows()
    tail = b""
    while piece := file.read(_PIECE):
        # What may be an empty cell is not cut in two.
        whole, bracket, tail = (tail + piece).rpartition(b"<")
        tail = bracket + tail
        if len(tail) > _PIECE:
            whole, tail = whole + tail, b""
        reader.feed(_EMPTY.sub(b"", whole))
        yield from reader.taken()
    reader.feed(_EMPTY.sub(b"", tail), last=True)
    yield from reader.taken()


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def refuse(*_given: object) -> None:
        raise ValueError("a document type")

    parser.StartDoctypeDeclHandler = refuse
    return parser


class _Texts:
    """Collects shared texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._inside = self._aside = False
        self._length = 0
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        self._parser.Parse(piece, last)

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "si":
            self._parts = []
        self._aside = self._aside or name == "rPh"
        self._inside = name == "t" and not self._aside

    def _end(self, tag: str) -> None:
        name = local(tag)
        if name == "si":
            self.texts.append(unescaped("".join(self._parts)))
        self._aside = self._aside and name != "rPh"
        self._inside = False

    def _data(self, text: str) -> None:
        if self._inside:
            self._length += len(text)
            if self._length > _MOST_TEXT:
                raise ValueError("too much text")
            self._parts.append(text)


class _Rows:
    """Collects the rows of a sheet."""

    def __init__(self) -> None:
        self._number = self._place = 0
        self._row: dict[int, Cell] = {}
        self._cell: Cell | None = None
        self._found: list[tuple[int, dict[int, Cell]]] = []
        self._parts: list[str] = []
        self._reads = self._aside = False
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        self._parser.Parse(piece, last)

    def taken(self) -> list[tuple[int, dict[int, Cell]]]:
        """Return the rows that were whole since the last time."""
        found, self._found = self._found, []
        return found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._place, self._row = -1, {}
            if not 0 < self._number <= _LAST_ROW:
                raise ValueError(f"row {self._number}")
        elif name == "c":
            self._place = _column(attributes["r"]) if "r" in attributes else self._place + 1
            if not 0 <= self._place < _LAST_COLUMN:
                raise ValueError(f"column {self._place}")
            self._cell, self._parts = Cell(attributes.get("t", "n"), attributes.get("s", "")), []
        elif name == "f" and self._cell is not None:
            self._cell.has_formula = True
        self._aside = self._aside or name == "rPh"
        self._reads = name in {"v", "t"} and not self._aside

    def _end(self, tag: str) -> None:
        name = local(tag)
        if name == "c" and self._cell is not None:
            self._cell.value = "".join(self._parts)
            if self._cell.value or self._cell.has_formula:
                self._row[self._place] = self._cell
            self._cell = None
        elif name == "row" and self._row:
            self._found.append((self._number, self._row))
        self._aside = self._aside and name != "rPh"
        self._reads = False

    def _data(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)


def _column(place: str) -> int:
    """Return the column of a cell's place, counted from 0: of AA7 it is 26."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError(place)
    number = 0
    for letter in found[1]:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
