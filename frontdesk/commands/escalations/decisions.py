"""`frontdesk acknowledge`, `tell`, `act` and `explain`: dealing with an escalation (Z5, Z6, Z7)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.escalations import results
from frontdesk.commands.kit.inputs import read_car, read_choice
from frontdesk.commands.kit.session import Session, carry_out
from frontdesk.desk.escalations import decisions, handling
from frontdesk.domain.escalations.actions import options
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.plates import Plate


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.command == "act":
        args.action = read_choice(Action, args.action, partly=True)
    if args.command == "explain":
        args.why = read_choice(Why, args.why, partly=True)
    return carry_out(args, _COMMANDS[args.command], results)


def _acknowledge(session: Session) -> Result:
    return handling.acknowledge(session.desk, session.args.number, session.args.operation)


def _tell(session: Session) -> Result:
    return handling.tell(session.desk, session.args.number, session.args.operation)


def _explain(session: Session) -> Result:
    args = session.args
    return handling.explain(session.desk, args.number, args.why, args.operation)


def _act(session: Session) -> int:
    args = session.args
    escalation = session.snapshot.escalation(args.number)
    seen = escalation.acted_at if escalation else None
    result = decisions.act(
        session.desk, args.number, args.action, _cars(session, escalation), seen=seen, operation=args.operation
    )
    # The result names the first car's ticket.
    others = [ticket.name for ticket in session.desk.snapshot().tickets if ticket.plate in result.others]
    return session.tell(result, *others)


def _cars(session: Session, escalation: Escalation | None) -> tuple[Plate, ...]:
    """Return the named plates, else the proposed car; none if there is none, and then the desk says why."""
    args, snapshot = session.args, session.snapshot
    if args.plates:
        return tuple(read_car(snapshot, plate) for plate in args.plates)
    if escalation is None:
        return ()
    offered = options(snapshot.floor, escalation.subject, snapshot.tasks, session.desk.now())
    return next(option.proposal for option in offered if option.action is args.action)


_COMMANDS: dict[str, Callable[[Session], Result | int]] = {
    "acknowledge": _acknowledge,
    "tell": _tell,
    "act": _act,
    "explain": _explain,
}
