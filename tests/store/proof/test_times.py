"""No time of the future is called impossible where the future is what it tells of; every other one is."""

from data.engine.connection import Connection
from data.proof.tables import LOGGED
from data.proof.times import AHEAD, time_columns, wrong_times
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.plates import Plate

PAST = frozenset({
    "faulty_at", "out_at", "retired_at",
    "changed_at", "consent_at", "departed_at", "followed_at", "maker_ok_at",
    "acknowledged_at", "acted_at", "added_at", "answered_at", "arrived_at", "asked_at", "assessed_at", "at", "based_at",
    "called_at", "checked_at", "cleared_at", "closed_at", "commanded_at", "confirmed_at", "contained_at",
    "countered_at", "crossed_at",
    "decided_at", "done_at", "ended_at", "followed_up_at", "handed_at", "handed_back_at", "handed_over_at", "held_at",
    "in_force_at", "investigated_at", "issued_at", "kept_at", "last_arrived_at", "left_at", "lifted_at", "looked_up_at",
    "made_at", "opens_at",
    "met_at", "no_show_at", "occurred_at", "opened_at", "over_at", "passed_on_at", "proposed_at", "put_at", "raised_at",
    "read_at", "ready_at", "ready_told_at", "received_at", "registered_at", "released_at", "set_at", "since",
    "scored_at", "started_at", "sent_at", "told_at", "work_order_at", "written_at", "written_up_at",
})  # fmt: skip
"""The columns that tell of what has been."""


def test_every_time_of_the_schema_is_of_the_past_or_may_be_ahead(desk: Desk) -> None:
    found = {(table, name) for table in LOGGED for name in time_columns(desk.connection, table)}
    assert {name for _table, name in found if name not in AHEAD} == PAST
    assert not PAST & AHEAD


def test_every_column_that_may_be_ahead_is_there(desk: Desk) -> None:
    found = {(table, name) for table in (*LOGGED, "drafts") for name in time_columns(desk.connection, table)}
    assert {each for table, name in found for each in (name, f"{table}.{name}")} >= AHEAD


def test_an_appointment_lies_ahead_and_what_was_done_with_it_does_not(desk: Desk, clock: ManualClock) -> None:
    booking.book(desk, NewAppointment(clock.at + 20 * DAY, Plate("苏A12345"), "王女士"))
    assert wrong_times(desk.connection, clock.at) == ()
    assert _wrong(desk.connection, clock.at - DAY) >= {"appointments.made_at", "events.at"}


def _wrong(connection: Connection, now: int) -> set[str]:
    return {each.column for each in wrong_times(connection, now)}


def test_an_emergency_change_of_a_number_is_no_instant(desk: Desk) -> None:
    assert {"was", "becomes"}.isdisjoint(time_columns(desk.connection, "emergency_changes"))
    assert {"was", "becomes"} <= {*time_columns(desk.connection, "due_changes")}
