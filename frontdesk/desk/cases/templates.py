"""Keeping the answers that are given often (Q5)."""

from data.cases import templates
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.templates import NAME_LIMIT, Template
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.wording import check_places
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def everyone(desk: Desk) -> tuple[Template, ...]:
    """Return the templates in use."""
    return desk.read(templates.everyone)


def answers(desk: Desk) -> tuple[Template, ...]:
    """Return the answers that are given often."""
    return tuple(each for each in everyone(desk) if not each.purpose)


def put(desk: Desk, name: str, words: str, operation: str | None = None, *, purpose: str = "") -> Result:
    """Put a template in, or change the one of that name; with a purpose it is what messages of that purpose say.

    Raises `Refused`: TEMPLATE_EMPTY without a name or words, NO_PLACEHOLDER in the text of messages.
    """
    name, said = whole_line(name, NAME_LIMIT), whole_words(words)
    if not (name and said):
        raise Refused(CaseReason.TEMPLATE_EMPTY)
    if purpose:
        check_places(said)

    def body(transaction: Transaction) -> Result:
        return Result(CaseEvent.TEMPLATE, number=templates.put(transaction, name, said, purpose), facts={"name": name})

    return desk.do(body, operation)


def remove(desk: Desk, name: str, operation: str | None = None) -> Result:
    """Take a template out of use. Raises `Refused(NO_TEMPLATE)`."""
    name = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        templates.remove(transaction, name)
        return Result(CaseEvent.TEMPLATE_REMOVE, facts={"name": name})

    return desk.do(body, operation)
