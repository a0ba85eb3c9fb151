"""One case as text: its kind, the things to do, and the records about it (C12, Z8)."""

from collections.abc import Iterator

from frontdesk.commands.cases.as_json import page_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, up_to_date
from frontdesk.desk.cases import page as case_page
from frontdesk.domain.picture import outgoing
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.values.clock import Millis
from frontdesk.words.cases.page import Row, parts
from frontdesk.words.phrases import case_number


def show(session: Session) -> int:
    """Print the case asked for; return the exit code."""
    session = up_to_date(session)
    page, now = outgoing.of_page(case_page.page(session.desk, session.args.number)), session.desk.now()
    if session.args.json:
        output.say_json(page_json(page, now, session.zone))
    else:
        output.say("\n".join(_lines(session, page, now)))
    return 0


def _lines(session: Session, page: CasePage, now: Millis) -> Iterator[str]:
    number = f"{case_number(page.case.id)} · "
    for title, rows in parts(page, session.snapshot, now, session.zone):
        yield number + title
        yield from (line for row in rows for line in _indented(row))
        number = ""


def _indented(row: Row) -> Iterator[str]:
    indent = "  " * (row.depth + 1)
    return (indent + line for line in " · ".join(filter(None, (row.text, row.stands))).split("\n"))
