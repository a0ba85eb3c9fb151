"""However much is proved by the events, each of them is read once; what one proof makes no sense of ends no other."""

import re

import pytest
from at_desk import CAR
from tampering import forged, sql

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor import proof
from frontdesk.desk.doctor.finding import Level
from frontdesk.desk.doctor.work import work

_READS_EVENTS = r"select .*(\*|changes|answer).* from events(?! where (kind|seq =))"


def found(desk: Desk) -> set[tuple[str, str]]:
    parts = desk.read(lambda connection: work(connection, lambda done, of: None, with_backup=False))
    return {(each.topic, each.name) for each in proof.prove(desk, parts) if each.level is Level.PROBLEM}


def test_the_events_are_read_once(desk: Desk) -> None:
    zone.arrive(desk, CAR)
    asked: list[str] = []
    desk.connection.set_trace_callback(asked.append)
    assert found(desk) == set()
    desk.connection.set_trace_callback(None)
    read = [
        each for each in asked if re.match(r"select .*(\*|changes|answer).* from events(?! where (kind|seq =))", each)
    ]
    assert read == ["select * from events where seq > 0 order by seq"]


BROKEN = [
    ("changes = '[[1]]'", {("events", "broken"), ("rows", "unreadable")}),
    ("answer = '[]'", {("events", "broken"), ("shown", "not_shown")}),
    ("answer = '[\"kind\"]'", {("events", "broken"), ("shown", "not_shown")}),
    ("kind = 'nothing'", {("events", "broken"), ("shown", "not_shown")}),
]


@pytest.mark.forged
@pytest.mark.parametrize(("change", "wrong"), BROKEN)
def test_what_makes_no_sense_to_one_is_told_to_the_others(desk: Desk, change: str, wrong: set[tuple[str, str]]) -> None:
    zone.arrive(desk, CAR)
    zone.receive(desk, CAR)
    with forged(desk.path) as forger:
        sql(f"update events set {change} where seq = 1")(forger)
    assert found(desk) == wrong
