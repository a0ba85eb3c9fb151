"""The board of a past minute, rebuilt from the log, is the one that was recorded while it happened."""

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import case_work
import pytest
import real_month
from recorded import Recorded, assert_as_recorded, use
from rounds import Rounds

from data.engine.parts import quietly
from data.past import marks
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.past import looking
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.shown import DUE_SHOWN
from frontdesk.domain.values.clock import DAY, MINUTE, SECOND, ManualClock
from frontdesk.files.visit_log import load
from frontdesk.replay.replay import Progress, replay

START = 1_780_020_000_000


def assert_rebuilt(desk: Desk, recorded: Recorded, chance: random.Random, times: int) -> None:
    first, last = recorded.taken[0][0], recorded.taken[-1][0]
    for _ in range(times):
        moment = chance.randrange(first, last)
        assert_as_recorded(looking.at(desk, moment), recorded.at(moment))


@pytest.fixture
def few_events_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "EVERY", 20)
    monkeypatch.setattr(marks, "_MOST", 20)
    monkeypatch.setattr(marks, "_FEW", 80)


@pytest.mark.usefixtures("few_events_a_mark")
def test_whatever_people_do_late_wrongly_and_in_vain(
    template: Path, tmp_path: Path, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    for seed in seeds(1, 500):
        store, clock = tmp_path / f"{seed}.db", ManualClock(START)
        shutil.copy(template, store)
        with Desk.open(store, Actor("guard", "张三"), clock) as desk:
            recorded = use(desk, clock, seed, 160)
            assert_rebuilt(desk, recorded, random.Random(seed), 25)
            desk.connection.execute("delete from past_marks")
            # From the very beginning, and with marks that are made only now, it comes out the same.
            assert_rebuilt(desk, recorded, random.Random(seed), 3)
            looking.go_through(desk, quietly)
            assert_rebuilt(desk, recorded, random.Random(-seed), 12)


def test_missed_clocks_of_which_only_the_first_are_listed(manager: Desk, clock: ManualClock) -> None:
    for number in range(DUE_SHOWN + 5):
        clock.at += SECOND
        case_work.register(manager, plate=f"苏A{number:05d}")
    for _ in range(3):
        clock.at += DAY
        while handling.evaluate(manager):
            pass
    handling.acknowledge(manager, manager.snapshot().escalations[0].id)
    recorded = manager.snapshot()
    assert recorded.unshown > 0
    assert_as_recorded(looking.at(manager, clock.at), recorded)


def replayed(store: Path, log: Path) -> Recorded:
    """Replay a log, and record the board after each of its steps."""
    recorded, clock = Recorded(), ManualClock(START)
    with Desk.open(store, Actor("looking", ""), clock) as looker:

        def take(progress: Progress) -> None:
            clock.at = progress.at
            recorded.take(clock.at, looker.snapshot())

        replay(store, load(log), actor=Actor("replay", "replay"), progress=take, clock=ManualClock(START))
    return recorded


def assert_day(store: Path, log: Path, times: int) -> None:
    recorded = replayed(store, log)
    with Desk.open(store, Actor("manager", "王芳"), ManualClock(recorded.taken[-1][0] + MINUTE)) as desk:
        assert_rebuilt(desk, recorded, random.Random(7), times)


def test_two_hundred_instants_of_the_real_month(store: Path, rounds: Rounds, tmp_path: Path) -> None:
    """In a few minutes; every day, those of its first days."""
    days = rounds.of(1, 31)
    log = tmp_path / "month.csv"
    with real_month.FILE.open(encoding="utf-8-sig") as file, log.open("w", encoding="utf-8", newline="") as written:
        out = csv.writer(written)
        out.writerow(("customer", "arrived", "received", "left", "received_by"))
        for row in csv.DictReader(file):
            if int(row["date"][-2:]) <= days:
                times = (f"{row['date']} {row[name]}" if row[name] else "" for name in ("arrived", "received", "left"))
                out.writerow((row["customer"], *times, row["received_by"]))
    assert_day(store, log, rounds.of(20, 200))
