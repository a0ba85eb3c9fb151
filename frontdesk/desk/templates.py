"""The answers that are given often, kept by the store (Q5)."""

from data import templates
from data.transaction import Transaction
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.templates import Template
from frontdesk.domain.text import clean_line, clean_words

NAME_LIMIT = 40


def everyone(desk: Desk) -> tuple[Template, ...]:
    """Return the templates in use."""
    return desk.read(templates.everyone)


def put(desk: Desk, name: str, words: str, operation: str | None = None) -> Answer:
    """Put a template in, or change the one of that name."""
    called, said = clean_line(name, NAME_LIMIT), clean_words(words)
    if not called:
        raise Refused(Reason.NO_NAME)
    if not said:
        raise Refused(Reason.WORDS_MISSING)

    def body(transaction: Transaction) -> Answer:
        return Answer("template", number=templates.put(transaction, called, said), detail=called)

    return desk.do(body, operation)


def remove(desk: Desk, name: str, operation: str | None = None) -> Answer:
    """Take a template out of use. Raises `Refused(NO_TEMPLATE)`."""

    def body(transaction: Transaction) -> Answer:
        templates.remove(transaction, clean_line(name, NAME_LIMIT))
        return Answer("template_remove", detail=clean_line(name, NAME_LIMIT))

    return desk.do(body, operation)
