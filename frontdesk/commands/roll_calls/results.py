"""The results of the commands for roll calls."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.roll_calls.events import RollCallEvent
from frontdesk.words.phrases import case_number
from frontdesk.words.roll_calls import started_words


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same incident."""
    args = session.args
    if args.verb == "mark":
        is_it = result.kind == RollCallEvent.MARK and result.facts["mark"] == args.mark
    elif args.end:
        is_it = result.kind == RollCallEvent.END
    else:
        is_it = result.kind == (RollCallEvent.START if args.add is None else RollCallEvent.ADD)
    return is_it and result.number == args.number


def particulars(result: Result) -> str:
    """Return the incident's number; of a start how many are expected."""
    number = case_number(result.number)
    if result.kind != RollCallEvent.START:
        return number
    return f"{number} {started_words(*(int(result.facts[name]) for name in ('round', 'people', 'cars')))}"
