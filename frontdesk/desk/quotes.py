"""Quotations: made from what the customer gives, kept, and corrected only by a newer one (Q8)."""

from data import quotes
from data.cases import cases
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import matters
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.quotes import About, Quote, QuoteEvent, QuoteLine, check
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import whole_words

LISTED = 500


def listed(desk: Desk) -> tuple[Quote, ...]:
    """Return the quotations, newest first, those that a newer one replaced too."""
    return desk.read(lambda connection: quotes.newest(connection, LISTED))


def of(desk: Desk, about: About) -> tuple[Quote, ...]:
    """Return the quotations for a matter or a case, newest first. Raises `Refused`: NO_MATTER, NO_COMPLAINT."""

    def question(connection: Connection) -> tuple[Quote, ...]:
        _check_there(connection, about)
        return quotes.of(connection, about)

    return desk.read(question)


def shown(desk: Desk, number: int) -> Quote:
    """Return one quotation. Raises `Refused(NO_QUOTE)`."""
    return desk.read(lambda connection: quotes.get(connection, number))


def add(
    desk: Desk, about: About, asked: str, lines: tuple[QuoteLine, ...], *, valid_until: Millis,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Give a quotation; one given before for the same is replaced by it.

    Raises `Refused`: NO_MATTER, NO_COMPLAINT, and as `check` says.
    """
    said = whole_words(asked)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        check(about, said, lines, valid_until, transaction.now)
        _check_there(transaction.connection, about)
        number = quotes.add(transaction, about, said, lines, valid_until)
        facts: dict[str, str | int] = {"least": sum(e.least for e in lines), "most": sum(e.most for e in lines)}
        return Result(QuoteEvent.ADD, number=number, facts=facts)

    return desk.do(body, operation)


def _check_there(connection: Connection, about: About) -> None:
    if about.matter is not None:
        matters.get(connection, about.matter)
    if about.case is not None:
        cases.get(connection, about.case)
