"""`frontdesk complaints export FILE`: complaints as CSV, XLSX or JSON, phones masked (C10)."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands.cases.as_json import with_notes
from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.table_files import Cell, add_sheet, write_csv
from frontdesk.desk.cases import register
from frontdesk.domain.cases.case import Case, Note
from frontdesk.domain.cases.table_columns import Column, Drill
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.typed_times import read_time
from frontdesk.files import new_file
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time


@dataclass(frozen=True, slots=True)
class Export:
    """The data to write: cases with their history, as of one instant."""

    cases: tuple[tuple[Case, tuple[Note, ...]], ...]
    now: Millis
    zone: ZoneInfo
    progress: Callable[[int, int], None] = lambda done, of: None

    def each(self) -> Iterator[tuple[Case, tuple[Note, ...]]]:
        """Yield one case after another and report the progress."""
        for done, (case, notes) in enumerate(self.cases, 1):
            yield outgoing.of_case(case), tuple(outgoing.of_note(note) for note in notes)
            self.progress(done, len(self.cases))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Return a line for each case, in the order of `Column`."""
        for case, _notes in self.each():
            due = case.next_due
            yield (
                case.id,
                to_datetime(case.received_at, self.zone),
                *(word(value) for value in (case.channel, case.kind, case.severity, case.stage)),
                case.customer,
                case.phone,
                show_plate(case.plate),
                case.words,
                case.assigned_to,
                to_datetime(due.due_at, self.zone) if due else "",
                word(Drill.YES) if due and due.is_missed(self.now) else "",
                word(case.nature),
                case.wants,
                word(Drill.YES) if case.is_drill else "",
                "" if case.satisfaction is None else case.satisfaction,
            )


def run(session: Session) -> int:
    """Write the file; return the exit code."""
    path: Path = session.args.file
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise InputError(TableReason.BAD_ENDING, path=path, right=tuple(_FORMATS))
    with made_or_not(session.args):
        return _export(session, path, write)


def _export(session: Session, path: Path, write: Callable[[Path, Export], None]) -> int:
    now = session.desk.now()
    since = None if session.args.since is None else read_time(session.args.since, now, session.zone, since=True)
    with progress(session.args, _("Writing")) as bar:
        cases = register.received_since(session.desk, since or 0)
        export = Export(cases, now, session.zone, bar)
        new_file.make(path, lambda building: write(building, export))
    if session.args.json:
        said = {"done": "export", "file": str(path.absolute()), "complaints": len(cases)}
        output.say_json({**said, "since": None if since is None else iso_time(since, session.zone)})
    else:
        output.say(_("Complaints written: {count}, to {path}.").format(count=len(cases), path=path))
    return 0


def _csv(path: Path, export: Export) -> None:
    write_csv(path, _table(export))


def _xlsx(path: Path, export: Export) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    add_sheet(book, None, _table(export))
    book.save(path)


def _table(export: Export) -> Iterator[Iterable[Cell]]:
    yield [word(column) for column in Column]
    yield from export.rows()


def _json(path: Path, export: Export) -> None:
    found = [with_notes(case, notes, export.now, export.zone) for case, notes in export.each()]
    path.write_text(json.dumps({"complaints": found}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_FORMATS: dict[str, Callable[[Path, Export], None]] = {".csv": _csv, ".xlsx": _xlsx, ".json": _json}
