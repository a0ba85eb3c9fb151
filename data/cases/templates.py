"""The answers that are given often (Q5)."""

import tomllib
from importlib.resources import files

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.templates import Template
from frontdesk.domain.values.errors import Refused


def defaults() -> list[tuple[str, str]]:
    """Return name and words of the answers that come with the program."""
    listed = tomllib.loads(files("data.cases").joinpath("templates.toml").read_text(encoding="utf-8"))["template"]
    return [(each["name"], each["words"]) for each in listed]


def put_defaults(connection: Connection) -> None:
    """Fill a new store with the answers that come with the program."""
    connection.executemany("insert into templates (name, words) values (?, ?)", defaults())


def everyone(connection: Connection) -> tuple[Template, ...]:
    """Return the templates in use, in the order they were put in: the answers, and what messages say."""
    rows = connection.execute("select id, name, words, purpose from templates where active = 1 order by id")
    return tuple(Template(*row) for row in rows)


def put(transaction: Transaction, name: str, words: str, purpose: str = "") -> int:
    """Put a template in, or change the one of that name; return its id. Of each purpose there is one in use."""
    connection = transaction.connection
    for (number,) in connection.execute(
        "select id from templates where purpose = ? and purpose <> '' and active = 1 and name <> ?", (purpose, name)
    ).fetchall():
        transaction.update("templates", number, {"active": 0})
    row = connection.execute("select id from templates where name = ?", (name,)).fetchone()
    if row is None:
        return transaction.insert("templates", {"name": name, "words": words, "purpose": purpose})
    transaction.update("templates", row[0], {"words": words, "active": 1, "purpose": purpose})
    return int(row[0])


def remove(transaction: Transaction, name: str) -> None:
    """Take a template out of use. Raises `Refused(NO_TEMPLATE)`."""
    row = transaction.connection.execute("select id from templates where name = ? and active = 1", (name,)).fetchone()
    if row is None:
        raise Refused(CaseReason.NO_TEMPLATE, name=name)
    transaction.update("templates", row[0], {"active": 0})
