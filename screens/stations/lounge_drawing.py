"""Draws the lounge display: who is called to which bay, and who waits (Z5a). Pure functions from values to lines.

Customers see it from across the room, so it never shows a whole plate, a name or a phone number (C10).
"""

from frontdesk.domain.incidents.incident import asks_to_follow
from frontdesk.domain.lounge import Ticket, latest_calls
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis, to_datetime
from frontdesk.domain.values.plates import mask_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.every_language import in_every_language
from frontdesk.words.i18n import _
from frontdesk.words.times import clock_time, duration
from frontdesk.words.weather.days import in_short
from frontdesk.words.zone import place_at, place_name
from screens.kit.big_digits import beside, cells_wide, drawn, is_drawn, rows_high
from screens.kit.live import Live
from screens.kit.notices import no_data, pace_name, sound_off
from screens.kit.spans import Line, Span, ends, fit, line, width_of
from screens.kit.store_zone import store_zone
from screens.progress.lounge_page import draw_progress, waiting_for
from screens.stations.lounge_waiting import grid, rows_kept, waiting

FRESH: Millis = 10 * SECOND
"""How long a call blinks, in real time rather than in the store's time."""

TURNS: Millis = 10 * SECOND
"""How long each page is up, in real time."""

_OTHERS = 2
"""How many rows the other calls take at most."""


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


def draw_heading(live: Live, width: int) -> list[Line]:
    """Return the store's name and the clock; whether the picture is old."""
    snapshot = live.snapshot
    if snapshot is None:
        return [()]
    zone = store_zone(snapshot)
    right: list[Span] = []
    if live.stale_since is not None:
        right.append(no_data(live.stale_since, zone, outdated=live.outdated))
    if live.now < live.silent_until:
        right.append(sound_off(live.silent_until, zone))
    if snapshot.pace is not None:
        right.append(Span(f" {pace_name(snapshot.pace)} ", "prompt"))
    right.append(Span(f" {clock_time(live.now, zone)} ", "head"))
    today = snapshot.weather.of(to_datetime(live.now, zone).date())
    if today is not None:
        # Customers are told what it is like, and not alarmed.
        right.insert(0, Span(f" {in_short(today.weather)} ", "dim"))
    return [ends([Span(f" {snapshot.policy.store_name or _('customer lounge')}", "head")], right, width)]


def draw(snapshot: Snapshot, now: Millis, width: int, height: int) -> list[Line]:
    """Return the display, exactly `height` lines of it; it turns to the cars in repair and back.

    Where everybody has to leave, it says only that, calmly and in every language.
    """
    if any(asks_to_follow(each) for each in snapshot.incidents):
        said = [[], *in_every_language(lambda: [_("please follow the staff")])]
        rows = [_centred([Span(row, "head")], width) for part in said for row in (*part, "")]
        return [*[()] * max(0, height // 2 - len(rows) // 2 - 1), *rows, *[()] * height][:height]
    turn = _turn(snapshot, now)
    if turn is not None:
        return draw_progress(snapshot, now, width, height, turn)
    lines: list[Line] = []
    calls = latest_calls(snapshot.tickets)
    others = grid([_called_to(ticket, snapshot) for ticket in calls[1:]], width, _OTHERS)
    if calls:
        lines += _call(calls[0], snapshot, now, width, height - len(others) - rows_kept(snapshot, now, width, height))
    elif not snapshot.tickets:
        lines += [()] * max(0, height // 2 - 1)
        lines.append(_centred([Span(_("no customers waiting"), "head")], width))
    else:
        lines += [(), _centred([Span(_("please wait: your number will be shown here"), "head")], width), ()]
    lines += [*others, *waiting(snapshot, now, width, height - len(lines) - len(others))]
    return [*lines, *[()] * height][:height]


def _turn(snapshot: Snapshot, now: Millis) -> int | None:
    """Return how often the page of cars in repair has come up; None while the calls are shown.

    A call that is fresh is never covered; where nobody has a ticket, the cars stay up.
    """
    if not waiting_for(snapshot) or any(is_fresh(ticket, snapshot, now) for ticket in latest_calls(snapshot.tickets)):
        return None
    turns = now // round(TURNS * _pace(snapshot))
    if not snapshot.tickets:
        return turns
    return turns // 2 if turns % 2 else None


def _call(ticket: Ticket, snapshot: Snapshot, now: Millis, width: int, rows: int) -> list[Line]:
    """Return the latest call: a heading, then its number and the way to its bay, both as big as `rows` allow."""
    tone = "chosen" if is_inverted(ticket, snapshot, now) else "head"
    said = [_("second call")] if ticket.calls > 1 else []
    if is_fresh(ticket, snapshot, now):
        said.append(_("please come now"))
    else:
        said.append(_("called {time} ago").format(time=duration(max(0, now - (ticket.called_at or now)))))
    bay = next((place for place in snapshot.floor.places if place.key == ticket.bay), None)
    whose = f" {ticket.name}  {mask_plate(ticket.plate)}" + (f"  → {place_name(bay)}" if bay else "")
    heading = ends([Span(whose, tone)], [Span(" · ".join(said) + " ", tone)], width, tone)
    block = ["", *_number_and_bay(ticket.name, bay, width, max(1, rows - 3)), ""]
    return [fit(heading, width, tone), *(_centred([Span(row, tone)], width, tone) for row in block)]


def _number_and_bay(number: str, bay: Place | None, width: int, rows: int) -> list[str]:
    """Return a number and where to go: beside each other or one above the other, whichever is bigger."""
    way = f"→{bay.name}" if bay and is_drawn(bay.name) else ""
    for scale in range(width, 0, -1):
        high, gap = rows_high(scale), 2 * scale
        is_wide = cells_wide(number, scale) + (gap + cells_wide(way, scale) if way else 0) > width - 2
        if way and not is_wide and high <= rows:
            return beside((drawn(number, scale), 0), ([" " * gap], 0), (drawn(way, scale), 0))
        if max(cells_wide(number, scale), cells_wide(way, scale)) > width - 2:
            continue
        if way and 2 * high + 1 <= rows:
            return [*drawn(number, scale), "", *drawn(way, scale)]
        if not way and high + 2 <= rows:
            return [*drawn(number, scale), "", f"→ {place_name(bay)}" if bay else ""]
    return [number, f"→ {place_name(bay)}" if bay else ""][:rows]


def _called_to(ticket: Ticket, snapshot: Snapshot) -> Line:
    bay = place_at(ticket.bay, snapshot.floor.places)
    return line(Span(f"{ticket.name} ", "head"), Span(f"→ {bay}", "ok"))


def _centred(spans: list[Span], width: int, tone: str = "plain") -> Line:
    before = max(0, (width - width_of(spans)) // 2)
    return fit([Span(" " * before, tone), *spans], width, tone)
