"""A rush at the gate: cars that come, hurried people who mistype, and a plain account of what came.

It shares no code with the program: people only type, press, and read the line that answers. Each is a generator that
gives what it does next and is sent what it then reads.
"""

import random
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

READ = 750
"""In milliseconds, how long somebody reads a question before answering it."""
MISTYPED = 0.2
_NUMBER = "0123456789" * 3 + "ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOOKS_LIKE = dict(zip("1I0OB8S5Z2", "I1O08B5S2Z", strict=True))


class Act(NamedTuple):
    """What somebody does: wait, type, press keys all at once."""

    text: str = ""
    keys: tuple[str, ...] = ()
    wait: int = 0


class Seen(NamedTuple):
    """What is read after it: what is wrong, what was done, who is next to be received."""

    trouble: str
    done: str
    following: str


Doing = Generator[Act, Seen, None]


class Shift:
    """Everything one person does, act by act; None when it is over."""

    def __init__(self, doings: Iterator[Doing]) -> None:
        self._doings = doings

    def begins(self) -> Act | None:
        doing = next(self._doings, None)
        if doing is None:
            return None
        self._doing = doing
        return next(doing)

    def goes_on(self, seen: Seen) -> Act | None:
        try:
            return self._doing.send(seen)
        except StopIteration:
            return self.begins()


@dataclass
class Account:
    """What really happened: which cars came, whom somebody received, which cars left and why."""

    step: int = 0
    """How many times both stations have done something."""
    came: set[str] = field(default_factory=set)
    left: dict[str, str] = field(default_factory=dict)
    received: list[tuple[int, str]] = field(default_factory=list)
    """Each under the plate that was read, and when."""
    corrected: list[tuple[int, int, str, str]] = field(default_factory=list)
    """From when to when a car stood there under a wrong plate, which, and the right one."""

    def visits(self) -> dict[str, tuple[bool, str | None]]:
        """Each car that came: whether the customer was received, and why it left, None where it did not.

        Who was received in the very instant in which the other station said why needs no reason any more.
        """
        received = {self._meant(step, plate) for step, plate in self.received}
        why = {plate: "" if plate in received else why for plate, why in self.left.items()}
        return {plate: (plate in received, why.get(plate)) for plate in self.came}

    def _meant(self, step: int, plate: str) -> str:
        for since, until, wrong, right in self.corrected:
            if plate == wrong and since <= step <= until:
                return right
        return plate


def shown(plate: str) -> str:
    return plate if plate[0].isascii() else f"{plate[:2]}·{plate[2:]}"


def shares(rng: random.Random, plates: list[str]) -> tuple[list[str], list[str], set[str]]:
    """Deal the cars out to the gate and the desk; every tenth both see."""
    both = set(rng.sample(plates, len(plates) // 10))
    gate = [plate for plate in plates if plate in both or rng.random() < 0.5]
    return gate, [plate for plate in plates if plate in both or plate not in gate], both


def cars(rng: random.Random, count: int) -> list[str]:
    """So many plates; every tenth is a neighbour of another one."""
    found: list[str] = []
    while len(found) < count:
        if found and rng.random() < 0.1:
            plate = _one_off(rng, rng.choice(found))
        else:
            plate = "苏" + rng.choice("ABE") + "".join(rng.choice(_NUMBER) for _ in range(5))
        if plate not in found:
            found.append(plate)
    return found


def admit(rng: random.Random, account: Account, plate: str, *, seen_by_both: bool = False) -> Doing:
    """Let a car arrive, whatever was mistyped; what was admitted wrongly is corrected at once."""
    account.came.add(plate)
    right = plate[1:].lower()
    typed = mistyped(rng, plate)[1:].lower() if rng.random() < MISTYPED else right
    seen = yield Act(typed, _hit(rng, "f2"))
    for _time in range(20):
        if not seen.trouble:
            if _plate(seen.done) != plate:
                yield from _correct(account, seen.done, plate)
            return
        if seen_by_both and f"{shown(plate)} is already here" in seen.trouble:
            return
        if re.search(rf"Like {shown(plate)}( in|,)", seen.trouble):
            seen = yield Act(keys=("enter", "enter"), wait=READ)
        elif f"{shown(plate)} is new" in seen.trouble:
            seen = yield Act(keys=_hit(rng, "f2"), wait=READ)
        else:
            seen = yield Act(right, _hit(rng, "f2"))
    raise AssertionError(f"{plate} does not get in: {seen}")


def receive(rng: random.Random, account: Account) -> Doing:
    """Receive whoever is next, once the name was read."""
    seen = yield Act(wait=READ)
    if seen.following:
        seen = yield Act(keys=_hit(rng, "f6"), wait=READ)
        if not seen.trouble and "received" in seen.done:
            account.received.append((account.step, _plate(seen.done)))


def leave(rng: random.Random, account: Account, plate: str) -> Doing:
    """Let a car leave that the workshop never had; why is asked where the customer was not received."""
    seen = yield Act(plate[1:].lower(), _hit(rng, "f4"))
    number = rng.randrange(4)
    why = ("no_wait", "wrong_place", "comes_back", "other")[number]
    if "without having been received" in seen.trouble:
        seen = yield Act(keys=(str(number + 1),), wait=READ)
    if "was received" in seen.trouble:
        why = ""
        if "was received at" in seen.trouble:
            # At the desk somebody has just come to the car: it leaves all the same.
            yield Act(keys=("escape",), wait=READ)
            yield Act(keys=("f4",), wait=READ)
        seen = yield Act(keys=("1",), wait=READ)
    assert not seen.trouble, seen
    account.left[plate] = why


def hit_f4(_rng: random.Random, _account: Account, plate: str) -> Doing:
    """A glove on F4 and F5, and the next plate typed on: nothing comes of it."""
    yield Act(plate[1:].lower(), ("f4", "f5", "f4", *"b1234"))
    yield Act(keys=("escape",), wait=READ)
    yield Act(keys=("escape",))


def mistyped(rng: random.Random, plate: str) -> str:
    """A plate with one mistake in it."""
    at = rng.randrange(1, len(plate))
    kinds = {
        "one off": lambda: _one_off(rng, plate),
        "swapped": lambda: plate[: at - 1] + plate[at] + plate[at - 1] + plate[at + 1 :] if at > 1 else plate,
        "alike": lambda: "".join(_LOOKS_LIKE.get(each, each) if n == at else each for n, each in enumerate(plate)),
        "missing": lambda: plate[:at] + plate[at + 1 :],
        "one too many": lambda: plate[:at] + plate[at] + plate[at:],
    }
    return kinds[rng.choice(list(kinds))]()


def shift(rng: random.Random, account: Account, mine: list[str], both: set[str], *, at_desk: bool) -> Shift:
    """What one person does; `both`: the cars that the other one sees too."""
    return Shift(_doings(rng, account, mine, both, at_desk=at_desk))


def _doings(rng: random.Random, account: Account, mine: list[str], both: set[str], *, at_desk: bool) -> Iterator[Doing]:
    for number, plate in enumerate(mine):
        yield admit(rng, account, plate, seen_by_both=plate in both)
        if at_desk and rng.random() < 0.7:
            yield receive(rng, account)
        if not at_desk and number and rng.random() < 0.15:
            stays = [each for each in mine[: number + 1] if each not in account.left and each not in both]
            if stays:
                yield rng.choice((leave, hit_f4))(rng, account, rng.choice(stays))


def _correct(account: Account, done: str, plate: str) -> Doing:
    since, wrong = account.step, _plate(done)
    seen = yield Act(wrong, ("ctrl+k",))
    assert shown(wrong) in seen.trouble, f"not the car that was typed, {wrong}: {seen}"
    seen = yield Act(plate, ("enter",), wait=READ)
    if f"{shown(plate)} is already here" in seen.trouble:
        # The other one, who saw it too, had it right: what was typed here is taken back.
        yield Act(keys=("escape",), wait=READ)
        seen = yield Act(keys=("f9",), wait=READ)
        assert not seen.trouble, seen
        return
    assert not seen.trouble, seen
    account.corrected.append((since, account.step, wrong, plate))


def _plate(done: str) -> str:
    # What was mistyped may read as a military plate, which has no dot.
    return next(word.replace("·", "") for word in done.split() if re.fullmatch(r"..·\w+|[A-Z]{2}[0-9]{5}", word))


def _hit(rng: random.Random, key: str) -> tuple[str, ...]:
    """A key pressed once, hit twice, or held down."""
    return (key,) * rng.choice((1, 1, 2, 2, 3, 12))


def _one_off(rng: random.Random, plate: str) -> str:
    at = rng.randrange(2, len(plate))
    return plate[:at] + rng.choice(_NUMBER) + plate[at + 1 :]
