"""A roster as one HTML page to print and hang up, A4 across (S2)."""

from collections.abc import Iterator
from datetime import date

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.holidays import title_with
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.rosters.lines import gap_line, shift_name, shift_sign, shift_times
from frontdesk.words.times import days_of_the_week, long_time

_WIDEST = 16
"""So many days fit across a page; a longer roster goes on below."""


def as_html(board: Board, policy: Policy, now: Millis) -> str:
    """Return a roster as a self-contained page for the browser."""
    days = board.version.days
    shifts = {shift.key: shift for shift in board.shifts}
    used = {turn.shift for turn in board.turns if turn.is_worked}
    return (
        environment()
        .get_template("roster.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{_('roster')} {board.version.first} – {board.version.last}",
            state=title_with(word(board.version.state), board.unknown_years),
            parts=[_part(board, days[at : at + _WIDEST]) for at in range(0, len(days), _WIDEST)],
            names=(_("name"), _("post"), _("shifts"), _("holidays")),
            legend=[
                f"{shift_sign(shift)} {shift_name(shift)} {shift_times(shift)}"
                for shift in board.shifts
                if shift.key in used
            ],
            gaps=[gap_line(gap, shifts[gap.need.shift]) for gap in board.gaps()],
            missing=_("missing"),
            signature=_("service manager"),
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
        )
    )


def _part(board: Board, days: tuple[date, ...]) -> dict[str, object]:
    names = days_of_the_week()
    heads = [(f"{day:%m-%d}", names[day.weekday()], board.kinds[day] is not DayKind.PLAIN) for day in days]
    return {"heads": heads, "people": list(_people(board, days))}


def _people(board: Board, days: tuple[date, ...]) -> Iterator[tuple[str, str, list[tuple[str, bool]], int, int]]:
    stands = {(turn.person, turn.day): turn for turn in board.turns if turn.is_worked}
    shifts = {shift.key: shift for shift in board.shifts}
    for worker in board.workers:
        if not any(turn.person == worker.name for turn in stands.values()):
            continue
        theirs = [(stands.get((worker.name, day)), board.kinds[day] is not DayKind.PLAIN) for day in days]
        cells = [(shift_sign(shifts[turn.shift]) if turn else "", special) for turn, special in theirs]
        holidays = board.count(worker.name, DayKind.HOLIDAY)
        yield worker.name, word(worker.post), cells, board.count(worker.name), holidays
