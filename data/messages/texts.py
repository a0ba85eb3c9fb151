"""What a message of a purpose says: the store's own template, else what comes with the program."""

import tomllib
from functools import cache
from importlib.resources import files

from data.engine.connection import Connection
from frontdesk.domain.messages.message import Purpose


def own(connection: Connection, purpose: Purpose) -> str:
    """Return the store's own words for a purpose, with placeholders; empty where it has none."""
    row = connection.execute("select words from templates where purpose = ? and active = 1", (purpose,)).fetchone()
    return "" if row is None else str(row[0])


def of(connection: Connection, purpose: Purpose) -> str:
    """Return the words of a purpose, with placeholders."""
    return own(connection, purpose) or _defaults().get(purpose, _defaults()[Purpose.WORD])


@cache
def _defaults() -> dict[str, str]:
    return tomllib.loads(files("data.messages").joinpath("texts.toml").read_text(encoding="utf-8"))
