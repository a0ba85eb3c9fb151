"""Draws a past minute: the line that says it is the past, what stood then, the board. Pure: values in, lines out."""

from datetime import tzinfo
from typing import NamedTuple

from frontdesk.domain.past import Past
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.words.i18n import _
from frontdesk.words.past import how_full, not_held, shown_time, stood, went_wrong
from screens.kit.spans import Line, Span, ends, line, wrap
from screens.zone.board_drawing import BoardDrawing

_TALL = 34
"""From this many rows of the window on, the bays show their times in big digits."""
_LEAST = 12
"""So many rows the board takes at least; what does not fit is scrolled to."""


class Playing(NamedTuple):
    """How fast it is played, and whether it is."""

    speed: int
    goes: bool


def draw_head(past: Past, zone: tzinfo, playing: Playing, width: int, *, is_cut: bool) -> list[Line]:
    """Return the line that nobody can take for now, and how full the zone was; `is_cut`: not all of it is in view."""
    mark = "▶" if playing.goes else "■"
    said = f" {_('THE PAST')} · {shown_time(past.at, zone)} · {mark} ×{playing.speed}"
    tone = "over" if past.snapshot.over_count is not None else "head"
    return [
        ends([Span(said, "task")], [Span(f" {_('Esc returns to now')} ", "task")], width, "task"),
        ends([Span(f" {how_full(past)}", tone)], [Span(f"{_('more below: ↓')} ", "key")] if is_cut else [], width),
    ]


def draw_past(past: Past, zone: tzinfo, width: int, high: int, room: int) -> list[Line]:
    """Return the board, what stood and who had been told, what the log does not hold, in a window `high` rows high.

    `room`: how many rows can be seen at once.
    """
    prompts = _prompts(past, zone, width)
    missing = [f"! {not_held(each, zone)}" for each in past.missing]
    below: list[Line] = [line(Span(row, "warn")) for each in missing for row in wrap(each, width)]
    left = max(_LEAST, room - len(prompts) - len(below))
    board = BoardDrawing(
        past.snapshot.floor, past.snapshot.policy, past.at, width, left, NO_PLATE, big=high >= _TALL
    ).draw()
    return [*board.lines, *prompts, *below]


def _prompts(past: Past, zone: tzinfo, width: int) -> list[Line]:
    """Return what went wrong, then each prompt in as many lines as it takes: one that nobody had yet stands out."""
    found: list[Line] = [line(Span(row, "prompt")) for each in went_wrong(past) for row in wrap(each, width)]
    for each in past.prompts:
        tone = "over" if each.acknowledged_at is None and each.acted_at is None else "plain"
        first, *rest = wrap(stood(each, past, zone), width - 3)
        found += [line(Span(f"‼ {first}", tone)), *(line(Span(f"   {row}", tone)) for row in rest)]
    if more := past.snapshot.count_escalations - len(past.snapshot.escalations):
        found.append(line(Span(_("and {count} more").format(count=more), "over")))
    return found or [line(Span(_("no prompts"), "dim"))]
