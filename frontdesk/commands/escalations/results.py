"""The results of the commands for escalations."""

from frontdesk.commands.kit.session import Session
from frontdesk.desk.escalations import record
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.values.plates import fragment
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and escalation or task, with this action or reason."""
    args = session.args
    # What nobody takes on is seen by that.
    is_seen = (args.command, result.kind) == (EscalationEvent.ACKNOWLEDGE, EscalationEvent.SEE)
    if result.kind != args.command and not is_seen:
        return False
    if result.kind == EscalationEvent.ACT:
        return _is_decision(session, result)
    return bool(args.number == result.number) and result.facts.get("why") == getattr(args, "why", None)


def _is_decision(session: Session, result: Result) -> bool:
    """Whether a result is this action on the typed cars, or on the proposed one if no car was typed."""
    args, plates = session.args, (result.plate, *result.others)
    return (
        result.facts["action"] == args.action
        and all(any(fragment(typed) in plate for plate in plates) for typed in args.plates)
        # The result's own number is the ticket's.
        and args.number in record.changed_by(session.desk, result.seq)
    )


def particulars(result: Result) -> str:
    """Return the escalation or task, and the reason; for a decision, the action and the ticket."""
    if result.kind == EscalationEvent.ACT:
        ticket = ticket_name(result.number) if result.number else ""
        return " · ".join(filter(None, (word(Action(str(result.facts["action"]))), ticket)))
    if result.kind == EscalationEvent.EXPLAIN:
        return f"{case_number(result.number)} · {word(Why(str(result.facts['why'])))}"
    return case_number(result.number)
