"""`frontdesk customers export FILE`: a list to call customers by, as a table or a page to print (G5, C10)."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands.customers.as_json import as_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.commands.kit.table_files import add_sheet, write_csv
from frontdesk.desk import customers
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.customers.customer import Customer, Which
from frontdesk.domain.values.errors import InputError
from frontdesk.files import new_file
from frontdesk.words.customers import cells, headings
from frontdesk.words.i18n import _


@dataclass(frozen=True, slots=True)
class _List:
    """The customers to write, and their numbers in full, where somebody may have them."""

    session: Session
    which: Which
    customers: tuple[Customer, ...]
    numbers: dict[int, str]

    @property
    def zone(self) -> ZoneInfo:
        """The store's time zone."""
        return self.session.zone

    def number(self, customer: Customer) -> str:
        """Return a customer's number in full; "" where it is to stay masked."""
        return "" if customer.phone_id is None else self.numbers.get(customer.phone_id, "")

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Return a line for each customer."""
        return (cells(each, self.zone, self.number(each)) for each in self.customers)


def run(session: Session, which: Which) -> int:
    """Write the file; return the exit code."""
    args, path = session.args, session.args.file
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise InputError(TableReason.BAD_ENDING, path=path, right=tuple(_FORMATS))
    with made_or_not(args):
        found = customers.every(session.desk, which)
        in_full = customers.show_numbers(session.desk, found, which, args.why, args.operation) if args.numbers else {}
        listed = _List(session, which, found, in_full)
        new_file.make(path, lambda building: write(building, listed))
    callable_ = sum(each.phone_id is not None for each in found)
    if args.json:
        said = {"done": "export", "file": str(path.absolute()), "customers": len(found), "with_number": callable_}
        output.say_json({**said, "numbers": bool(args.numbers)})
    else:
        said_so = _("Customers written: {count}, {numbers} of them with a phone number, to {path}.")
        output.say(said_so.format(count=len(found), numbers=callable_, path=path))
    return 0


def _csv(path: Path, listed: _List) -> None:
    write_csv(path, [headings(), *listed.rows()])


def _xlsx(path: Path, listed: _List) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    add_sheet(book, None, [headings(), *listed.rows()], {"A": 14, "B": 16, "C": 12, "D": 24, "E": 18, "F": 18, "G": 20})
    book.save(path)


def _json(path: Path, listed: _List) -> None:
    told = [as_json(each, listed.zone, listed.number(each)) for each in listed.customers]
    path.write_text(json.dumps({"customers": told}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _html(path: Path, listed: _List) -> None:
    from frontdesk.documents import customers_page, figures_page  # noqa: PLC0415 - seldom asked for

    session = listed.session
    made = customers_page.as_html(listed.which, listed.rows(), session.snapshot.policy, session.desk.now())
    figures_page.write(path, made)


_FORMATS: dict[str, Callable[[Path, _List], None]] = {
    ".csv": _csv, ".xlsx": _xlsx, ".json": _json, ".html": _html, ".htm": _html
}  # fmt: skip
