"""`frontdesk absences`: who is away, and who wishes to be free (S2)."""

from argparse import Namespace
from datetime import timedelta

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.rosters import results
from frontdesk.commands.rosters.as_json import absence_json
from frontdesk.commands.rosters.choices import read_day
from frontdesk.desk.rosters import absences
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.absence import LONGEST_DAYS
from frontdesk.domain.values.clock import to_datetime
from frontdesk.words.i18n import _
from frontdesk.words.rosters.lines import absence_line


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    return carry_out(args, _add if args.verb == "add" else _remove, results)


def _list(session: Session) -> int:
    today = to_datetime(session.desk.now(), session.zone).date()
    found = absences.listed(session.desk, today, today + timedelta(days=2 * LONGEST_DAYS))
    return output.say_list(
        session.args, "absences", map(absence_json, found),
        (absence_line(absence) for absence in found), _("Nobody is away from today on."),
    )  # fmt: skip


def _add(session: Session) -> Result:
    args = session.args
    first = read_day(session, args.first)
    last = first if args.last is None else read_day(session, args.last)
    return absences.add(session.desk, args.person, first, last, args.why, is_wish=args.wish, operation=args.operation)


def _remove(session: Session) -> Result:
    return absences.end(session.desk, session.args.number, session.args.operation)
