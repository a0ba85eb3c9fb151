"""Very many clocks missed at once: each is raised once with its true time, a few at a time, and every call is made."""

from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.commands.picture import as_json, as_table
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.escalations.crossings import AT_ONCE
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.picture.shown import DUE_SHOWN
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.words.i18n import _

pytestmark = pytest.mark.forged

MISSED = 130


@pytest.fixture
def missed(desk: Desk, clock: ManualClock) -> Any:
    """So many open cases, each with a clock that was due within the last minutes."""
    for number in range(1, MISSED + 1):
        due = clock.at - number * 1_000
        desk.connection.execute(
            "insert into complaints (id, received_at, registered_at, channel, kind, severity, stage, customer, plate,"
            " words, next_due) values (?, ?, ?, 'phone', 'service', 'ordinary', 'registered', '', '', '…', ?)",
            (number, due, due, due),
        )
        desk.connection.execute(
            "insert into clocks (complaint_id, name, started_at, due_at) values (?, 'full_answer', ?, ?)",
            (number, due - HOUR, due),
        )
    return desk


def look_until_quiet(desk: Desk) -> Any:
    looks = 0
    while desk.snapshot().has_news(desk.now()):
        assert handling.evaluate(desk) is not None
        looks += 1
    return looks


def levels(desk: Desk) -> Any:
    return dict(desk.connection.execute("select level, count(*) from escalations group by level").fetchall())


def test_each_is_raised_once_with_its_true_time_a_few_at_a_time(missed: Any, clock: ManualClock) -> None:
    assert look_until_quiet(missed) == -(-MISSED // AT_ONCE)
    rows = missed.connection.execute("select subject, crossed_at from escalations").fetchall()
    assert len(rows) == len({subject for subject, _ in rows}) == MISSED
    assert sorted(at for _, at in rows) == [clock.at - n * 1_000 for n in range(MISSED, 0, -1)]
    # No station is open: reception and manager are passed at once, and the director too, whom nobody is.
    assert levels(missed) == {2: MISSED}


def test_the_picture_holds_the_first_of_them_and_counts_the_others(missed: Any) -> None:
    look_until_quiet(missed)
    snapshot = missed.snapshot()
    assert len(snapshot.escalations) == DUE_SHOWN
    assert [snapshot.unshown_at(kind) for kind in (StationKind.GUARD, StationKind.MANAGER)] == [0, MISSED - DUE_SHOWN]
    oldest = missed.connection.execute("select id from escalations order by crossed_at limit ?", (DUE_SHOWN,))
    assert [e.id for e in snapshot.escalations] == [number for (number,) in oldest]


def test_the_status_counts_every_one_also_those_that_somebody_has_taken_on(
    missed: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    look_until_quiet(missed)
    for number in range(1, MISSED - DUE_SHOWN + 11):
        handling.acknowledge(missed, number)
    snapshot = missed.snapshot()
    assert (len(snapshot.escalations), snapshot.unshown, snapshot.count_escalations) == (DUE_SHOWN, 0, MISSED)
    session: Any = SimpleNamespace(snapshot=snapshot, zone=ZoneInfo("Asia/Shanghai"))
    as_table.show(session, missed.now(), {})
    said = capsys.readouterr().out
    assert f" {MISSED} " in said.splitlines()[0]
    assert _("and {count} more").format(count=MISSED - DUE_SHOWN) in said
    assert as_json.as_json(snapshot, missed.now(), ZoneInfo("Asia/Shanghai"), {})["open_escalations"] == MISSED


def test_every_one_goes_up_the_chain_in_its_time_and_one_that_is_not_shown_too(missed: Any, clock: ManualClock) -> None:
    look_until_quiet(missed)
    last = missed.connection.execute("select id from escalations order by crossed_at desc limit 1").fetchone()[0]
    handling.acknowledge(missed, last)
    clock.at += HOUR
    look_until_quiet(missed)
    assert levels(missed) == {2: MISSED}
    assert missed.snapshot().unshown == MISSED - DUE_SHOWN
    states = missed.connection.execute("select distinct state from escalations").fetchall()
    assert states == [(State.RAISED,)]


def test_what_is_met_is_over_and_a_car_still_arrives(missed: Any, clock: ManualClock) -> None:
    look_until_quiet(missed)
    missed.connection.execute("update clocks set met_at = ? where id <= 100", (clock.at,))
    clock.at += MINUTE
    zone.arrive(missed, Plate("苏A12345"))
    handling.evaluate(missed)
    left = missed.snapshot().escalations
    assert len(left) == MISSED - 100
    assert missed.snapshot().unshown == 0
