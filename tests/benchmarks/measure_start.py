"""The first useful screen: from starting the guard's station until its first car stands in the terminal.

Beside it, an empty Textual application until its one text does. They take turns.
"""

from collections.abc import Callable, Iterable

from figures import Row, scratch, share
from terminals import AVAILABLE, EMPTY_TEXT, Terminal, empty_application, fill, shown, station

ROUNDS = 15


def start(open_one: Callable[[], Terminal], text: str) -> tuple[float, float]:
    """Return how long it takes until a program shows a text, and how much of a processor, both in milliseconds."""
    terminal = open_one()
    taken = shown([terminal], text)[0] - terminal.began
    return taken * 1000, terminal.close() * 1000


def rows() -> Iterable[Row]:
    """Least and median, by the clock and in processor time."""
    if not AVAILABLE:
        return
    with scratch() as folder:
        store = folder / "store.db"
        first_plate = fill(store, 3)
        ours, theirs = [], []
        for _ in range(1 + ROUNDS):
            theirs.append(start(empty_application, EMPTY_TEXT))
            ours.append(start(lambda: station(store), first_plate))
        # The first of each had to be compiled.
        del ours[0], theirs[0]
    for place, what in enumerate(("", ", processor")):
        mine, empty = [each[place] for each in ours], [each[place] for each in theirs]
        yield Row(f"first screen{what}: least", min(mine), "ms", min(empty), "≤ 1.5 ×")
        yield Row(f"first screen{what}: median", share(mine, 0.5), "ms", share(empty, 0.5), "≤ 1.5 ×")
