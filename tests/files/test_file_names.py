"""Names that a file on Windows cannot have, or would not be found under."""

import pytest

from frontdesk.files.file_names import is_right_on_windows


@pytest.mark.parametrize(
    "name", ["desk.db", "备份 1005.db", "console.csv", "com10.csv", ".hidden", "a.b.c", "lpt.db", "x" * 200]
)
def test_right(name: str) -> None:
    assert is_right_on_windows(name)


DEVICES = ["CON", "con.csv", "Aux.tar.gz", "nul .db", "COM1", "lpt9.txt"]
SIGNS = ["desk 10:05.db", "a?.csv", "a*", 'a"b', "a<b", "a|b", "a\\b", "end.", "end ", "tab\t.csv"]


@pytest.mark.parametrize("name", DEVICES + SIGNS)
def test_wrong(name: str) -> None:
    assert not is_right_on_windows(name)
