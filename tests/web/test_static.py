"""What browsers are given: the terminal is the one that was published, and no page asks anybody else for anything."""

import hashlib
import re
from pathlib import Path

from frontdesk import web

STATIC = Path(web.__path__[0], "static")
XTERM = {
    "LICENSE": "b569f629d00f2626a8100df2a1798210535621e42164dfd426a6fe5aac7b0ccd",
    "xterm.css": "854a7c0fb70e8b1a083c16797ab827299fb18744f5ad34f227b48337e33293c6",
    "xterm.mjs": "b336ec65a086c056d4804b3d4c2347da5663d3f23c3f25be866467bd8857ad59",
}
"""Of the package @xterm/xterm, 6.0.0."""


def test_the_terminal_is_as_it_was_published() -> None:
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (STATIC / "vendor/xterm-6.0.0").iterdir()
    }
    assert found == XTERM


def test_no_file_of_ours_names_another_server() -> None:
    for file in (*STATIC.glob("*.*"), *STATIC.parent.joinpath("templates").iterdir()):
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(https?|wss?)://(?!\$)", text), file.name
        assert "eval(" not in text and "innerHTML" not in text, file.name
