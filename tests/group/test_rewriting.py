"""Who is forgotten at the store is forgotten at head office; and a newer program's columns are added there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from folded_rows import differences
from shipping import batch, events, ship, take

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


def everything(connection: psycopg.Connection[Any]) -> str:
    """All texts that head office keeps."""
    names = ["event_bodies", *(f"folded.{name}" for name in tables.tables())]
    return "\n".join(str(row) for name in names for row in connection.execute(f"select * from {name}").fetchall())


def test_who_is_forgotten_at_the_store_is_forgotten_here(
    connection: psycopg.Connection[Any], one: int, store: Path, open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    manager = open_desk("manager", "王芳")
    staff.add(manager, "王芳", Post.MANAGER, "13800138000")
    number = register.register(manager, case("曾小明", "13811110001", "苏A88888")).number
    register.register(manager, case("王女士", "13811110002", "苏A99999"))
    clock.at += MINUTE
    steps.take(manager, number, CaseStep.ASSIGN, "李四")
    steps.take(manager, number, CaseStep.ANSWER, "已向曾先生说明")
    steps.take(manager, number, CaseStep.CLOSE_ANYWAY, "曾先生同意")
    before = events(store)
    position = ship(connection, one, store)
    assert differences(store, connection, one) == {}
    assert "曾小明" in everything(connection)
    forgetting.forget(manager, Customer(phone="13811110001"))
    now = {event["seq"]: event for event in events(store)}
    rewritten = [
        {"seq": event["seq"], "body": now[event["seq"]]["body"], "body_hash": now[event["seq"]]["body_hash"]}
        for event in before
        if now[event["seq"]]["body"] != event["body"]
    ]
    assert rewritten
    new = list(now.values())[len(before) :]
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
