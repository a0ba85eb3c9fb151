"""No table is forgotten where the record is proved."""

from data.engine.connection import Connection
from data.proof.tables import LOGGED
from frontdesk.desk.desk import Desk

NOT_LOGGED = {
    "events",
    "policies",
    "places",
    "phones",
    "phones_let_go",
    "drafts",
    "stations",
    "case_terms",
    "case_texts",
    "case_words",
    "plate_ends",
    "days",
    "day_figures",
    "meta",
    "_sqlite_migrations",
    "sqlite_sequence",
}
"""What stands in no event: the log itself, what its events tell in other words, what is nobody's deed."""


def names(connection: Connection) -> set[str]:
    return {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}


def test_every_table_is_proved_or_named(desk: Desk) -> None:
    assert names(desk.connection) - set(LOGGED) == NOT_LOGGED
    assert not NOT_LOGGED & set(LOGGED)
