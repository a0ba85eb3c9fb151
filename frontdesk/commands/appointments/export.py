"""`frontdesk appointments export FILE`: appointments as CSV or XLSX, phones masked, or as a calendar without any."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.table_files import add_sheet, write_csv
from frontdesk.desk.appointments import reading
from frontdesk.documents.appointments.written import rows, write_calendar
from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.appointments.typed_days import read_book_day
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.errors import InputError
from frontdesk.files import new_file
from frontdesk.words.i18n import _

_FARTHEST = 400


def run(session: Session) -> int:
    """Write the file; return the exit code."""
    path: Path = session.args.file
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise InputError(BookFileReason.BAD_BOOK_ENDING, path=path)
    with made_or_not(session.args):
        return _export(session, path, write)


def _export(session: Session, path: Path, write: Callable[[Path, Sequence[Appointment], Session], None]) -> int:
    args = session.args
    today = OpeningHours.of(session.snapshot.policy).day_of(session.desk.now())
    first = read_book_day(args.since, today)
    last = read_book_day(args.until, today) if args.until else first + timedelta(days=_FARTHEST)
    with progress(args, _("Writing")):
        found = reading.between(session.desk, first, max(first, last))
        new_file.make(path, lambda building: write(building, found, session))
    if args.json:
        output.say_json({"done": "export", "file": str(path.absolute()), "appointments": len(found)})
    else:
        output.say(_("Appointments written: {count}, to {path}.").format(count=len(found), path=path))
    return 0


def _csv(path: Path, found: Sequence[Appointment], session: Session) -> None:
    write_csv(path, rows(found, session.zone))


def _xlsx(path: Path, found: Sequence[Appointment], session: Session) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    add_sheet(book, None, rows(found, session.zone))
    book.save(path)


def _ics(path: Path, found: Sequence[Appointment], session: Session) -> None:
    write_calendar(path, found, session.snapshot.policy.store_name)


_FORMATS: dict[str, Callable[[Path, Sequence[Appointment], Session], None]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".ics": _ics,
}
