"""A file of appointments, whichever it is, taken into the book: for the command line and the dialog (Z9)."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.desk import zone
from frontdesk.desk.appointments import importing
from frontdesk.desk.appointments.importing import Problem, Report
from frontdesk.desk.desk import Desk
from frontdesk.documents.appointments.calendar_file import CalendarReading
from frontdesk.documents.appointments.table_lines import Reading, columns_of
from frontdesk.domain.appointments.incoming import Incoming, Series
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import clean_code
from frontdesk.files import given_file
from frontdesk.files.table import load

CALENDAR, TABLE = "ics", "table"
_NAME_LIMIT = 30

Progress = Callable[[int, int], None]


def _quietly(done: int, of: int) -> None:
    """Tell nobody how far it is."""


class Taking(NamedTuple):
    """How a file is taken. `source`: what it is known by; empty: by what kind of file it is."""

    desk: Desk
    policy: Policy
    source: str = ""
    takes_unusual: bool = False
    all_or_nothing: bool = False

    def take(self, path: Path, progress: Progress = _quietly) -> Report:
        """Take a file into the book; return what came of each line.

        Raises `FrontdeskError` where it is no such file.
        """
        report = Report()
        read = self._calendar if path.suffix.lower() == ".ics" else self._table
        entries, series = read(path, report)
        if not (report.problems and self.all_or_nothing):
            importing.take(self.desk, entries, series, report, progress)
        report.problems.sort(key=lambda problem: problem.line)
        return report

    def _calendar(self, path: Path, report: Report) -> tuple[list[Incoming], list[Series]]:
        policy = self.policy
        zone, source = ZoneInfo(policy.time_zone), self._named(CALENDAR)
        found = CalendarReading(zone, policy.province, source, self.desk.now(), policy.book_days).read(
            path, given_file.read(path)
        )
        report.problems += [Problem(line, why) for line, why in found.faults]
        return list(found.entries), list(found.series)

    def _table(self, path: Path, report: Report) -> tuple[list[Incoming], list[Series]]:
        table = load(path, BookFileReason.BAD_BOOK)
        reading = Reading(
            columns_of(table), ZoneInfo(self.policy.time_zone), self.policy, self._named(TABLE), self._takes
        )
        entries = []
        for line in table.lines:
            try:
                entry = reading.entry(line)
            except Refused as refusal:
                report.problems.append(Problem(line.number, refusal))
                continue
            if entry is None:
                report.over += 1
            else:
                entries.append(entry)
        return entries, []

    def _takes(self, plate: Plate) -> bool:
        return self.takes_unusual or plate in zone.known_plates(self.desk, plate)

    def _named(self, usual: str) -> str:
        return "-".join(clean_code(self.source).split())[:_NAME_LIMIT].replace("@", "") or usual
