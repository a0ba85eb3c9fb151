"""`frontdesk acknowledge`, `tell`, `act` and `explain`: dealing with an escalation (Z5, Z6, Z7)."""

from argparse import Namespace

from frontdesk.commands.kit.inputs import read_car, read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.desk import Answer
from frontdesk.desk.escalations import decisions, handling, record
from frontdesk.domain.escalations.actions import options
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.command == "act":
        args.action = read_choice(Action, args.action, partly=True)
        return on_store(args, _act)
    if args.command == "explain":
        args.why = read_choice(Why, args.why, partly=True)
        return on_store(args, _explain)
    return on_store(args, _answer)


def _answer(session: Session) -> int:
    args = session.args
    command = handling.tell if args.command == "tell" else handling.acknowledge
    return session.tell(session.known_answer() or command(session.desk, args.number, args.operation))


def _explain(session: Session) -> int:
    args = session.args
    explained = session.known_answer() or handling.explain(session.desk, args.number, args.why, args.operation)
    return session.tell(explained)


def _act(session: Session) -> int:
    args = session.args
    known = session.known_answer()
    if known is not None:
        _check_number(session, known)
        return session.tell(known)
    escalation = session.snapshot.escalation(args.number)
    seen = escalation.acted_at if escalation else None
    answer = decisions.act(
        session.desk, args.number, args.action, _cars(session, escalation), seen=seen, operation=args.operation
    )
    # The answer names the first car's ticket.
    others = [ticket.name for ticket in session.desk.snapshot().tickets if ticket.plate in answer.others]
    return session.tell(answer, *others)


def _cars(session: Session, escalation: Escalation | None) -> tuple[Plate, ...]:
    """Return the plates named, else the car that is proposed; none where there is none, and the desk says why."""
    args, shot = session.args, session.snapshot
    if args.plates:
        return tuple(read_car(shot, plate) for plate in args.plates)
    if escalation is None:
        return ()
    offered = options(shot.floor, escalation.subject, shot.tasks, session.desk.now())
    return next(option.proposal for option in offered if option.action is args.action)


def _check_number(session: Session, answer: Answer) -> None:
    """See that a known decision was on this escalation: its answer names the ticket. Raises `Refused`."""
    if session.args.number not in record.changed_by(session.desk, answer.seq):
        raise Refused(Reason.OPERATION_USED, kind=answer.kind, plate=answer.plate)
