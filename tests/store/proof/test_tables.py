"""No table is forgotten where the record is proved, and no column where only the latest events are looked at."""

import pytest
from at_desk import CAR

from data.engine.connection import Connection
from data.journal import last_seq
from data.proof.tables import LOGGED, compare
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.plates import Plate

NOT_LOGGED = {
    "events",
    "places",
    "phones",
    "phones_let_go",
    "drafts",
    "pins",
    "pin_tries",
    "sign_ins",
    "gate_reads",
    "stations",
    "devices",
    "case_terms",
    "case_texts",
    "case_words",
    "plate_ends",
    "agenda",
    "days",
    "message_routes",
    "past_marks",
    "day_figures",
    "habits",
    "outlooks",
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


@pytest.mark.forged
@pytest.mark.parametrize("column", ["purpose", "received_by", "arrived_at"])
def test_what_no_late_event_tells_is_in_its_digest(desk: Desk, column: str) -> None:
    zone.arrive(desk, CAR)
    last = last_seq(desk.connection)
    zone.receive(desk, CAR, advisor="李四")
    assert compare(desk.connection, lambda done, of: None, after=last).found == []
    new = {"purpose": "'repair'", "received_by": "'王五'", "arrived_at": "arrived_at - 1"}[column]
    desk.connection.execute(f"update visits set {column} = {new}")
    (wrong,) = compare(desk.connection, lambda done, of: None, after=last).found
    assert (wrong.table, wrong.kind, wrong.event) == ("visits", "differs", last + 1)
    assert wrong.columns == (("received_by",) if column == "received_by" else ())


@pytest.mark.forged
def test_a_column_that_an_update_adds_is_as_it_says(desk: Desk) -> None:
    """The events before it do not tell of it; those after it do."""
    for number in range(3):
        zone.arrive(desk, Plate(f"苏A0000{number}"))
    zone.receive(desk, Plate("苏A00000"))
    for name in ("kept", "told"):
        desk.connection.execute(f"alter table visits add column {name} text not null default '{name}'")
        zone.receive(desk, Plate("苏A00001" if name == "kept" else "苏A00002"))
    zone.leave(desk, Plate("苏A00001"))
    assert compare(desk.connection, lambda done, of: None).found == []
    assert compare(desk.connection, lambda done, of: None, after=last_seq(desk.connection) - 1).found == []
    desk.connection.execute("update visits set told = 'otherwise' where id = 1")
    (wrong,) = compare(desk.connection, lambda done, of: None).found
    assert (wrong.id, wrong.kind, wrong.columns) == (1, "differs", ("told",))
