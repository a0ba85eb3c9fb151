"""Draws the prompts of a station: a line for each kind, or what is so where nothing is asked.

Pure: values in, lines out.
"""

from typing import NamedTuple

from frontdesk.domain.escalations.panel import answered_next
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.shown import UNEXPLAINED_COUNTED
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.words.escalations.progress import role_name, what_comes_next, who_has_it
from frontdesk.words.escalations.prompt import crowd_line, title
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time
from screens.escalations.prompt_line import row_line
from screens.kit.live import Live
from screens.kit.spans import Line, Span, fit
from screens.kit.store_zone import store_zone

SHOWN = 5
SHOWN_LOW = 2
"""How many lines are shown at once; `SHOWN_LOW` applies in a low window, where the board needs the room."""
PROMPT_ROWS = SHOWN + 1
"""How many rows the prompts take at most."""

_LOW, _LOWEST = 30, 22
"""A window with fewer rows is low; in the lowest the line that says of more takes the place of one."""


class DrawnPrompts(NamedTuple):
    """The lines of the prompts."""

    lines: list[Line]
    beyond: int | None
    """The row that says how many more there are."""


def draw_prompts(live: Live, station: StationKind, width: int, high: int, *, told: str = "") -> DrawnPrompts:
    """Return a line for each kind, or one that says that there is none, in a window `high` rows high.

    `told`: who was first with what is no longer up.
    """
    snapshot = live.snapshot
    rows = () if snapshot is None else snapshot.rows(station, live.now, live.who)
    # What is only shown here leaves F8 to what the quiet line says.
    is_quiet = snapshot is not None and answered_next(rows) is None
    quiet = _quiet(snapshot, station, live.now, told, width) if snapshot is not None and is_quiet else ()
    if snapshot is None or not rows:
        return DrawnPrompts([quiet or _nothing(width)], None)
    room = SHOWN if high >= _LOW else SHOWN_LOW
    lines = [quiet] if quiet else []
    room -= len(lines) + (high < _LOWEST and len(rows) > room)
    lines += [row_line(row, snapshot, station, live.now, width) for row in rows[:room]]
    if len(rows) <= room:
        return DrawnPrompts(lines, None)
    more = _("and {count} more: F12 shows all").format(count=sum(len(row.items) for row in rows[room:]))
    return DrawnPrompts([*lines, fit([Span(f"   {more}", "key")], width)], len(lines))


def _nothing(width: int) -> Line:
    """Say that nothing is asked, and which key there is when something goes wrong."""
    return fit([Span(f" {_('no prompts')} · Ctrl+X {_('incident')}", "dim")], width)


def _quiet(snapshot: Snapshot, station: StationKind, now: Millis, told: str, width: int) -> Line:
    """Return what is so where nothing is to be answered; nothing where there is nothing to tell."""
    if station is StationKind.RECEPTION:
        elsewhere = next((each for each in snapshot.escalations if each.is_crowding), None)
        if elsewhere is not None:
            said = labelled(title(elsewhere, snapshot), who_has_it(elsewhere))
            comes = what_comes_next(elsewhere, snapshot, now)
            return fit([Span(" " + " · ".join(filter(None, (said, comes))), "dim")], width)
    if told:
        return fit([Span(f" {told}", "ok")], width)
    if said := crowd_line(snapshot, now):
        return fit([Span(f" {said}", "over")], width)
    if station is not StationKind.MANAGER:
        gone = snapshot.presence.gone_since(StationKind.MANAGER, now)
        if gone is not None and snapshot.staff:
            return fit([Span(f" {_no_manager(snapshot, gone, now)}", "warn")], width)
    if snapshot.count_unexplained and station is StationKind.MANAGER:
        return fit([Span(f" {_count_unexplained(snapshot.count_unexplained)}", "warn")], width)
    return ()


def _count_unexplained(count: int) -> str:
    if count > UNEXPLAINED_COUNTED:
        return _("more than {count} ended with nobody having acted: F8 says why").format(count=UNEXPLAINED_COUNTED)
    return _("{count} ended with nobody having acted: F8 says why").format(count=count)


def _no_manager(snapshot: Snapshot, gone: Millis, now: Millis) -> str:
    whom = role_name(Role.DEPUTY, snapshot, now)
    if not gone:
        return _("no manager console is open: prompts go to the {whom}").format(whom=whom)
    since = short_time(gone, store_zone(snapshot), now)
    return _("manager console silent since {since}: prompts go to the {whom}").format(since=since, whom=whom)
