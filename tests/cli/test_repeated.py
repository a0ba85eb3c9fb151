"""What version 0.3 did is told again for the same operation id, and for no other command."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from older_log import tell_as_0_3

from data.engine.connection import connect

DONE = [
    ["staff", "add", "赵敏", "--post", "advisor"],
    ["staff", "remove", "赵敏"],
    ["duty", "set", "manager", "王芳", "--until", "18:00"],
    ["duty", "end", "manager"],
    ["act", "1", "divert", "12342"],
    ["done", "1"],
    ["tickets", "call", "1"],
    ["receive", "12343", "--advisor", "李强"],
    ["undo"],
    ["complaints", "add", "--words", "x", "--severity", "major"],
    ["complaints", "step", "1", "assign", "--note", "王芳"],
    ["complaints", "amend", "1", "--customer", "李四"],
    ["complaints", "templates", "set", "模板", "--words", "x"],
    ["complaints", "templates", "remove", "模板"],
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_rows_of_0_3(crowd: Any, machine: Any, refused: Callable[..., str], database: Path, language: str) -> None:
    told = []
    for number, command in enumerate(DONE):
        machine.at += 1000
        again = [*command, "--by", "王芳", "--operation", f"op{number}"]
        told.append((again, crowd(*again, "--json").json))
    lines = [crowd(*again, "--language", language).out for again, _json in told]
    tell_as_0_3(database)
    with closing(connect(database)) as connection:
        connection.execute("drop trigger events_stay")
        connection.execute("update events set answer = json_remove(answer, '$.facts')")
    assert [crowd(*again, "--json").json for again, _json in told] == [said for _again, said in told]
    assert [crowd(*again, "--language", language).out for again, _json in told] == lines
    for other in (
        ["duty", "set", "deputy", "王芳", "--until", "18:00"],
        ["duty", "set", "manager", "李强", "--until", "18:00"],
    ):
        assert "used for something else" in refused(*other, "--operation", "op2", "--language", "en")
