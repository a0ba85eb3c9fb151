"""The first picture of a station: what its first frame will show above the entry box, at the same places.

It is drawn before Textual is loaded. What only comes with Textual – queue, entry box, keys – stays empty until then.
Pure: values in, rows out.
"""

from typing import NamedTuple

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.words import i18n
from screens.escalations.prompt_drawing import PROMPT_ROWS, draw_prompts
from screens.figures.day_drawing import draw_day
from screens.kit.live import Live
from screens.kit.spans import Line
from screens.kit.window_size import COLUMNS, ROWS, draw_too_small
from screens.stations.banner_drawing import BANNER_ROWS, draw_banner
from screens.stations.status_drawing import draw_status
from screens.stations.window import MIDDLE_ROWS, WAITING_ROWS, rows_at_bottom
from screens.zone.board_room import draw_board


class Row(NamedTuple):
    """A row of the window, and what it stands on."""

    line: Line
    ground: str = "page"


def first_picture(live: Live, station: StationKind, width: int, high: int) -> list[Row]:
    """Return every row of a window; `live` is the picture that the first frame shows."""
    if station is StationKind.LOUNGE:
        rows = _lounge(live, width, high)
    elif width < COLUMNS or high < ROWS:
        rows = [Row(line) for line in draw_too_small(width)]
    else:
        rows = (_workshop if station is StationKind.WORKSHOP else _station)(live, station, width, high)
    return [*rows, *[Row(())] * high][:high]


def _lounge(live: Live, width: int, high: int) -> list[Row]:
    from screens.stations.lounge_drawing import draw, draw_heading  # noqa: PLC0415 - a station loads its own only

    head = [Row(line, "raised") for line in draw_heading(live, width)]
    room = max(1, high - len(head))
    return [*head, *(Row(line) for line in (draw(live.snapshot, live.now, width, room) if live.snapshot else []))]


def _workshop(live: Live, station: StationKind, width: int, high: int) -> list[Row]:
    from screens.progress.repair_drawing import draw_repairs  # noqa: PLC0415 - as said

    head = [*(Row(line, "raised") for line in draw_status(live, station, width))]
    above = [Row(line) for line in draw_banner(live, width)[:BANNER_ROWS]]
    room = high - len(head) - len(above) - rows_at_bottom(station, i18n.language(), width, high)
    return [*head, *above, *(Row(line) for line in draw_repairs(live, width, room).lines)]


def _station(live: Live, station: StationKind, width: int, high: int) -> list[Row]:
    head = [Row(line, "raised") for line in draw_status(live, station, width)]
    above = [
        *draw_banner(live, width)[:BANNER_ROWS],
        *draw_prompts(live, station, width, high).lines[:PROMPT_ROWS],
        *draw_day(live, station, width, high),
    ]
    room = high - len(head) - len(above) - rows_at_bottom(station, i18n.language(), width, high)
    below = MIDDLE_ROWS[station]
    board = draw_board(live, width, high, below=below, left=room - WAITING_ROWS[station], chosen=NO_PLATE)
    return [*head, *(Row(line) for line in [*above, *(board.lines[:room] if board else [])])]
