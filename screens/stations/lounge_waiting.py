"""Who waits in the lounge, in the order they will be called; as big as there is room for, to be read from afar."""

from frontdesk.domain.lounge import Ticket, TicketState
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import mask_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration
from screens.kit.big_digits import cells_wide, drawn, rows_high
from screens.kit.spans import Line, Span, fit, line, width_of

_GAP = 3
_TIMED = 80
"""In a narrower window the numbers stand without their times, so that they stay big."""
_BIGGEST = 4
"""From this scale on a number is bigger than it has to be."""


def rows_kept(snapshot: Snapshot, now: Millis, width: int, height: int) -> int:
    """Return how many rows a call leaves free for who waits: half of the display at most."""
    queue, missed = _of(snapshot, TicketState.WAITING), _of(snapshot, TicketState.NO_SHOW)
    if not queue:
        return 2 if missed else 0
    wide = _width(queue, [_label(place, ticket, now, width) for place, ticket in enumerate(queue)], 1)
    rows = -(-len(queue) // max(1, (width - 1) // wide))
    return min(height // 2, 1 + rows * (rows_high(1) + 1) + bool(missed))


def waiting(snapshot: Snapshot, now: Millis, width: int, room: int) -> list[Line]:
    """Return the waiting customers in the order they will be called, then those who did not come."""
    queue, missed = _of(snapshot, TicketState.WAITING), _of(snapshot, TicketState.NO_SHOW)
    if not queue and not missed:
        return []
    title = [Span(f" {word(TicketState.WAITING)} {len(queue)}", "head")]
    title += [Span(" · " + _("called in this order"), "dim")] if len(queue) > 1 else []
    shown, big = _big(queue, now, width, room - 1, others=len(missed))
    rest = [_small(ticket, _waits(ticket, now), "head") for ticket in queue[shown:]]
    rest += [_small(ticket, word(TicketState.NO_SHOW), "dim") for ticket in missed]
    return [line(*title), *big, *grid(rest, width, max(1, room - 1 - len(big)))]


def _big(queue: list[Ticket], now: Millis, width: int, room: int, *, others: int) -> tuple[int, list[Line]]:
    """Return how many are in big digits, and their lines: as big as all of them fit, or else as many as fit."""
    if not queue:
        return 0, []
    labels = [_label(place, ticket, now, width) for place, ticket in enumerate(queue)]
    for scale in range(_BIGGEST, 0, -1):
        wide = _width(queue, labels, scale)
        columns, high = (width - 1) // wide, rows_high(scale) + 1
        needed = -(-len(queue) // columns) if columns else 0
        is_all = columns > 0 and needed * high + (1 if others else 0) <= room
        if is_all or (scale == 1 and columns > 0):
            rows = needed if is_all else max(0, (room - 1) // high)
            return columns * rows, [
                each
                for y in range(rows)
                for each in _row(queue[y * columns :][:columns], labels[y * columns :][:columns], scale, wide, width)
            ]
    return 0, []


def _of(snapshot: Snapshot, state: TicketState) -> list[Ticket]:
    return [ticket for ticket in snapshot.tickets if ticket.state is state]


def _width(tickets: list[Ticket], labels: list[Line], scale: int) -> int:
    """Return how many cells a number takes, with its line below it."""
    return max(*(cells_wide(ticket.name, scale) for ticket in tickets), *map(width_of, labels)) + _GAP


def _row(tickets: list[Ticket], labels: list[Line], scale: int, wide: int, width: int) -> list[Line]:
    """Return numbers side by side, each with its line below it."""
    numbers = [drawn(ticket.name, scale) for ticket in tickets]
    lines = [
        fit([Span(" "), *(piece for number in numbers for piece in fit([Span(number[y], "head")], wide))], width)
        for y in range(rows_high(scale))
    ]
    return [*lines, fit([Span(" "), *(piece for label in labels for piece in fit(label, wide))], width)]


def _label(place: int, ticket: Ticket, now: Millis, width: int) -> Line:
    """Return whose number it is, how many are called before it, and in a wide window how long they have waited."""
    before = Span(_("{count} before").format(count=place)) if place else Span(_("is next"), "ok")
    waits = [Span(f" {_waits(ticket, now)}", "dim")] if width >= _TIMED else []
    return line(f"{mask_plate(ticket.plate)} ", before, *waits)


def _small(ticket: Ticket, said: str, tone: str) -> Line:
    plate = Span(f"{mask_plate(ticket.plate)} ", "dim" if tone == "dim" else "plain")
    return line(Span(f"{ticket.name} ", tone), plate, Span(said, tone))


def _waits(ticket: Ticket, now: Millis) -> str:
    return _("waits {time}").format(time=duration(max(0, now - ticket.arrived_at)))


def grid(cells: list[Line], width: int, rows: int) -> list[Line]:
    """Return cells in columns, filled downwards; if not all fit, also how many are left out."""
    if not cells:
        return []
    wide = max(map(width_of, cells)) + _GAP
    columns = max(1, (width - 1) // wide)
    if len(cells) > columns * rows:
        left = len(cells) - columns * rows + 1
        cells = [*cells[: columns * rows - 1], line(Span(_("and {count} more").format(count=left), "dim"))]
    return [
        fit([Span(" "), *sum((fit(cell, wide) for cell in cells[y::rows]), ())], width)
        for y in range(min(rows, len(cells)))
    ]
