"""The lounge's second page: how far each car is whose customer waits there. Pure: values in, lines out.

Customers see it from across the room: a masked plate, one word, a time – never what was found (C10, P4).
"""

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Stage, Waits
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import mask_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import short_time
from screens.kit.spans import Line, Span, fit, line, shortened
from screens.kit.store_zone import store_zone

_SHOWN = {Stage.FOR_CUSTOMER: Stage.WORKING, Stage.PAUSED: Stage.WORKING}
"""What is said in another word: that something was found is between the customer and the advisor."""
_PLATE, _STAGE = 16, 26
_AIRY = 2
"""How many rows a car takes where there is room."""


def draw_progress(snapshot: Snapshot, now: Millis, width: int, height: int, turn: int) -> list[Line]:
    """Return exactly `height` lines; where there are more cars than rows, each `turn` shows the next of them."""
    cars = waiting_for(snapshot)
    high = _AIRY if len(cars) * _AIRY <= height - 2 else 1
    room = max(1, (height - 2) // high)
    pages = max(1, -(-len(cars) // room))
    lines: list[Line] = [line(Span(" " + _("your car"), "head")), ()]
    for car in cars[turn % pages * room :][:room]:
        lines += [_row(car, snapshot, now, width), *[()] * (high - 1)]
    return [*lines, *[()] * height][:height]


def waiting_for(snapshot: Snapshot) -> tuple[Progress, ...]:
    """Return the cars whose customers wait in the lounge, the earliest promise first."""
    return tuple(car for car in snapshot.repairs if car.waits is Waits.LOUNGE)


def _row(car: Progress, snapshot: Snapshot, now: Millis, width: int) -> Line:
    reached = stage(car)
    said = word(_SHOWN.get(reached, reached))
    expected = ""
    if car.promised_at is not None and reached is not Stage.READY and car.promised_at > now:
        expected = _("about {time}").format(time=short_time(car.promised_at, store_zone(snapshot), now))
    return fit(
        [
            *fit([Span(f"  {mask_plate(car.plate)}", "head")], _PLATE),
            *fit([Span(shortened(said, _STAGE - 1), "ok" if reached is Stage.READY else "plain")], _STAGE),
            Span(expected, "head"),
        ],
        width,
    )
