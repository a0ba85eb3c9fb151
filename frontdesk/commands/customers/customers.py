"""`frontdesk customers`: who the cars and cases on record belong to, page by page, found, or as a file (G5)."""

from argparse import Namespace
from collections.abc import Iterable

from frontdesk.commands.customers import export
from frontdesk.commands.customers.as_json import as_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import customers
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.customers.customer import Customer, Which, read_area, read_place
from frontdesk.words.customers import cells, headings
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "find":
        return on_store(args, _find)
    area = "" if args.area is None else read_area(args.area)
    which = Which(area, None if args.visited is None else read_date(args.visited))
    return on_store(args, lambda session: (_list if args.verb == "list" else export.run)(session, which))


def _list(session: Session, which: Which) -> int:
    args = session.args
    after = read_place(args.after) if args.after else None
    found = customers.part(session.desk, which, after, args.limit)
    following = found.after.written if found.after else None
    if args.json:
        told = [as_json(each, session.zone) for each in found.customers]
        output.say_json({"customers": told, "after": following})
        return 0
    _print(session, found.customers)
    if following:
        output.say(_("More: --after {place}").format(place=following))
    return 0


def _find(session: Session) -> int:
    found = customers.find(session.desk, " ".join(session.args.text))
    if session.args.json:
        output.say_json_list("customers", (as_json(each, session.zone) for each in found))
        return 0
    _print(session, found)
    if len(found) == customers.FOUND:
        output.say(_("There may be more: say another word of what is known."))
    return 0


def _print(session: Session, found: Iterable[Customer]) -> None:
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

    rows = [cells(each, session.zone) for each in found]
    if not rows:
        output.say(_("No such customer."))
        return
    shown = table(*headings())
    for each in rows:
        row(shown, (cell or "—" for cell in each))
    console().print(shown)
