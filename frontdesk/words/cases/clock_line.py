"""The running clocks of a case in one line, in as many words as there is room for (Q1–Q3, C3, C5, C6)."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from rich.cells import cell_len

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import ClockName, ClockState, DueClock
from frontdesk.domain.values.clock import Millis

LOOSE, CLOSE = " · ", "·"
"""The separator of two clocks if there is room, and if there is little."""


class Size(Enum):
    """How much detail is given about a clock."""

    FULL = "full"
    """Its name and how it stands, in full words."""
    SHORT = "short"
    """Its short name and a short time."""
    TIGHT = "tight"
    """The same with a rougher time."""
    BARE = "bare"
    """Its short name, with a sign if it needs one."""


Said = Callable[[DueClock, ClockState, Size], str]
"""The words for a clock in a state, at a size."""


class ClockLine(NamedTuple):
    """The clocks of a line, each with its words and its state; running clocks come first, sorted by due time."""

    clocks: list[tuple[str, ClockState]]
    between: str
    more: int = 0
    """How many of the clocks due last are left out for lack of room."""

    @property
    def text(self) -> str:
        """The whole line."""
        return self.between.join([*(text for text, _ in self.clocks), *([f"+{self.more}"] if self.more else [])])


def clock_line(case: Case, now: Millis, warning: Millis, said: Said, room: int, *, beside: int = 0) -> ClockLine | None:
    """Return the clocks of a case in at most `room` cells; None if none runs and no ended one fits.

    That a date is to be agreed on is told once the full answer is not what comes first (Q3).

    `warning`: how long before its due time a clock warns. `beside`: how many cells the rest of the row would like; it
    gets fewer if the clocks would otherwise lose their times.
    """
    shown = (clock for clock in case.running if clock.name is not ClockName.AGREE_DATE or clock is case.week(now))
    running = [(clock, clock.state(now, warning)) for clock in sorted(shown, key=lambda clock: clock.due_at)]
    ended = [(clock, clock.state(now, warning)) for clock in case.clocks if not clock.is_running]
    ended.sort(key=lambda standing: standing[0].met_at is None)
    full = [said(*standing, Size.FULL) for standing in running]
    done = [said(*standing, Size.FULL) for standing in ended]
    free = max(0, room - beside)
    if _width(full, LOOSE) + _width(done, LOOSE) + len(LOOSE) <= free:
        return _line([*full, *done], [*running, *ended], LOOSE) if full or done else None
    if not running:
        return None
    if _width(full, LOOSE) <= free:
        return _line(full, running, LOOSE)
    short = [said(*standing, Size.SHORT) for standing in running]
    led = [full[0], *short[1:]]
    # The words of the clock due first, such as that it is overdue, are worth more than the blanks between the others.
    tried = ((led, LOOSE), (led, CLOSE), (short, LOOSE), (short, CLOSE))
    forms = [(texts, between, _width(texts, between)) for texts, between in tried]
    for cells in (free, room) if beside else (room,):
        for texts, between, wide in forms:
            if wide <= cells:
                return _line(texts, running, between)
    return _squeezed([*zip(running, short, strict=True)], said, room)


def _squeezed(running: list[tuple[tuple[DueClock, ClockState], str]], said: Said, room: int) -> ClockLine:
    """Return every clock by its name, with its time if there is room, the clocks due first before the others."""
    texts = [said(*standing, Size.BARE) for standing, _ in running]
    more = 0
    while len(texts) > 1 and _width([*texts, *([f"+{more}"] if more else [])], CLOSE) > room:
        del texts[-1]
        more += 1
    left = room - _width([*texts, *([f"+{more}"] if more else [])], CLOSE)
    shown = running[: len(texts)]
    tight = [said(*standing, Size.TIGHT) for standing, _ in shown]
    for place, fuller in (*enumerate(tight), (0, shown[0][1])):
        gain = cell_len(fuller) - cell_len(texts[place])
        if gain <= left:
            texts[place] = fuller
            left -= gain
    return _line(texts, [standing for standing, _ in shown], CLOSE)._replace(more=more)


def _line(texts: list[str], standings: list[tuple[DueClock, ClockState]], between: str) -> ClockLine:
    return ClockLine([*zip(texts, (state for _, state in standings), strict=True)], between)


def _width(texts: Sequence[str], between: str) -> int:
    return sum(map(cell_len, texts)) + len(between) * max(0, len(texts) - 1)
