"""The store's own sender and head office's own door: a real day goes over, and the store is made again from it."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import real_month
import rebuilt
from psycopg import Connection
from served import opened

from data.engine.connection import connect
from data.engine.parts import quietly
from frontdesk.commands.group.restoring import fetched
from frontdesk.commands.group.sending import send_all
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import belonging, restoring
from frontdesk.desk.people import staff
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.comparison import Measure
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import InputError
from frontdesk.group import stores
from frontdesk.group.compared import compared
from frontdesk.machine.group.group_file import Group
from frontdesk.machine.group.office import reached

MANAGER = Actor("command", "李静")


@pytest.fixture
async def group(office: str, connection: Connection[Any]) -> AsyncIterator[Group]:
    """What a store's settings say while the door is open."""
    token = stores.add(connection, "S1", "一店", "江苏", 0)
    async with opened(office) as port:
        yield Group(f"http://127.0.0.1:{port}", "S1", token)


async def test_a_lost_store_is_made_again(group: Group, day: Path, connection: Connection[Any]) -> None:
    with Desk.open(day, MANAGER) as desk:
        desk.connection.execute("delete from meta where key = 'pace'")
        belonging.join(desk, "S1", Share.FULL, Position(1))
        await send_all(desk, group)
    assert connection.execute("select seq, trouble from stores").fetchone() == (_last(day), None)
    new = day.with_name("new.db")
    async with reached(group) as there:
        at = await there.position()
        with restoring.begun(new, SystemClock()) as made:
            beside = await fetched(there, at, made, quietly)
            made.finish(quietly)
            restoring.put_in_place(
                made, new, MANAGER, SystemClock(), code="S1", beside=beside, anyway=False, progress=quietly,
                done=lambda: None,
            )  # fmt: skip
    with closing(connect(day)) as before, closing(connect(new)) as after:
        rebuilt.assert_alike(before, after, since=1)


@pytest.mark.parametrize("share", [Share.FIGURES, Share.MASKED])
async def test_what_is_shared_in_part_is_taken_too(
    group: Group, day: Path, connection: Connection[Any], share: Share
) -> None:
    with Desk.open(day, MANAGER) as desk:
        belonging.join(desk, "S1", share, Position(1))
        await send_all(desk, group._replace(share=share))
    assert connection.execute("select seq, share, trouble from stores").fetchone() == (_last(day), share, None)
    plates = connection.execute("select count(*) from event_bodies where changes like '%苏%'").fetchone()
    assert (plates == (0,)) is (share is Share.FIGURES)
    counts = compared(connection, 0, 2**60).months[0].counts
    right = real_month.sweep(real_month.by_day()[real_month.DAYS[0]])
    assert (counts[Measure.OVER_STAYS], counts[Measure.LATE_RECEPTIONS]) == (right.over_stays, right.late)
    with closing(sqlite3.connect(day)) as store:
        assert (
            connection.execute("select count(*) from folded.visits").fetchone()
            == store.execute("select count(*) from visits").fetchone()
        )


async def test_a_fork_stands_at_head_office_too(group: Group, day: Path, connection: Connection[Any]) -> None:
    old = day.with_name("old.db")
    with Desk.open(day, MANAGER) as desk:
        belonging.join(desk, "S1", Share.FULL, Position(1))
        await send_all(desk, group)
        with sqlite3.connect(day) as source, sqlite3.connect(old) as copy:
            source.backup(copy)
        staff.add(desk, "赵敏", Post.ADVISOR, "")
        await send_all(desk, group)
    last = _last(day)
    with Desk.open(old, MANAGER) as desk:
        for name, trouble in [("钱进", (None, None)), ("孙立", ("fork", last))]:
            # As long as this copy has fewer events nothing says that it went another way.
            with pytest.raises(InputError) as caught:
                await send_all(desk, group)
            assert (caught.value.reason, caught.value.facts["number"]) == (GroupReason.FORK, last)
            assert connection.execute("select trouble, trouble_seq from stores").fetchone() == trouble
            staff.add(desk, name, Post.ADVISOR, "")
        belonging.open_epoch(desk, Position(1, last, "x"))
        await send_all(desk, group)
    assert connection.execute("select epoch, seq, trouble from stores").fetchone() == (2, _last(old), None)


def _last(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute("select max(seq) from events").fetchone()[0])
