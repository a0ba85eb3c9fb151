"""`--phone -`: a number that stands in no list of processes and in no history of a shell (C10)."""

import io
import sys
from typing import Any

import pytest


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def test_it_is_read_wherever_a_number_is_given(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"138 0013 8000\r\nnot read\n")
    assert run("staff", "add", "王芳", "--post", "manager", "--phone", "-").code == 0
    assert run("staff", "list", "--json").json["staff"][0]["phone"].startswith("138")
    given(monkeypatch, b"13900139000")
    assert run("complaints", "add", "--words", "x", "--phone", "-").code == 0
    given(monkeypatch, b"13700137000\n")
    assert run("complaints", "amend", "1", "--phone", "-").code == 0
    assert run("complaints", "list", "--json").json["complaints"][0]["phone"] == "137****7000"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\n", b"ask him\n", b"1" * 5000])
def test_what_is_no_number_is_refused(run: Any, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    given(monkeypatch, content)
    ran = run("complaints", "add", "--words", "x", "--phone", "-", "--json")
    assert ran.code == 1
    assert '"error": "bad_phone"' in ran.out
