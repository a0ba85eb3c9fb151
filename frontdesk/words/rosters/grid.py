"""The roster as a grid of people and days, for the command line (S2)."""

from collections.abc import Iterator

from rich.cells import cell_len

from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.rosters.lines import gap_lines, shift_name, shift_sign, shift_times

FREE = "·"
_CELL = 3


def grid_lines(board: Board) -> Iterator[str]:
    """Give the people with their days, what the signs stand for, and the gaps."""
    shifts = {shift.key: shift for shift in board.shifts}
    stands = {(turn.person, turn.day): turn for turn in board.turns if turn.is_worked}
    people = [each for each in board.workers if any((each.name, day) in stands for day in board.version.days)]
    names = [f"{each.name} {word(each.post)}" for each in people]
    room = max([*map(cell_len, names), len("2026-02")])
    counted = f" {_('shifts')} / {_('holidays')}"
    month = padded_to(f"{board.version.first:%Y-%m}", room)
    yield month + "".join(f"{day:%d}".rjust(_CELL) for day in board.version.days) + counted
    for worker, name in zip(people, names, strict=True):
        theirs = (stands.get((worker.name, day)) for day in board.version.days)
        signs = [FREE if turn is None else shift_sign(shifts[turn.shift]) for turn in theirs]
        of_all, of_holidays = board.count(worker.name), board.count(worker.name, DayKind.HOLIDAY)
        days = "".join(" " * (_CELL - cell_len(sign)) + sign for sign in signs)
        yield f"{padded_to(name, room)}{days} {of_all} / {of_holidays}"
    used = {turn.shift for turn in stands.values()}
    yield " · ".join(
        f"{shift_sign(shift)} {shift_name(shift)} {shift_times(shift)}" for shift in board.shifts if shift.key in used
    )
    yield from (f"! {text}" for text in gap_lines(board))


def padded_to(text: str, room: int) -> str:
    """Return a text filled up to so many cells."""
    return text + " " * max(0, room - cell_len(text))
