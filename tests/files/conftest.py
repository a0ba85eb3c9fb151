"""Tables, written as a test says."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.files.table import Table, load

Load = Callable[..., Table]

_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


@pytest.fixture
def read(tmp_path: Path) -> Load:
    """Write a file's bytes and load it as a table."""

    def read_one(content: bytes, name: str = "in.csv") -> Table:
        (tmp_path / name).write_bytes(content)
        return load(tmp_path / name, TableReason.BAD_TABLE)

    return read_one


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Make a workbook of the XML of its first sheet's rows, as other programs than openpyxl write it."""

    def make(*rows: str, texts: Iterable[str] = (), hidden: Iterable[str] = (), head: str = "") -> bytes:
        made = io.BytesIO()
        shown = '<sheet name="a" sheetId="2" r:id="r2"/>'
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            before = '<sheet name="h" sheetId="1" state="hidden" r:id="r1"/>' if hidden else ""
            archive.writestr("xl/workbook.xml", _BOOK.format(before + shown))
            archive.writestr(
                "xl/_rels/workbook.xml.rels",
                f'<Relationships><Relationship Id="r1" Type="{_TYPE}" Target="worksheets/s1.xml"/>'
                f'<Relationship Id="r2" Type="{_TYPE}" Target="/xl/worksheets/s2.xml"/></Relationships>',
            )
            archive.writestr("xl/worksheets/s1.xml", f"<worksheet><sheetData>{''.join(hidden)}</sheetData></worksheet>")
            with archive.open("xl/worksheets/s2.xml", "w", force_zip64=True) as part:
                part.write(f"{head}<worksheet><sheetData>".encode())
                for row in rows:
                    part.write(row.encode())
                part.write(b"</sheetData></worksheet>")
            if texts:
                listed = "".join(f"<si>{text}</si>" for text in texts)
                archive.writestr("xl/sharedStrings.xml", f"<sst>{listed}</sst>")
        return made.getvalue()

    return make
