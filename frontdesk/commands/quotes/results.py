"""The results of the commands for quotations."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.quotes import QuoteEvent, read_line
from frontdesk.words.phrases import case_number
from frontdesk.words.quotes import money


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and comes to the same."""
    lines = [read_line(text) for text in session.args.line]
    least, most = sum(line.least for line in lines), sum(line.most for line in lines)
    return result.kind == QuoteEvent.ADD and (result.facts["least"], result.facts["most"]) == (least, most)


def particulars(result: Result) -> str:
    """Return its number and what it comes to."""
    return f"{case_number(result.number)} {money(int(result.facts['least']), int(result.facts['most']))}"
