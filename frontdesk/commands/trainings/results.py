"""The results of the commands for trainings."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.trainings.events import TrainingEvent
from frontdesk.words.phrases import case_number


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same training or certificate."""
    args, facts = session.args, result.facts
    if args.verb == "add":
        return result.kind == TrainingEvent.ADD and facts["topic"] == args.topic
    if args.verb == "attend":
        return result.kind == TrainingEvent.ATTEND and result.number == args.number
    kind = TrainingEvent.CERTIFICATE if args.until else TrainingEvent.CERTIFICATE_GONE
    return bool(result.kind == kind and (facts["name"], facts["kind"]) == (args.name, args.kind))


def particulars(result: Result) -> str:
    """Return the number of the training, and who or what it is about."""
    if result.kind in {TrainingEvent.ADD, TrainingEvent.ATTEND}:
        return f"{case_number(result.number)} {result.facts.get('names', result.facts.get('topic', ''))}"
    return f"{result.facts['name']} {result.facts['kind']}"
