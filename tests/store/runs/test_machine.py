"""Random playbooks and random commands: after each, the run is as an independent model says (design 3.3)."""

import copy
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from run_model import MINUTE, PEOPLE, RunModel

from data.opening import create
from data.proof.tables import compare
from frontdesk.desk import matters, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.runs import faults, playbooks, runs, starting
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.runs.playbook import Fact, Playbook, Step
from frontdesk.domain.runs.problems import problems
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate

NOON = 1_780_020_000_000
ROLES = ("", "", "guard", "advisor", "manager", "technician")
EVIDENCE = ("", "none", "check", "words", "person", "number:1..5", "choice:红|绿")
CARS = ("苏A00001", "苏A00002", "苏A00003")
VALUES = ("right", "right", "right", "", "3", "5.001", "红", "2", "王芳", "无人")
RIGHT = {"person": "王芳", "number:1..5": "5", "choice:红|绿": "绿"}
WORDS = ("说明", "说明", "说明", "")
FACTS = ("a", "b")


def steps_of(chance: random.Random) -> list[dict[str, Any]]:
    """Steps of which each comes after some of those before it, listed in any order."""
    made: list[dict[str, Any]] = []
    for number in range(chance.choice([1, 3, 4, 5, 6])):
        earlier = [step["key"] for step in made]
        after = chance.sample(earlier, chance.randint(0, min(2, len(earlier))))
        since = chance.choice(["", "start + ", *(f"{key} + " for key in after)])
        length = chance.randint(0, 4)
        made.append({
            "key": f"s{number}", "after": after, "due": f"{since}{length} min" if length else "",
            "role": chance.choice(ROLES), "evidence": chance.choice(EVIDENCE),
            "optional": chance.random() < 0.5, "when": chance.choice(["", "", *FACTS]) if number else "",
            "each": "cars" if number and chance.random() < 0.3 else "",
        })  # fmt: skip
    for step in made:
        ends = [end for end in made if end is not step and not end["when"] and not end["each"]]
        ends = [end for end in ends if step["key"] not in behind(end, made)]
        if ends and chance.random() < 0.25:
            step |= {"repeat": "2 min", "until": chance.choice(ends)["key"]}
    chance.shuffle(made)
    return made


def behind(step: dict[str, Any], steps: list[dict[str, Any]]) -> set[str]:
    """Every step that comes before one."""
    mine = [each for each in steps if each["key"] in step["after"]]
    return {each["key"] for each in mine}.union(*(behind(each, steps) for each in mine))


def spread(steps: list[dict[str, Any]], cars: int) -> list[dict[str, Any]]:
    """The same steps with one for each car, and without cars one that is never wanted."""
    rows = {step["key"]: [f".{number}" for number in range(1, cars + 1)] if step["each"] else [""] for step in steps}
    made = []
    for step in steps:
        after = [f"{key}{row}" for key in step["after"] for row in rows[key] or [""]]
        made += [{**step, "key": f"{step['key']}{row}", "after": after} for row in rows[step["key"]]]
        if not rows[step["key"]]:
            made.append({**step, "after": after, "when": "never"})
    return made


def command_of(chance: random.Random) -> tuple[Any, ...]:
    """One thing somebody does, or time that passes."""
    who, words = chance.choice(["王芳", "王芳", *PEOPLE]), chance.choice(WORDS)
    kind = chance.random()
    if kind < 0.08:
        return "fact", who, chance.choice(FACTS), chance.random() < 0.5, chance.random() < 0.5
    if kind < 0.12:
        return "lead", who, chance.choice([*PEOPLE, "无人"]), words
    if kind < 0.18:
        return "measure", who, chance.randrange(12), chance.random() < 0.3
    if kind < 0.3:
        return "later", chance.choice([1, MINUTE - 1, MINUTE, 3 * MINUTE])
    act = chance.choice(["done", "done", "done", "take", "fail", "skip"])
    back = chance.choice([None, None, None, None, 0, -MINUTE, -5 * MINUTE, MINUTE])
    return act, who, chance.randrange(12), chance.choice(VALUES), words, back, chance.random() < 0.15


class Beside:
    """The store and the model, side by side."""

    def __init__(self, path: Path, steps: list[dict[str, Any]], facts: frozenset[str], cars: int) -> None:
        self.clock = ManualClock(NOON)
        self.desk = Desk.open(path, Actor("manager", "王芳"), self.clock)
        for plate in CARS[:cars]:
            zone.arrive(self.desk, Plate(plate))
        told = tuple(Step(**{**step, "title": title_of(step), "after": tuple(step["after"])}) for step in steps)
        playbook = Playbook("test", "试", "store", told, tuple(Fact(fact, fact) for fact in FACTS))
        assert problems(playbook) == []
        playbooks.load(self.desk, playbook)
        self.number = starting.start(self.desk, "test", "zh", facts=tuple(sorted(facts))).number
        steps = spread(steps, cars)
        self.model = RunModel(steps, set(facts), "王芳", NOON)
        self.keys = [step["key"] for step in steps if step["when"] != "never"]
        self.compare()

    def carry_out(self, name: str, *rest: Any) -> None:
        if name == "later":
            self.clock.at += rest[0]
            self.model.now += rest[0]
            return
        who = rest[0]
        self.desk.actor = Actor(f"station {who}", who)
        before, is_taken_back = copy.deepcopy(self.model), False
        if name == "fact":
            _, fact, is_so, is_taken_back = rest
            expected = self.model.say(fact, is_so=is_so)
            found = self.told(runs.say_fact, fact, is_so=is_so)
        elif name == "measure":
            _, place, is_taken_back = rest
            failed = [key for key in self.keys if self.model.state[key]["state"] == "failed"]
            key = (failed or self.keys)[place % len(failed or self.keys)]
            expected = self.model.measure(who, key)
            found = self.told(faults.see_to, key)
        elif name == "lead":
            expected = self.model.hand_over(*rest[1:])
            found = self.told(runs.lead, *rest[1:])
        else:
            _, place, value, words, back, is_taken_back = rest
            # Most often one that can be done now, else nothing would ever come to its end.
            likely = [key for key in self.keys if key in self.model.ready]
            key = (likely + self.keys)[place % (len(likely) + len(self.keys))]
            value = RIGHT.get(self.model.steps[key]["evidence"], "") if value == "right" else value
            at = None if back is None else self.clock.at + back
            at = None if name in {"take", "skip"} else at
            expected = self.model.act(who, name, key, value=value, words=words, at=at)
            found = self.act(name, key, value, words, at)
        assert found == expected, (name, rest)
        if is_taken_back and not found:
            undo.undo(self.desk)
            self.model = before
        self.compare()

    def act(self, name: str, key: str, value: str, words: str, at: int | None) -> str:
        if name == "take":
            return self.told(runs.take, key)
        if name == "skip":
            return self.told(runs.skip, key, words)
        if name == "fail":
            return self.told(runs.fail, key, words, at=at)
        return self.told(runs.done, key, value, words=words, at=at)

    def told(self, command: Any, *values: Any, **named: Any) -> str:
        try:
            command(self.desk, self.number, *values, **named)
        except FrontdeskError as error:
            return error.reason.value
        return ""

    def compare(self) -> None:
        (run,) = runs.of_matter(self.desk, self.number)
        assert {each.step.key: each.state.value for each in run.steps} == {
            key: state for key, state in self.model.states().items() if key in self.keys
        }
        assert {each.step.key: each.who for each in run.steps} == {
            key: self.model.state[key]["who"] for key in self.keys
        }
        assert {each.step.key for each in run.steps if each.measure} >= self.model.measures
        assert (run.lead, run.outcome == "done") == (self.model.lead, self.model.over)
        matter = matters.shown(self.desk, self.number)
        assert matter.is_open is not (self.model.over and not self.model.measures_ever)
        called = {each.step.title: each.step.key for each in run.steps}
        assert {called[due.what]: due.due_at for due in matter.dues if due.is_running} == self.model.owed
        ended = [due for due in matter.dues if due.met_at is not None]
        for key in self.keys:
            began = [due for due in ended if called[due.what] == key]
            met = [at for each, at in self.model.met if each == key]
            assert [due.met_at for due in began] == [
                max(at, due.started_at) for at, due in zip(met, began, strict=True)
            ]


def title_of(step: dict[str, Any]) -> str:
    return f"{step['key']} {{car}}" if step["each"] else str(step["key"])


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("runs") / "store.db"
    create(path)
    with Desk.open(path, Actor("manager", "王芳"), ManualClock(NOON)) as desk:
        for name, post in PEOPLE.items():
            staff.add(desk, name, Post(post))
    yield path


def test_a_run_is_as_the_model_says(staffed: Path, seeds: Callable[[int, int], Iterator[int]]) -> None:
    path = staffed.with_name("example.db")
    for seed in seeds(40, 100_000):
        chance = random.Random(seed)
        for left in path.parent.glob("example.db*"):
            left.unlink()
        shutil.copy(staffed, path)
        beside = Beside(
            path, steps_of(chance), frozenset(fact for fact in FACTS if chance.random() < 0.5), chance.choice((0, 1, 3))
        )
        with beside.desk:
            for _ in range(chance.randint(5, 30)):
                beside.carry_out(*command_of(chance))
            assert compare(beside.desk.connection, lambda done, of: None).found == [], seed
