"""A car's time in the zone as a bar, with a tick where it asks for attention and one at the limit (Z6)."""

from itertools import groupby

from rich.cells import cell_len, set_cell_size

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.words.times import rough_duration
from screens.kit.spans import Line, Span

FEWEST = 12
"""A narrower bar says nothing."""
_BEYOND = 1.2
"""How far the bar goes, in limits."""


def dwell_bar(time: Millis, policy: Policy, width: int, tone: str) -> Line:
    """Return the bar in `width` cells; a car that is over the limit fills it beyond the second tick."""
    spent = min(width, int(time * width / (policy.over_stay * _BEYOND)) + 1)
    cells = [("━", tone) if x < spent else ("─", "dim") for x in range(width)]
    for tick in ticks(policy, width):
        cells[tick] = ("╋" if tick < spent else "┼", tone if tick < spent else "plain")
    return tuple(Span("".join(c for c, _tone in run), key) for key, run in groupby(cells, key=lambda cell: cell[1]))


def ticks(policy: Policy, width: int) -> tuple[int, int]:
    """Return the cells of the two ticks."""
    warning = int(policy.over_stay_warning_s * SECOND * width / (policy.over_stay * _BEYOND))
    return min(warning, width - 1), min(int(width / _BEYOND), width - 1)


def scale(policy: Policy, width: int) -> str:
    """Return the heading of such bars: the two limits above their ticks."""
    row = ""
    for tick, at in zip(ticks(policy, width), (policy.over_stay_warning_s * SECOND, policy.over_stay), strict=True):
        said = rough_duration(at)
        gap = tick - cell_len(said) // 2 - cell_len(row)
        row += " " * gap + said if gap > 0 else ""
    return set_cell_size(row, width)
