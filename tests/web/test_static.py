"""What browsers are given: the terminal is the one that was published, and no page asks anybody else for anything."""

import hashlib
import re
from pathlib import Path

from frontdesk import web

STATIC = Path(web.__path__[0], "static")
VENDORED = {
    "xterm-6.0.0/LICENSE": "b569f629d00f2626a8100df2a1798210535621e42164dfd426a6fe5aac7b0ccd",
    "xterm-6.0.0/xterm.css": "854a7c0fb70e8b1a083c16797ab827299fb18744f5ad34f227b48337e33293c6",
    "xterm-6.0.0/xterm.mjs": "b336ec65a086c056d4804b3d4c2347da5663d3f23c3f25be866467bd8857ad59",
    "xterm-addon-unicode11-0.9.0/LICENSE": "e256f01188af527e4d06d21d06fbf785ae9c50d4b328bf03cbe0ba7f0aa4228f",
    "xterm-addon-unicode11-0.9.0/addon-unicode11.mjs": "37bb2d573c615661c875398be2a3497e02bd21d7202a5d1159f6ab70a8cfc2f2",  # noqa: E501
}
"""Of the packages @xterm/xterm 6.0.0 and @xterm/addon-unicode11 0.9.0."""


def test_the_terminal_is_as_it_was_published() -> None:
    files = {file for file in (STATIC / "vendor").rglob("*") if file.is_file()}
    found = {file.relative_to(STATIC / "vendor").as_posix(): file.read_bytes() for file in files}
    assert {name: hashlib.sha256(content).hexdigest() for name, content in found.items()} == VENDORED


def test_no_file_of_ours_names_another_server() -> None:
    for file in (*STATIC.glob("*.*"), *STATIC.parent.joinpath("templates").iterdir()):
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(https?|wss?)://(?!\$)", text), file.name
        assert "eval(" not in text and "innerHTML" not in text, file.name
