"""The roster as the lines of a table, and as a calendar people take into their phones (S2)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.shift import instant
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.values.clock import to_datetime
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.rosters.lines import shift_name

_A_DAY = timedelta(days=1)


def turns_of(board: Board, person: str | None) -> list[Turn]:
    """Return what is worked, by day and shift; of one person where one is named."""
    begins = {shift.key: shift.begins for shift in board.shifts}
    found = [turn for turn in board.turns if turn.is_worked and person in {None, turn.person}]
    return sorted(found, key=lambda turn: (turn.day, begins[turn.shift], turn.post, turn.person))


def rows(board: Board, person: str | None = None) -> Iterator[tuple[str, ...]]:
    """Give the table: a heading, then a line for each turn."""
    yield _("day"), _("shift"), _("from"), _("until"), _("post"), _("person"), _("state")
    shifts = {shift.key: shift for shift in board.shifts}
    for turn in turns_of(board, person):
        shift = shifts[turn.shift]
        times = (_time(turn.day, minute) for minute in (shift.begins, shift.ends))
        yield str(turn.day), shift_name(shift), *times, word(turn.post), turn.person, word(turn.state)


def _time(day: date, minute: int) -> str:
    then = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - the clock on the wall
    return f"{then:%H:%M}" if then.date() == day else f"{then:%m-%d %H:%M}"


def write_calendar(path: Path, board: Board, person: str | None, store: str, zone: tzinfo) -> None:
    """Write the turns as entries of a calendar: each is known by the turn's number, so that a later file changes it."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow to load, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//Frontdesk//roster//")
    calendar.add("version", "2.0")
    shifts = {shift.key: shift for shift in board.shifts}
    for turn in turns_of(board, person):
        shift, entry = shifts[turn.shift], Event()
        begins, ends = (to_datetime(instant(turn.day, minute, zone)) for minute in (shift.begins, shift.ends))
        entry.add("uid", f"roster-{board.version.id}-{turn.person}-{turn.day}@frontdesk")
        entry.add("dtstamp", begins)
        entry.add("dtstart", begins)
        entry.add("dtend", ends)
        who = "" if person else f" {turn.person}"
        entry.add("summary", f"{shift_name(shift)}{who} {word(turn.post)}")
        entry.add("location", store)
        entry.add("status", "TENTATIVE" if board.version.is_planned else "CONFIRMED")
        calendar.add_component(entry)
    path.write_bytes(calendar.to_ical())
