"""`frontdesk visits list|export`: the visits of a day or a month, with every time of each."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands.figures.dates import is_day, read_day, read_month
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.table_files import Cell, add_sheet, write_csv
from frontdesk.desk.figures import reports, visits
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.figures.visit import Visit
from frontdesk.domain.values.clock import SECOND, Millis, to_datetime
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.domain.zone.places import Place
from frontdesk.files import new_file
from frontdesk.words.figures.report import purpose
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time, duration, iso_time
from frontdesk.words.zone import place_at


@dataclass(frozen=True, slots=True)
class Found:
    """The visits to tell of, as of an instant."""

    visits: tuple[Visit, ...]
    now: Millis
    zone: ZoneInfo
    places: tuple[Place, ...]

    def rows(self) -> Iterator[Iterable[Cell]]:
        """Return the headings, then a line for each visit."""
        yield (
            _("visit no."), _("plate"), _("came for"), _("arrived"), _("received"), _("received by"), _("work order"),
            _("handed over"), _("left"), _("why"), _("time in the zone"), _("customer's wait"), _("where it stood"),
            _("call tickets"),
        )  # fmt: skip
        for visit in self.visits:
            line = visit.line
            yield (
                line.visit_id,
                show_plate(visit.plate),
                purpose(visit),
                *(self._moment(at) for at in (line.arrived_at, line.received_at)),
                line.received_by,
                *(self._moment(at) for at in (line.work_order_at, line.handed_over_at, line.left_at)),
                word(WhyLeft(visit.left_why)) if visit.left_why else "",
                timedelta(milliseconds=line.zone_time(self.now)),
                timedelta(milliseconds=line.customer_wait(self.now)),
                "; ".join(f"{self._place(place)} {self._span(since, until)}" for place, since, until in line.stays),
                "; ".join(f"{each.ticket} {self._span(each.issued_at, each.closed_at)}" for each in visit.tickets),
            )

    def _moment(self, at: Millis | None) -> datetime | None:
        return None if at is None else to_datetime(at, self.zone)

    def _place(self, key: str) -> str:
        return place_at(key, self.places, key)

    def _span(self, since: Millis, until: Millis | None) -> str:
        return f"{clock_time(since, self.zone)}–" + ("" if until is None else clock_time(until, self.zone))

    def as_json(self) -> Iterator[dict[str, object]]:
        """Return each visit with its stays and tickets."""
        for visit in self.visits:
            line = visit.line
            times = ("arrived_at", "received_at", "work_order_at", "handed_over_at", "left_at")
            yield {
                "visit": line.visit_id,
                "plate": visit.plate,
                "purpose": visit.purpose,
                **{name: iso_time(getattr(line, name), self.zone) for name in times},
                "received_by": line.received_by,
                "ended": line.ended or None,
                "left_why": visit.left_why or None,
                "zone_s": line.zone_time(self.now) / SECOND,
                "customer_wait_s": line.customer_wait(self.now) / SECOND,
                "stays": [
                    {"place": place, "from": iso_time(since, self.zone), "until": iso_time(until, self.zone)}
                    for place, since, until in line.stays
                ],
                "tickets": [
                    {"ticket": name, **dict(zip(_TICKET, (iso_time(at, self.zone) for at in at_all), strict=True))}
                    for name, *at_all in visit.tickets
                ],
            }


_TICKET = ("issued_at", "called_at", "no_show_at", "closed_at")


def run(args: Namespace) -> int:
    """Tell of the visits, or write them into a file; return the exit code."""
    return on_store(args, _list if args.verb == "list" else _export)


def _found(session: Session) -> Found:
    first, last = _days(session)
    found = visits.of_days(session.desk, first, last)
    return Found(found, session.desk.now(), session.zone, session.snapshot.floor.places)


def _days(session: Session) -> tuple[date, date]:
    today, typed = reports.present_day(session.desk), session.args.date
    if is_day(typed):
        day = read_day(typed, today)
        return day, day
    return reports.days_of(read_month(typed, today))


def _list(session: Session) -> int:
    found = _found(session)
    if session.args.json:
        output.say_json_list("visits", found.as_json())
    elif not found.visits:
        output.say(_("No car came then."))
    else:
        from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

        heading, *rows = found.rows()
        year = to_datetime(session.desk.now(), session.zone).year
        shown = table(*(str(cell) for cell in heading))
        for cells in rows:
            row(shown, (_shown(cell, year) for cell in cells))
        console().print(shown)
    return 0


def _shown(cell: Cell, year: int) -> str:
    """Return a cell as it is read this year: the year of a time stands where it is another."""
    if isinstance(cell, datetime):
        return f"{cell:%m-%d %H:%M:%S}" if cell.year == year else f"{cell:%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, timedelta):
        return duration(int(cell.total_seconds() * SECOND))
    return "" if cell is None else str(cell)


def _export(session: Session) -> int:
    path: Path = session.args.file
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise InputError(TableReason.BAD_ENDING, path=path, right=tuple(_FORMATS))
    found = _found(session)
    with made_or_not(session.args):
        new_file.make(path, lambda building: write(building, found))
    if session.args.json:
        output.say_json({"done": "export", "file": str(path.absolute()), "visits": len(found.visits)})
    else:
        output.say(_("Visits written: {count}, to {path}.").format(count=len(found.visits), path=path))
    return 0


def _csv(path: Path, found: Found) -> None:
    write_csv(path, found.rows())


def _xlsx(path: Path, found: Found) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    add_sheet(book, None, found.rows())
    book.save(path)


def _json(path: Path, found: Found) -> None:
    said = json.dumps({"visits": list(found.as_json())}, ensure_ascii=False, indent=1)
    path.write_text(said + "\n", encoding="utf-8")


_FORMATS: dict[str, Callable[[Path, Found], None]] = {".csv": _csv, ".xlsx": _xlsx, ".json": _json}
