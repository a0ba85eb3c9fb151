"""The results of the commands for messages."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.words.phrases import case_number

_KINDS = {
    "add": MessageEvent.OWE,
    "release": MessageEvent.RELEASE,
    "told": MessageEvent.TOLD,
    "no-answer": MessageEvent.NO_ANSWER,
    "refused": MessageEvent.REFUSED,
    "wrong-number": MessageEvent.WRONG_NUMBER,
    "again": MessageEvent.AGAIN,
    "not-reached": MessageEvent.NOT_REACHED,
    "withdraw": MessageEvent.WITHDRAW,
    "wish": MessageEvent.WISH,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and message."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    return args.verb in {"add", "wish"} or bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the message's number; of a wish nothing, because it is somebody's phone number that it is about."""
    return "" if result.kind is MessageEvent.WISH else case_number(result.number)
