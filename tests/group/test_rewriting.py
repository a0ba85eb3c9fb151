"""Who is forgotten at the store is forgotten at head office; and a newer program's columns are added there."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from folded_rows import differences
from shipping import Json, batch, events, ship, take

from frontdesk.desk import forgetting
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.group import stores, tables


def case(customer: str, phone: str, plate: str) -> NewCase:
    return NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer=customer, phone=phone,
        plate=Plate(plate), words=f"{customer}等得太久", wants="",
    )  # fmt: skip


def two_cases(manager: Desk, clock: ManualClock) -> int:
    """Register two customers' complaints; the number of the first one's, which is closed."""
    staff.add(manager, "王芳", Post.MANAGER, "13800138000")
    number = register.register(manager, case("曾小明", "13811110001", "苏A88888")).number
    register.register(manager, case("王女士", "13811110002", "苏A99999"))
    clock.at += MINUTE
    steps.take(manager, number, CaseStep.ASSIGN, "李四")
    steps.take(manager, number, CaseStep.ANSWER, "已向曾先生说明")
    steps.take(manager, number, CaseStep.CLOSE_ANYWAY, "曾先生同意")
    return number


def since(before: list[Json], after: list[Json]) -> tuple[list[Json], list[Json]]:
    """Which of the events say something else since, as that is sent, and which are new."""
    now = {event["seq"]: event for event in after}
    rewritten = [
        {"seq": event["seq"], "body": now[event["seq"]]["body"], "body_hash": now[event["seq"]]["body_hash"]}
        for event in before
        if now[event["seq"]]["body"] != event["body"]
    ]
    return rewritten, after[len(before) :]


def everything(connection: psycopg.Connection[Any]) -> str:
    """All texts that head office keeps."""
    names = ["event_bodies", *(f"folded.{name}" for name in tables.tables())]
    return "\n".join(str(row) for name in names for row in connection.execute(f"select * from {name}").fetchall())


def test_who_is_forgotten_at_the_store_is_forgotten_here(
    connection: psycopg.Connection[Any], one: int, store: Path, open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    manager = open_desk("manager", "王芳")
    number = two_cases(manager, clock)
    before = events(store)
    position = ship(connection, one, store)
    assert differences(store, connection, one) == {}
    assert "曾小明" in everything(connection)
    forgetting.forget(manager, Customer(phone="13811110001"))
    rewritten, new = since(before, events(store))
    assert rewritten
    position = take(connection, one, batch(new, position, rewritten=rewritten))
    assert differences(store, connection, one) == {}
    kept = everything(connection)
    assert "王女士" in kept
    assert not any(word in kept for word in ("曾",))
    # The same again, because the answer was lost; and what follows.
    take(connection, one, batch([], position, rewritten=rewritten))
    steps.take(manager, number + 1, CaseStep.ASSIGN, "李四")
    ship(connection, one, store, position)
    assert differences(store, connection, one) == {}
    assert [
        (event["seq"], event["body_hash"]) for event in events(store, most=10_000) if event["body_hash"]
    ] == connection.execute("select seq, body_hash from events where body_hash is not null order by seq").fetchall()


@pytest.mark.parametrize("is_sent_first", [True, False], ids=["sent before", "forgotten before"])
def test_who_is_forgotten_is_in_no_older_epoch_either(
    connection: psycopg.Connection[Any],
    one: int,
    store: Path,
    open_desk: Callable[..., Desk],
    clock: ManualClock,
    *,
    is_sent_first: bool,
) -> None:
    """After a fork the other copy stays at head office: the customer whom both have goes out of it too."""
    manager = open_desk("manager", "王芳")
    two_cases(manager, clock)
    before = events(store)
    ship(connection, one, store)
    position = {"epoch": 2, "seq": 0, "hash": ""}
    if is_sent_first:
        position = ship(connection, one, store, position)
    forgetting.forget(manager, Customer(phone="13811110001"))
    rewritten, new = since(before, events(store))
    take(connection, one, batch(new if is_sent_first else events(store), position, rewritten=rewritten))
    kept = everything(connection)
    assert "曾" not in kept
    assert "王女士" in kept
    for epoch in (1, 2):
        told = "select count(*) from event_bodies where epoch = %s and changes like '%%王女士%%'"
        assert connection.execute(told, (epoch,)).fetchone() != (0,)
        rows = connection.execute("select customer from folded.complaints where epoch = %s order by id", (epoch,))
        assert rows.fetchall() == [("",), ("王女士",)]


def test_what_only_the_other_copy_has_stays(
    connection: psycopg.Connection[Any], one: int, store: Path, open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    manager = open_desk("manager", "王芳")
    old = store.with_name("old.db")
    two_cases(manager, clock)
    with sqlite3.connect(store) as source, sqlite3.connect(old) as copy:
        source.backup(copy)
    register.register(manager, case("孙先生", "13811110003", "苏A77777"))
    ship(connection, one, store)
    with Desk.open(old, manager.actor, clock) as other:
        clock.at += MINUTE
        register.register(other, case("李女士", "13811110004", "苏A66666"))
        forgetting.forget(other, Customer(phone="13811110001"))
    ship(connection, one, old, {"epoch": 2, "seq": 0, "hash": ""})
    assert differences(old, connection, one, epoch=2) == {}
    names = "select customer from folded.complaints where epoch = 1 order by id"
    assert connection.execute(names).fetchall() == [("",), ("王女士",), ("孙先生",)]


def test_what_a_newer_program_keeps_is_added(connection: psycopg.Connection[Any], one: int, day: Path) -> None:
    ship(connection, one, day)
    connection.execute("drop view visits")
    connection.execute("alter table folded.visits drop column purpose, drop column received_by")
    connection.execute("create view visits as select 'S1' as store, id, plate from folded.visits")
    connection.execute("create view an_analysts as select store, plate from visits")
    connection.execute("drop view messages")
    connection.execute("drop table folded.messages")
    for _ in range(2):
        tables.bring_up_to_date(connection)
    # What an update adds holds its default in the rows that are there, as it does at the store.
    assert connection.execute("select distinct purpose, received_by from visits").fetchall() == [(None, "")]
    assert connection.execute("select count(*) from messages").fetchone() == (0,)
    ship(connection, one, day, {"epoch": 2, "seq": 0, "hash": ""})
    assert differences(day, connection, one, epoch=2) == {}
    assert stores.every(connection)[0].epoch == 2
