"""Random comings, goings and marks: after each, the count is that of an independent model made of plain sets (6.2)."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.opening import create
from data.proof.tables import compare
from frontdesk.desk import matters, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.roll_calls.roll_call import PEOPLE, Key, Mark, RollCall, Subject
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate

NOON = 1_780_020_000_000
STAFF = ("王芳", "张三", "赵敏")
MARKS = ("present", "present", "left", "hurt", "missing", "moved_out", "stays")
KNOWN = {"present", "left", "hurt", "moved_out", "stays"}

Name = tuple[str, str]
"""A kind and who of it: ("car", plate) or ("person", name)."""


class Model:
    """Who is expected, and what was said of them last; nothing else."""

    def __init__(self) -> None:
        self.said: dict[Name, str | None] = {}
        self.round = 0
        self.is_running = False
        self.here: set[str] = set()
        self.seen_today = {"王芳"}

    def start(self) -> None:
        kept = {name for name, said in self.said.items() if name[0] != "car" and said != "left"}
        fresh = {("person", name) for name in self.seen_today}
        fresh |= {(kind, plate) for plate in self.here for kind in ("car", "customer")}
        self.said = dict.fromkeys((*kept, *fresh))
        self.round, self.is_running = self.round + 1, True

    def arrive(self, plate: str) -> None:
        self.here.add(plate)
        if self.is_running:
            for kind in ("car", "customer"):
                self.said.setdefault((kind, plate), None)

    def leave(self, plate: str) -> None:
        self.here.discard(plate)
        if self.is_running and ("car", plate) in self.said:
            self.said["car", plate] = "left"

    def is_refused(self, name: Name, mark: str) -> bool:
        of_cars = mark in {"left", "moved_out", "stays"}
        fits = of_cars if name[0] == "car" else mark not in {"moved_out", "stays"}
        return not self.is_running or name not in self.said or not fits

    @property
    def missing(self) -> set[Name]:
        return {name for name, said in self.said.items() if name[0] != "car" and said not in KNOWN}


class Beside:
    """The store and the model, side by side."""

    def __init__(self, path: Path) -> None:
        self.clock = ManualClock(NOON)
        self.desk = Desk.open(path, Actor("manager", "王芳"), self.clock)
        for name in STAFF:
            staff.add(self.desk, name, Post.ADVISOR if name != "王芳" else Post.MANAGER)
        playbooks.load(self.desk, Playbook("test", "试", "store", (Step("a", "做"),), ()))
        self.matter = starting.start(self.desk, "test", "zh").number
        self.model, self.next = Model(), 0
        self.visits: dict[str, int] = {}

    def step(self, chance: random.Random) -> None:
        self.clock.at += chance.choice([1, 1000, MINUTE])
        who = chance.choice(STAFF)
        self.desk.actor = Actor("manager", who)
        act = chance.choice(["arrive", "leave", "start", "end", *["mark"] * 8, "undo"])
        getattr(self, act)(chance, who)
        self.compare()

    def arrive(self, chance: random.Random, who: str) -> None:
        self.next += 1
        plate = f"苏A{self.next:05}"
        back = chance.choice([None, None, self.clock.at - 5 * MINUTE])
        self.model.seen_today.add(who)
        self.visits[plate] = 0
        zone.arrive(self.desk, Plate(plate), at=back)
        rows = self.desk.connection.execute("select plate, id from visits")
        self.visits = dict(rows)
        self.model.arrive(plate)

    def leave(self, chance: random.Random, who: str) -> None:
        if self.model.here:
            plate = chance.choice(sorted(self.model.here))
            self.model.seen_today.add(who)
            zone.turn_away(self.desk, Plate(plate))
            self.model.leave(plate)

    def start(self, chance: random.Random, who: str) -> None:
        if not self.model.is_running or chance.random() < 0.2:
            counting.start(self.desk, self.matter)
            self.model.start()
            self.model.seen_today.add(who)

    def end(self, _chance: random.Random, who: str) -> None:
        is_right = self.model.is_running and not self.model.missing
        assert self.attempt(lambda: counting.end(self.desk, self.matter)) is is_right
        if is_right:
            self.model.is_running = False
            self.model.seen_today.add(who)

    def mark(self, chance: random.Random, who: str) -> None:
        if not self.model.said:
            return
        name, mark = chance.choice(sorted(self.model.said)), chance.choice(MARKS)
        key = self.key(name)
        before = self.model.said[name]
        again = self.entry_mark(name) == mark
        done = self.attempt(lambda: counting.mark(self.desk, self.matter, key, Mark(mark)))
        assert done is (not self.model.is_refused(name, mark) and not again), (name, mark, before)
        if done:
            self.model.seen_today.add(who)
            if not (name[0] == "car" and name[1] not in self.model.here):
                self.model.said[name] = mark

    def undo(self, _chance: random.Random, who: str) -> None:
        """What is taken back was the last thing done: a mark that is put again comes to the same."""
        last = self.desk.connection.execute("select at, kind, who from events order by seq desc limit 1").fetchone()
        if last[0] < self.clock.at - 2 * MINUTE or last[1:] != ("roll_call_mark", who):
            return
        undo.undo(self.desk)
        entries = {(each.subject.value, each.name or each.plate): each for each in self.round().entries}
        for name in self.model.said:
            found = entries[name].mark
            self.model.said[name] = found.value if found else None

    def attempt(self, command: Callable[[], object]) -> bool:
        try:
            command()
        except FrontdeskError:
            return False
        return True

    def round(self) -> RollCall:
        return reading.of_matter(self.desk, self.matter)[-1]

    def key(self, name: Name) -> Key:
        kind, called = name
        if kind in {"car", "customer"}:
            return Key(Subject(kind), self.visits[called])
        return next(each.key for each in self.round().of(Subject(kind)) if each.name == called)

    def entry_mark(self, name: Name) -> str | None:
        last = self.round().entry(self.key(name)).last
        return last.mark.value if last else None

    def compare(self) -> None:
        rounds = reading.of_matter(self.desk, self.matter)
        assert len(rounds) == self.model.round
        if not rounds:
            return
        found = rounds[-1]
        assert found.is_running is self.model.is_running
        told = {(each.subject.value, each.name or each.plate): each.mark for each in found.entries}
        assert told == self.model.said
        missing = {(each.subject.value, each.name or each.plate) for each in found.missing}
        assert missing == self.model.missing
        people = found.counted(*PEOPLE)
        assert people.missing == len(missing)
        assert reading.is_complete(self.desk.connection, self.matter) is (not missing)
        owed = [d for d in matters.shown(self.desk, self.matter).dues if d.name is DueName.ROLL_CALL and d.is_running]
        assert len(owed) <= 1
        assert not owed or missing


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roll") / "store.db"
    create(path)
    return path


def test_the_count_is_that_of_the_model(
    empty: Path, tmp_path: Path, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    for seed in seeds(8, 5000):
        path = tmp_path / f"{seed}.db"
        shutil.copy(empty, path)
        chance, beside = random.Random(seed), Beside(path)
        for _step in range(40):
            beside.step(chance)
        assert compare(beside.desk.connection, lambda *_: None).found == []
        beside.desk.close()
        path.unlink()
