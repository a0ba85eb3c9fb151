"""The rows of a station's window, known before any of it is laid out. Pure: values in, numbers out."""

from frontdesk.domain.stations.station import StationKind
from screens.kit.window_size import HIGH

MIDDLE_ROWS = {StationKind.GUARD: 0, StationKind.RECEPTION: 3, StationKind.MANAGER: 2, StationKind.WORKSHOP: 0}
"""How many rows the part between the board and the entry box needs at least."""

WAITING_ROWS = {StationKind.GUARD: 0, StationKind.RECEPTION: 1, StationKind.MANAGER: 0, StationKind.WORKSHOP: 0}
"""How many of them show something whatever there is in the queue."""

_BUTTONS = 3
_KEY_ROWS_LOW = 2
_KEY_ROWS = {
    ("zh", StationKind.RECEPTION): (65, 123),
    ("zh", StationKind.MANAGER): (76, 147),
    ("zh", StationKind.WORKSHOP): (63, 116),
    ("en", StationKind.WORKSHOP): (79, 144),
    ("en", StationKind.RECEPTION): (80, 152),
    ("en", StationKind.MANAGER): (63, 84, 167),
}
"""From which widths on the keys of a desk take a row less, down to one. They load with Textual, so it stands here."""


def rows_of_keys(station: StationKind, language: str, width: int, high: int) -> int:
    """Return how many rows the keys at the bottom take."""
    if station is StationKind.GUARD:
        return _BUTTONS
    widths = _KEY_ROWS[language, station]
    rows = 1 + sum(width < each for each in widths)
    return rows if high >= HIGH else min(rows, _KEY_ROWS_LOW)


def rows_at_bottom(station: StationKind, language: str, width: int, high: int) -> int:
    """Return how many rows are kept for the entry box, the cars that fit, the last action and the keys."""
    entry, fitting, said = 1, 2 if high >= HIGH else 1, 1
    return entry + fitting + said + rows_of_keys(station, language, width, high)
