"""`frontdesk roster export`: a roster as a page to print, a table, or a calendar (S2)."""

from collections.abc import Callable
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.table_files import add_sheet, write_csv
from frontdesk.commands.rosters.as_json import version_json
from frontdesk.documents import figures_page
from frontdesk.documents.rosters.page import as_html
from frontdesk.documents.rosters.written import rows, write_calendar
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.files import new_file
from frontdesk.words.i18n import _


def export(session: Session, board: Board) -> int:
    """Write the file; return the exit code. Raises `InputError(ROSTER_ENDING)`, `Refused(UNKNOWN_PERSON)`."""
    path, person = session.args.file, session.args.person
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise InputError(RosterReason.ROSTER_ENDING, path=path)
    if person is not None and person not in board.terms.workers:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=person)
    with made_or_not(session.args):
        new_file.make(path, lambda building: write(building, board, session))
    if session.args.json:
        output.say_json({"files": [str(path.absolute())], **version_json(board.version)})
    else:
        output.say(_("Written: {path}.").format(path=path))
    return 0


def _html(path: Path, board: Board, session: Session) -> None:
    figures_page.write(path, as_html(board, session.snapshot.policy, session.desk.now()))


def _csv(path: Path, board: Board, session: Session) -> None:
    write_csv(path, rows(board, session.args.person))


def _xlsx(path: Path, board: Board, session: Session) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    add_sheet(book, None, rows(board, session.args.person))
    book.save(path)


def _ics(path: Path, board: Board, session: Session) -> None:
    write_calendar(path, board, session.args.person, session.snapshot.policy.store_name, session.zone)


_FORMATS: dict[str, Callable[[Path, Board, Session], None]] = {
    ".html": _html,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".ics": _ics,
}
