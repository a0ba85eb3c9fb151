"""Whose turn it is to write: who waits asks the more often the longer, and whoever wrote lets others go first."""

from collections.abc import Callable

import pytest

from data.engine import turns
from data.engine.connection import Connection
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.plates import Plate


class Waiting:
    """The machine's time, which goes on only while somebody sleeps; `ends` after so many seconds of it."""

    def __init__(self) -> None:
        self.at = 1_000.0
        self.slept: list[float] = []
        self.ends: tuple[float, Callable[[], object]] | None = None

    def monotonic(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds
        if self.ends and self.at >= self.ends[0]:
            (_, end), self.ends = self.ends, None
            end()


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Waiting:
    machine = Waiting()
    monkeypatch.setattr(turns, "time", machine)
    monkeypatch.setattr("random.uniform", lambda low, high: high)
    monkeypatch.setattr(turns._Last, "at", float("-inf"))
    return machine


@pytest.fixture
def pair(open_desk: Callable[..., Desk]) -> tuple[Connection, Connection]:
    return open_desk("guard").connection, open_desk("reception").connection


def wait_for(waiting: Waiting, pair: tuple[Connection, Connection], seconds: float) -> list[float]:
    """Let the second wait while the first writes for so many seconds; return how long it slept each time."""
    first, second = pair
    turns.begin(first)
    waiting.slept.clear()
    waiting.ends = waiting.at + seconds, lambda: first.execute("rollback")
    turns.begin(second)
    second.execute("rollback")
    return list(waiting.slept)


def test_nobody_sleeps_where_nobody_else_writes(waiting: Waiting, pair: tuple[Connection, Connection]) -> None:
    for _ in range(3):
        turns.begin(pair[0])
        pair[0].execute("rollback")
    assert waiting.slept == []


def test_who_has_waited_longer_asks_more_often(waiting: Waiting, pair: tuple[Connection, Connection]) -> None:
    slept = wait_for(waiting, pair, 0.02)
    assert slept == sorted(slept, reverse=True)
    assert slept[0] == pytest.approx(0.001)
    assert slept[-1] < 0.0001


def test_who_waits_for_something_long_does_not_burn_the_processor(
    waiting: Waiting, pair: tuple[Connection, Connection]
) -> None:
    slept = wait_for(waiting, pair, 2.0)
    assert len(slept) < 3_500
    assert slept[-1] == pytest.approx(0.001)


def test_whoever_wrote_a_moment_ago_lets_others_that_write_go_first(
    waiting: Waiting, pair: tuple[Connection, Connection]
) -> None:
    first, second = pair

    def write(connection: Connection) -> None:
        turns.begin(connection)
        connection.execute("create table if not exists written (at)")
        connection.execute("insert into written values (1)")
        connection.execute("commit")

    write(first)
    second.execute("insert into written values (2)")
    write(first)
    assert waiting.slept == [pytest.approx(0.001)]
    write(first)
    second.execute("insert into written values (3)")
    waiting.at += 0.06
    write(first)
    assert len(waiting.slept) == 1
    first.execute("drop table written")


def test_one_command_in_many_waits_until_the_write_ahead_log_is_folded_into_the_file(desk: Desk) -> None:
    before = desk.path.stat().st_mtime_ns, desk.path.stat().st_size
    log = desk.path.with_name(f"{desk.path.name}-wal")
    for number in range(150):
        if log.stat().st_size < 1_500 * 4096:
            zone.arrive(desk, Plate(f"苏A{number:05d}"), place="lane")
    assert log.stat().st_size >= 1_500 * 4096
    assert (desk.path.stat().st_mtime_ns, desk.path.stat().st_size) == before
