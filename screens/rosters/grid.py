"""The roster as a grid of people and days; ← → ↑ ↓ or a touch mark a day of somebody (S2)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.board import Board, Gap
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.rules import unfit
from frontdesk.domain.rosters.shift import Shift
from frontdesk.domain.rosters.turn import Turn, Worker
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.rosters.lines import (
    day_name,
    gap_line,
    need_line,
    need_post,
    shift_name,
    shift_sign,
    shift_times,
    version_line,
)
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of, wrap
from screens.rosters.grid_drawing import CELL, cell, headings

_OTHER_ROWS = 16
"""How many rows the frame, the keys, the needs and what is said below take."""
_FEWEST = 4
_SUMS = 10
_NAME, _WIDE_NAME, _WIDE = 17, 26, 100
"""How wide the names are, also in a wide window."""
_REASONS = 3
"""Of the gaps of the marked day so many lines are shown."""


class RosterGrid(LiveLines, can_focus=True):
    """The people by post, their days, what the marked day needs, and who is missing then."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("board", "person", "day")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    board: var[Board | None] = var(None)
    person: var[str] = var("")
    day: var[date | None] = var(None)

    @dataclass
    class Typed(Message):
        """A digit or a letter was typed: a shift's key, free (""), or what is proposed (None)."""

        shift: str | None

    @dataclass
    class NoSuch(Message):
        """A digit was typed that no shift has."""

        digit: str

    def __init__(self) -> None:
        super().__init__(id="roster")
        self._gaps: tuple[Gap, ...] = ()
        self._first_row = self._first_day = 0
        self._names_room = _NAME

    def show(self, board: Board) -> None:
        """Show a version; the mark stays where it was, if that is there."""
        self._gaps = tuple(board.gaps())
        days = board.version.days
        self.board = board
        if self.day not in days:
            self.day = board.today if board.today in days else days[0]
        if self.person not in {worker.name for worker in self.people}:
            self.person = self.people[0].name if self.people else ""

    @property
    def people(self) -> list[Worker]:
        """Who can be put down, by post: of posts that a shift needs, and whoever has a turn."""
        board = self.board
        if board is None:
            return []
        posts = {need.post for need in board.needs}
        busy = {turn.person for turn in board.turns if turn.shift}
        order = list(Post)
        found = [worker for worker in board.workers if worker.post in posts or worker.name in busy]
        return sorted(found, key=lambda worker: (-order.index(worker.post), worker.since))

    @property
    def shifts(self) -> list[Shift]:
        """The shifts that are needed or worked, in the order they begin: the digits choose among them."""
        if self.board is None:
            return []
        used = {need.shift for need in self.board.needs} | {turn.shift for turn in self.board.turns}
        return [shift for shift in self.board.shifts if shift.key in used]

    @property
    def turn(self) -> Turn | None:
        """What stands at the marked place."""
        return self.board.turn(self.person, self.day) if self.board and self.day else None

    def action_go(self, step: int) -> None:
        names = [worker.name for worker in self.people]
        if names:
            place = names.index(self.person) + step if self.person in names else 0
            self.person = names[max(0, min(place, len(names) - 1))]

    def action_turn(self, step: int) -> None:
        if self.board is not None and self.day is not None:
            days = self.board.version.days
            self.day = days[max(0, min(days.index(self.day) + step, len(days) - 1))]

    def next_gap(self) -> bool:
        """Go to the next day on which somebody is missing, from the marked one on; whether there is one."""
        days = sorted({gap.need.day for gap in self._gaps})
        later = [day for day in days if self.day is None or day > self.day] or days
        if later:
            self.day = later[0]
        return bool(later)

    def on_key(self, event: Key) -> None:
        """A digit or a shift's first letter sets it, 0 or - sets free, Backspace leaves it to the proposal."""
        keys = {str(number): shift.key for number, shift in enumerate(self.shifts[:9], 1)}
        keys = {**{shift.key[0]: shift.key for shift in reversed(self.shifts)}, **keys, "0": "", "-": ""}
        if event.key in {"backspace", "delete"}:
            event.stop()
            self.post_message(self.Typed(None))
        elif event.character is not None and event.character in keys:
            event.stop()
            self.post_message(self.Typed(keys[event.character]))
        elif event.character is not None and event.character.isdecimal():
            event.stop()
            self.post_message(self.NoSuch(event.character))

    def on_click(self, event: Click) -> None:
        people = self.people
        row = event.y - 3 + self._first_row
        place = (event.x - self._names_room) // CELL + self._first_day
        if self.board is not None and event.y > 2 and row < len(people):
            self.person = people[row].name
            if event.x >= self._names_room and place < len(self.board.version.days):
                self.day = self.board.version.days[place]

    def build(self, width: int) -> list[Line]:
        """Return the grid, as many days as fit, with the marked one among them."""
        board, marked = self.board, self.day
        if board is None or marked is None:
            return [line(Span(_("No roster yet: F2 begins one."), "dim"))]
        spare = width - _SUMS - CELL * len(board.version.days)
        self._names_room = _WIDE_NAME if width >= _WIDE else max(_NAME, min(_WIDE_NAME, spare))
        days = self._days(board, marked, width)
        missing = sum(gap.missing for gap in self._gaps)
        sums = Span(_("{count} missing").format(count=missing), "over" if missing else "ok")
        head = ends([Span(version_line(board.version), "head")], [sums if missing else Span("")], width)
        return [
            head,
            *headings(board, days, marked, self._names_room),
            *self._rows(board, days, marked),
            *self._needs(board, days, width),
            *self._below(board, marked, width),
        ]

    def _days(self, board: Board, marked: date, width: int) -> tuple[date, ...]:
        every = board.version.days
        room = max(1, (width - self._names_room - _SUMS) // CELL)
        first = max(0, min(every.index(marked) - room // 2, len(every) - room))
        self._first_day = first
        return every[first : first + room]

    def _rows(self, board: Board, days: tuple[date, ...], marked: date) -> list[Line]:
        people = self.people
        room = max(_FEWEST, self.app.size.height - _OTHER_ROWS)
        names = [worker.name for worker in people]
        place = names.index(self.person) if self.person in names else 0
        self._first_row = max(0, min(place - room // 2, len(people) - room))
        stands = {(turn.person, turn.day): turn for turn in board.turns if turn.is_worked}
        free = {(turn.person, turn.day) for turn in board.turns if not turn.shift and turn.set_by}
        terms = board.terms
        signs = {shift.key: shift_sign(shift) for shift in board.shifts}
        lines = []
        for worker in people[self._first_row : self._first_row + room]:
            is_here = worker.name == self.person
            name = shortened(f"{worker.name} {word(worker.post)}", self._names_room - 1)
            cells: list[Span] = []
            for day in days:
                key = (worker.name, day)
                turn = stands.get(key)
                is_unfit = turn is not None and unfit(turn, terms) is not None
                sign, tone = cell(turn, signs, is_away=key in terms.absent, is_free=key in free, is_unfit=is_unfit)
                is_marked = is_here and day == marked
                text = f"[{sign}]" if is_marked else f" {sign}"
                cells += fit([Span(text, "chosen" if is_marked else tone)], CELL)
            counts = f" {board.count(worker.name):>3} {board.count(worker.name, DayKind.HOLIDAY):>4}"
            lines.append(
                (*fit([Span(name, "key" if is_here else "plain")], self._names_room), *cells, Span(counts, "dim"))
            )
        return lines

    def _needs(self, board: Board, days: tuple[date, ...], width: int) -> list[Line]:
        """Return for the marked person's post how many each shift needs, and who is missing."""
        worker = next((each for each in self.people if each.name == self.person), None)
        if worker is None:
            return []
        turn = self.turn
        post = turn.post if turn is not None and turn.is_worked else worker.post
        least = {(need.shift, need.day): need.least for need in board.needs if need.post is post}
        terms = board.terms
        theirs = (turn for turn in board.turns if turn.is_worked and turn.post is post)
        there = Counter((turn.shift, turn.day) for turn in theirs if unfit(turn, terms) is None)
        lines = []
        for shift in self.shifts:
            if not any((shift.key, day) in least for day in board.version.days):
                continue
            name = shortened(f"{shift_sign(shift)} {word(post)}", self._names_room - 1)
            cells = [Span(name, "dim"), Span(" " * (self._names_room - width_of([Span(name)])))]
            for day in days:
                wanted, have = least.get((shift.key, day), 0), there[shift.key, day]
                text = f" {have}/{wanted}" if wanted else ""
                cells += fit([Span(text, "over" if have < wanted else "dim")], CELL)
            lines.append(fit(cells, width))
        return lines

    def _below(self, board: Board, marked: date, width: int) -> list[Line]:
        """Return what the digits set, why the marked day needs so many, and who is missing then and why."""
        shifts = {shift.key: shift for shift in board.shifts}
        digits = (f"{n} {shift_name(shift)} {shift_times(shift)}" for n, shift in enumerate(self.shifts[:9], 1))
        found = [line(Span(shortened(" · ".join((*digits, _("0 free"))), width), "dim"))]
        worker = next((each for each in self.people if each.name == self.person), None)
        needs = [n for n in board.needs if worker and n.day == marked and n.post is worker.post and n.least]
        for need in needs[:1]:
            what = f"{day_name(marked)} {shift_name(shifts[need.shift])} {need_post(need)}"
            text = labelled(what, f"{need.least} = {need_line(need)}")
            found.append(line(Span(shortened(text, width), "dim")))
        found_gaps = (gap for gap in self._gaps if gap.need.day == marked)
        gaps = sorted(found_gaps, key=lambda gap: worker is None or gap.need.post is not worker.post)
        rows = [row for gap in gaps for row in wrap(f"! {gap_line(gap, shifts[gap.need.shift])}", width)]
        return [*found, *(line(Span(row, "warn")) for row in rows[:_REASONS])]
