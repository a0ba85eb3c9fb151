"""Draws the lounge display: who is called to which bay, and who waits (Z5a). Pure functions from values to lines.

Customers see it from across the room, so it never shows a whole plate, a name or a phone number (C10).
"""

from frontdesk.domain.lounge import Ticket, TicketState, latest_calls
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import mask_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration
from frontdesk.words.zone import place_at, place_name
from screens.kit.big_digits import beside, cells_wide, drawn, is_drawn, rows_high
from screens.kit.lines import Line, Span, ends, fit, line, width_of

FRESH: Millis = 10 * SECOND
"""How long a call blinks, in real time rather than in the store's time."""

_TEXT_ROWS = 7
"""How many rows big digits must leave free: the call's heading, other calls, a title, four waiting customers."""
_OTHERS = 2
_GAP = 3


def is_fresh(ticket: Ticket, snapshot: Snapshot, now: Millis) -> bool:
    """Whether a ticket has only just been called."""
    return ticket.called_at is not None and now - ticket.called_at < FRESH * _pace(snapshot)


def is_inverted(ticket: Ticket, snapshot: Snapshot, now: Millis) -> bool:
    """Whether a call is shown inverted this second; a fresh one blinks every other second, starting inverted."""
    second = max(0, now - (ticket.called_at or 0)) // round(SECOND * _pace(snapshot))
    return is_fresh(ticket, snapshot, now) and second % 2 == 0


def _pace(snapshot: Snapshot) -> float:
    """Return how many of the store's seconds pass in a real second; more than one in the demo."""
    return max(1.0, snapshot.pace.rate) if snapshot.pace else 1.0


def draw(snapshot: Snapshot, now: Millis, width: int, height: int) -> list[Line]:
    """Return the display, exactly `height` lines of it."""
    lines: list[Line] = []
    calls = latest_calls(snapshot.tickets)
    if calls:
        lines += _call(calls[0], snapshot, now, width, height)
    elif not snapshot.tickets:
        lines += [()] * max(0, height // 2 - 1)
        lines.append(_centred([Span(_("no customers waiting"), "head")], width))
    else:
        lines += [(), _centred([Span(_("please wait: your number will be shown here"), "head")], width), ()]
    if calls[1:]:
        lines += _grid([_called_to(ticket, snapshot) for ticket in calls[1:]], width, _OTHERS)
    lines += _waiting(snapshot, now, width, height - len(lines))
    return [*lines, *[()] * height][:height]


def _call(ticket: Ticket, snapshot: Snapshot, now: Millis, width: int, height: int) -> list[Line]:
    """Return the latest call with a heading, its number and its bay, as big as the room allows."""
    tone = "chosen" if is_inverted(ticket, snapshot, now) else "head"
    said = [_("second call")] if ticket.calls > 1 else []
    if is_fresh(ticket, snapshot, now):
        said.append(_("please come now"))
    else:
        said.append(_("called {time} ago").format(time=duration(max(0, now - (ticket.called_at or now)))))
    heading = ends(
        [Span(f" {ticket.name}  {mask_plate(ticket.plate)}", tone)], [Span(" · ".join(said) + " ", tone)], width, tone
    )
    bay = next((place for place in snapshot.floor.places if place.key == ticket.bay), None)
    for scale in range(width, 0, -1):
        rows = rows_high(scale) + rows_high(max(1, scale // 2)) + _TEXT_ROWS
        if cells_wide(ticket.name, scale) <= width - 2 and rows <= height:
            number = drawn(ticket.name, scale)
            break
    else:
        scale, number = 0, [ticket.name]
    block = [*number, *_bay(bay, max(1, scale // 2), width, big=scale > 0)]
    return [fit(heading, width, tone), *(_centred([Span(row, tone)], width, tone) for row in block)]


def _bay(bay: Place | None, scale: int, width: int, *, big: bool) -> list[str]:
    """Return the way to a bay, with its number in big digits, or its name if it has no number or there is no room."""
    name = place_name(bay) if bay else ""
    what = name.removesuffix(bay.name).rstrip() if bay else ""
    if not name:
        return []
    if not (big and bay and is_drawn(bay.name) and what != name):
        return ["", f"→ {name}", ""] if big else [f"→ {name}"]
    gap = ["  "]
    row = rows_high(scale) // 2
    rows = beside(
        (drawn("→", scale), 0), (gap, row), ([what], row), (gap, row), (drawn(bay.name, scale), 0),
    )  # fmt: skip
    return rows if width_of([Span(rows[0])]) <= width else ["", f"→ {name}", ""]


def _called_to(ticket: Ticket, snapshot: Snapshot) -> Line:
    bay = place_at(ticket.bay, snapshot.floor.places)
    return line(Span(f"{ticket.name} ", "head"), Span(f"→ {bay}", "ok"))


def _waiting(snapshot: Snapshot, now: Millis, width: int, room: int) -> list[Line]:
    """Return the waiting customers in the order they will be called, then those who did not come."""
    waiting = [ticket for ticket in snapshot.tickets if ticket.state is TicketState.WAITING]
    missed = [ticket for ticket in snapshot.tickets if ticket.state is TicketState.NO_SHOW]
    if not waiting and not missed:
        return []
    title = Span(f" {word(TicketState.WAITING)} {len(waiting)}", "dim")
    entries = [(ticket, duration(max(0, now - ticket.arrived_at)), "head") for ticket in waiting]
    entries += [(ticket, word(TicketState.NO_SHOW), "dim") for ticket in missed]
    longest = max(width_of([Span(said)]) for _ticket, said, _tone in entries)
    cells = [
        line(
            Span(f"{ticket.name} ", tone),
            Span(f"{mask_plate(ticket.plate)} ", "dim" if tone == "dim" else "plain"),
            Span(" " * (longest - width_of([Span(said)])) + said, tone),
        )
        for ticket, said, tone in entries
    ]
    return [line(title), *_grid(cells, width, max(1, room - 1))]


def _grid(cells: list[Line], width: int, rows: int) -> list[Line]:
    """Return cells in columns, filled downwards; if not all fit, also how many are left out."""
    wide = max(map(width_of, cells)) + _GAP
    columns = max(1, (width - 1) // wide)
    if len(cells) > columns * rows:
        left = len(cells) - columns * rows + 1
        cells = [*cells[: columns * rows - 1], line(Span(_("and {count} more").format(count=left), "dim"))]
    return [
        fit([Span(" "), *sum((fit(cell, wide) for cell in cells[y::rows]), ())], width)
        for y in range(min(rows, len(cells)))
    ]


def _centred(spans: list[Span], width: int, tone: str = "plain") -> Line:
    before = max(0, (width - width_of(spans)) // 2)
    return fit([Span(" " * before, tone), *spans], width, tone)
