"""The parts of the roster's grid that need nothing but values: the days above, and the sign of a day (S2)."""

from datetime import date

from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.turn import Turn
from frontdesk.words.i18n import _
from frontdesk.words.times import days_of_the_week
from screens.kit.spans import Line, Span, fit

CELL = 4
"""How wide a day is."""


def headings(board: Board, days: tuple[date, ...], marked: date, room: int) -> list[Line]:
    """Return the days with those of the week; holidays and weekends stand out."""
    # 周一 is told by its second character: there is room for two.
    week = tuple(name.removeprefix("周") for name in days_of_the_week())
    tops, below = [Span(" " * room)], [Span(" " * room)]
    for day in days:
        tone = "chosen" if day == marked else "plain" if board.kinds[day] is DayKind.PLAIN else "warn"
        tops += fit([Span(f" {day:%d}", tone)], CELL)
        below += fit([Span(f" {week[day.weekday()]}", tone)], CELL)
    sums = Span(f" {_('sh.')} {_('hol.')}", "dim")
    return [(*fit([Span(f"{days[0]:%Y-%m}")], room), *tops[1:], sums), tuple(below)]


def cell(turn: Turn | None, signs: dict[str, str], *, is_away: bool, is_free: bool, is_unfit: bool) -> tuple[str, str]:
    """Return the sign of a day and its tone: what was set by hand is bright; × is away; red cannot be worked."""
    if is_away:
        return "×", "warn" if turn is None else "over"
    if turn is not None:
        return signs[turn.shift], "over" if is_unfit else "plain" if turn.set_by else "key"
    return ("—" if is_free else "·"), "dim"
