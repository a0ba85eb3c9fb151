"""How often a test goes round: a few times a day; in a campaign many times, but only as long as its time lasts."""

import time
from collections import Counter
from collections.abc import Iterator


class Rounds:
    """The rounds of one test: `for number in rounds(20, 2000)`."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        """How long a campaign may go on with this test; None where this is none."""
        self.also: Counter[str] = Counter()
        """What else is told of a campaign: how many kills, how many power cuts."""
        self.done = self.asked = 0
        self._began = time.monotonic()

    def __call__(self, usual: int, many: int) -> Iterator[int]:
        """Count the usual rounds; in a campaign, so many that none is begun after its time."""
        rounds = self.of(usual, many)
        self.asked += rounds
        for number in range(rounds):
            # At least one: what no round was made of has shown nothing.
            if number and not self.is_time():
                return
            yield number
            self.done += 1

    def of(self, usual: int, many: int) -> int:
        """How large one round is: it cannot be left off in the middle."""
        return usual if self.seconds is None else many

    def is_time(self) -> bool:
        return self.seconds is None or time.monotonic() < self._began + self.seconds

    def __str__(self) -> str:
        words = [f"{self.done:,} of {self.asked:,} rounds", *(f"{times:,} {what}" for what, times in self.also.items())]
        return f"{', '.join(words)} in {time.monotonic() - self._began:.0f} s"
