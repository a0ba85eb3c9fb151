"""How far a long piece of work has come: its parts one after another, each with its share of the whole time."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Progress = Callable[[int, int], None]
"""A function that is told how much is done, and out of how much; the latter is 0 if that is unknown."""


def quietly(_done: int, _of: int) -> None:
    """Take note of no progress."""


class Parts(NamedTuple):
    """The parts in the order they are done, each with about the time that it takes, and who is told."""

    times: Mapping[str, int]
    progress: Progress

    def part(self, name: str) -> Progress:
        """Begin a part; return what is told how much of it is done."""
        names = list(self.times)
        before = sum(self.times[each] for each in names[: names.index(name)])
        whole = sum(self.times.values())
        self.progress(before, whole)

        def told(done: int, of: int) -> None:
            if of:
                self.progress(before + self.times[name] * done // of, whole)

        return told
