"""The version, the day and the shift that somebody typed."""

from datetime import date

from frontdesk.commands.kit.session import Session
from frontdesk.desk.rosters import reading, shifts
from frontdesk.domain.appointments.typed_days import read_book_day
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import Shift, check_some
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, folded
from frontdesk.words.every_language import in_every_language
from frontdesk.words.rosters.lines import shift_name


def read_day(session: Session, text: str) -> date:
    """Return the day that was typed. Raises `Refused`: BAD_DATE, UNCLEAR_DATE."""
    return read_book_day(text, to_datetime(session.desk.now(), session.zone).date())


def read_version(session: Session, text: str | None) -> Version:
    """Return a version by its number or a day in it; where nothing was typed the present or the next one.

    Raises `Refused(NO_ROSTER)`.
    """
    found = reading.versions(session.desk)
    today = to_datetime(session.desk.now(), session.zone).date()
    if text is None:
        later = [each for each in found if each.last >= today]
        if not later:
            raise Refused(RosterReason.NO_ROSTER, number=today)
        return later[0]
    typed = clean_code(text)
    if typed.isdecimal():
        meant = next((each for each in found if each.id == int(typed)), None)
    else:
        meant = version_of(found, read_day(session, text))
    if meant is None:
        raise Refused(RosterReason.NO_ROSTER, number=typed)
    return meant


def version_of(versions: tuple[Version, ...], day: date) -> Version | None:
    """Return the version a day is in."""
    return next((each for each in versions if each.holds(day)), None)


def read_shift_key(session: Session, text: str) -> str:
    """Return a shift's key from it, or from its name in either language. Raises `Refused`: NO_SHIFTS, NO_SHIFT."""
    listed = shifts.listed(session.desk)
    check_some(listed)
    names = in_every_language(lambda: [shift_name(shift) for shift in listed])
    typed = folded(text)
    for place, shift in enumerate(listed):
        if typed in {folded(each) for each in (shift.key, *(called[place] for called in names))}:
            return shift.key
    raise Refused(RosterReason.NO_SHIFT, text=clean_code(text), choices=tuple(map(_with_name, listed)))


def _with_name(shift: Shift) -> str:
    name = shift_name(shift)
    return shift.key if name == shift.key else f"{shift.key} {name}"
