"""The same rush in two real terminals, at the pace of the real clock."""

import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rush
from terminal import Open, Terminal

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate

NAMES = {"enter": "Enter", "escape": "Esc", "ctrl+k": "Ctrl+K"} | {f"f{n}": f"F{n}" for n in (2, 4, 5, 6)}
VISITS = "select plate, received_at is not null, left_at is not null, coalesce(left_why, '') from visits where id > ?"
_QUESTION = re.compile(r"╭─ (\S+ (?:leaves without|was received, but).*|Correct the plate.*?) ─")


class AtTerminal:
    """One person of the rush in front of a terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        terminal.reads("▸ plate")
        self._done = self._feedback()
        """What was done last."""

    def goes(self) -> None:
        assert self._terminal.end("Ctrl+Q") == 0

    def waits(self, millis: int) -> None:
        ends = time.monotonic() + millis / 1000
        self._terminal.until(lambda: time.monotonic() >= ends)

    def press(self, act: rush.Act) -> Callable[[], bool]:
        """Type, see that it stands there, press the keys; return what tells whether they were answered."""
        self._terminal.press(act.text)
        if act.text and not self._question():
            at_rest = self._at_rest()
            self._terminal.until(lambda: at_rest() and self._is_typed(act.text))
        before = self._state()
        self._terminal.press(*(NAMES.get(key, key) for key in act.keys))
        if act.keys == ("escape",) and not before[0]:
            return lambda: not self._entry()
        return lambda: not act.keys or self._is_answered(*before)

    def sees(self, is_answered: Callable[[], bool]) -> rush.Seen:
        """Read the answer once it stands still: half a picture says nothing yet, or what was said before."""
        at_rest = self._at_rest()
        self._terminal.until(lambda: at_rest() and is_answered())
        question, feedback = self._question(), self._feedback()
        trouble = f"{question} {feedback}" if question or feedback.startswith("✗") else ""
        if feedback and not trouble:
            self._done = feedback
        following = re.search(r"F6 (\S+·\S+)", self._terminal.text)
        return rush.Seen(trouble, "" if trouble else feedback, following[1] if following else "")

    def _at_rest(self) -> Callable[[], bool]:
        """Return what tells, each time it is asked, whether nothing was drawn since it was asked before."""
        drawn = [-1, -1]

        def look() -> bool:
            drawn[:] = drawn[1], len(self._terminal.drawn)
            return drawn[0] == drawn[1]

        return look

    def _is_answered(self, question: str, feedback: str) -> bool:
        """Whether anything else is read now; what was done before comes up again for a moment."""
        now = self._feedback()
        return self._question() != question or (now != feedback and now not in {"", self._done})

    def _is_typed(self, text: str) -> bool:
        return self._entry().lower() == text.lower() and "✗" not in self._feedback()

    def _state(self) -> tuple[str, str]:
        return self._question(), self._feedback()

    def _question(self) -> str:
        found = _QUESTION.search(self._terminal.text)
        return found[1] if found else ""

    def _below(self) -> list[str]:
        lines = self._terminal.lines
        at = max((n for n, line in enumerate(lines) if line.startswith(" ▸ plate")), default=None)
        return [] if at is None else lines[at:]

    def _entry(self) -> str:
        return "".join(self._below()[:1]).removeprefix(" ▸ plate").strip()

    def _feedback(self) -> str:
        """The line that answers, and what of it stands in the next; how long F9 is left changes each second."""
        text = " ".join(line.strip() for line in self._terminal.lines if line.strip().startswith(("✗", "│ ✗")))
        said = [n for n, line in enumerate(self._below()) if line.startswith((" ✓", " ✗"))]
        for number in said:
            after = [line for line in self._below()[number + 1 :] if line.startswith(" ") and "F1 " not in line]
            text = " ".join(line.strip() for line in (self._below()[number], *after[:2]))
        return text.split(" F9 ")[0].strip()


def play(people: list[AtTerminal], shifts: list[rush.Shift], account: rush.Account) -> None:
    """Both go on at the same time: each types and presses, then both read."""
    acts = [shift.begins() for shift in shifts]
    while any(acts):
        account.step += 1
        answers = []
        for person, act in zip(people, acts, strict=True):
            if act:
                person.waits(act.wait)
            answers.append(person.press(act) if act else None)
        seen = [person.sees(answer) if answer else None for person, answer in zip(people, answers, strict=True)]
        acts = [shift.goes_on(said) if said else None for shift, said in zip(shifts, seen, strict=True)]


def test_every_car_is_on_record_once(
    request: pytest.FixtureRequest, frontdesk: Open, database: Path, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    if not request.config.getoption("--campaign"):
        pytest.skip("people at the pace of the real clock need a machine to themselves")
    for seed in seeds(1, 10_000):
        print(f"the rush of seed {seed}")
        let_them_come(frontdesk, database, random.Random(seed), 10)


def let_them_come(frontdesk: Open, database: Path, rng: random.Random, count: int) -> None:
    """Let so many cars come to a new store, most not for the first time; compare what is on record with the account."""
    account = rush.Account()
    plates = rush.cars(rng, count)
    with Desk.open(database, Actor("guard", "张三")) as desk:
        for plate in plates:
            if rng.random() < 0.6:
                zone.arrive(desk, Plate(plate), place="lane")
                zone.leave(desk, Plate(plate))
        before = desk.connection.execute("select coalesce(max(id), 0) from visits").fetchone()[0]
        gate, counter, both = rush.shares(rng, plates)
        people = [AtTerminal(frontdesk(kind, "--by", who)) for kind, who in (("guard", "张三"), ("reception", "李四"))]
        shifts = [rush.shift(rng, account, mine, both, at_desk=mine is counter) for mine in (gate, counter)]
        play(people, shifts, account)
        rows = desk.connection.execute(VISITS, (before,)).fetchall()
        for person in people:
            person.goes()
    found = {plate: (bool(received), why if left else None) for plate, received, left, why in rows}
    assert len(rows) == len(found)
    assert found == account.visits()
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
