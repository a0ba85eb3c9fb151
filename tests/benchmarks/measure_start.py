"""The start of the guard's station: until its first car stands in the terminal, and until a typed letter stands in its
entry box. Beside each, an empty Textual application until its one text does.

They take turns.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from figures import Row, scratch, share
from terminals import AVAILABLE, EMPTY_TEXT, Terminal, empty_application, fill, shown, station

ROUNDS = 15
LETTER = "q"
"""No word that a station shows has it."""


class Start(NamedTuple):
    """How long a program takes until it shows something, and how much of a processor, both in milliseconds."""

    taken: float
    used: float


def start(open_one: Callable[[], Terminal], text: str, typed: str = "") -> Start:
    """Return how long it takes until a program shows a text; `typed`: what is typed as soon as it draws anything."""
    terminal = open_one()
    if typed:
        shown([terminal], "\x1b[")
        terminal.press(typed.encode())
    taken = shown([terminal], text)[0] - terminal.began
    return Start(taken * 1000, terminal.close() * 1000)


def rows() -> Iterable[Row]:
    """Least and median, by the clock and in processor time."""
    if not AVAILABLE:
        return
    with scratch() as folder:
        store = folder / "store.db"
        first_plate = fill(store, 3)
        kinds: dict[str, list[Start]] = {"empty": [], "first picture": [], "ready for keys": []}
        for _ in range(1 + ROUNDS):
            kinds["empty"].append(start(empty_application, EMPTY_TEXT))
            kinds["first picture"].append(start(lambda: station(store), first_plate))
            kinds["ready for keys"].append(start(lambda: station(store), LETTER, LETTER))
    empty = kinds.pop("empty")[1:]
    for (what, found), goal in zip(kinds.items(), ("≤ 0.5 ×", "≤ 1.2 ×"), strict=True):
        # The first of each had to be compiled.
        for place, also in enumerate(("", ", processor")):
            ours, theirs = [each[place] for each in found[1:]], [each[place] for each in empty]
            yield Row(f"{what}{also}: least", min(ours), "ms", min(theirs), goal)
            yield Row(f"{what}{also}: median", share(ours, 0.5), "ms", share(theirs, 0.5), goal)
