"""`frontdesk weather decide` and what follows: written, signed elsewhere, each told, and made up for (I7, I11)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out
from frontdesk.commands.weather import results
from frontdesk.desk.weather import decisions, rows
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.weather.decision import Choice, NewDecision, Service
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "decide":
        args.choice = read_choice(Choice, args.choice)
        args.services = tuple(read_choice(Service, each) for each in args.service)
    return carry_out(args, COMMANDS[args.verb], results)


def _decide(session: Session) -> Result:
    args = session.args
    ends = _time(session, args.until) if args.until else None
    new = NewDecision(
        args.choice, args.services, _time(session, args.begins), ends, scope=args.scope, place=args.place, why=args.why
    )
    done = decisions.decide(session.desk, new, args.operation)
    output.warn(_("Nothing is in force yet: frontdesk sign {number}.").format(number=done.number))
    return done


def _resume(session: Session) -> Result:
    args = session.args
    at = _time(session, args.at) if args.at else None
    done = decisions.resume(session.desk, args.number, at, args.operation)
    output.warn(_("It goes on once that is signed: frontdesk sign {number}.").format(number=done.number))
    return done


def _move(session: Session) -> Result:
    args = session.args
    return rows.move(session.desk, args.number, _time(session, args.time), above=args.above, operation=args.operation)


def _later(session: Session) -> Result:
    return rows.later(session.desk, session.args.number, session.args.operation)


def _served(session: Session) -> Result:
    return rows.serve(session.desk, session.args.number, session.args.operation)


def _declined(session: Session) -> Result:
    return rows.decline(session.desk, session.args.number, session.args.operation)


COMMANDS: dict[str, Callable[[Session], Result]] = {
    "decide": _decide,
    "resume": _resume,
    "move": _move,
    "later": _later,
    "served": _served,
    "declined": _declined,
}


def _time(session: Session, text: str) -> Millis:
    return read_deadline(text, session.desk.now(), OpeningHours.of(session.snapshot.policy))
