"""One reader for every table: CSV, TSV and JSON, as people and systems make them, and the bounds it keeps to."""

from typing import Any

import pytest

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.files import table


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,x\n",
        b"sep=;\na;b\n1;x\n",
        b"a\tb\n1\tx\n",
        b'"a","b"\r\n\r\n,\r\n"1","x"\r\n',
        b'[{"a": 1, "b": "x"}]',
        b'{"complaints": [{"a": 1.0, "b": "x", "c": null}], "of": "2026"}',
        '\ufeff[\n {"a": "1", "b": "x"}\n]'.encode("utf-16"),
        b'a,b\n="1",x\n',
    ],
)
def test_the_same_table_in_other_forms(read: Any, content: bytes) -> None:
    found = read(content)
    assert found.header[:2] == ("a", "b")
    assert [line.cells[:2] for line in found.lines] == [["1", "x"]]


def test_values_of_json(read: Any) -> None:
    found = read(b'[{"a": true, "b": null}, {"b": [1, 2], "c": {}}, 7]')
    assert found.header == ("a", "b", "c")
    one, two, three = found.lines
    assert (one.number, one.cells) == (1, ["TRUE", "", ""])
    assert (two.number, two.cells, set(two.faults)) == (2, ["", "", ""], {1, 2})
    with pytest.raises(Refused) as refused:
        two.refuse_faulty(1, "b")
    assert refused.value.reason is FileReason.CELL_NOT_ONE
    assert (three.number, three.cells.reason) == (3, FileReason.LINE_NO_OBJECT)


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"[]", FileDetail.EMPTY),
        (b'[{"a": 1}', FileDetail.NOT_A_LIST),
        (b'{"a": 1}', FileDetail.NOT_A_LIST),
        (b'{"a": [], "b": []}', FileDetail.NOT_A_LIST),
        (b'[{"a": "\xe6\xb2"}]', FileDetail.NOT_TEXT),
        (b'[{"a":' * 20_000, FileDetail.NOT_A_LIST),
        ("\ud834".encode("utf-16-le", "surrogatepass") + b"\0\0\0", FileDetail.NOT_TEXT),
        (b"a,b\n" + b"1,2\n" * 1001, FileDetail.TOO_MANY_LINES),
        (b"a,b\n" + b'"\n' * 3000, FileDetail.TOO_MANY_LINES),
        (b"a" + b",b" * 900 + b"\n" + (b"1" + b"," * 900 + b"\n") * 100, FileDetail.TOO_MANY_LINES),
        (b"a" + b",b" * 20_000, FileDetail.HEADER_UNREADABLE),
    ],
)
def test_what_is_no_table(read: Any, monkeypatch: pytest.MonkeyPatch, content: bytes, detail: FileDetail) -> None:
    monkeypatch.setattr(table, "MOST_LINES", 1000)
    monkeypatch.setattr(table, "MOST_CELLS", 50_000)
    with pytest.raises(InputError) as refused:
        read(content)
    assert refused.value.facts["detail"] is detail


def test_a_heading_in_brackets_is_no_json(read: Any) -> None:
    assert read("[编号],a\n1,2\n".encode()).header == ("[编号]", "a")


def test_a_line_with_thousands_of_cells_is_told(read: Any) -> None:
    wrong, right = read(b"a,b\n" + b"," * 2000 + b"x\n1,2\n").lines
    assert (wrong.cells.reason, right.cells) == (FileReason.LINE_TOO_WIDE, ["1", "2"])


def test_a_broken_byte_in_a_cell_of_two_lines(read: Any) -> None:
    wrong, right = read('a,b\n1,"一\n'.encode() + "二".encode()[:2] + '"\n1,三\n'.encode()).lines
    assert (wrong.number, wrong.cells.reason) == (2, FileReason.LINE_NOT_TEXT)
    assert (right.number, right.cells) == (4, ["1", "三"])
