"""`frontdesk shifts`: the shifts people are put down for (S2)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.rosters import results
from frontdesk.commands.rosters.as_json import shift_json
from frontdesk.desk.rosters import shifts
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _
from frontdesk.words.rosters.lines import shift_name, shift_times


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    return carry_out(args, _add if args.verb == "add" else _remove, results)


def _list(session: Session) -> int:
    found = shifts.listed(session.desk)
    return output.say_list(
        session.args, "shifts", map(shift_json, found),
        (f"{shift.key} {shift_times(shift)} {shift_name(shift)}" for shift in found),
        _("No shift is on the list; with the first roster come an early and a late one."),
    )  # fmt: skip


def _add(session: Session) -> Result:
    args = session.args
    return shifts.add(session.desk, args.key, args.name, args.begins, args.ends, operation=args.operation)


def _remove(session: Session) -> Result:
    return shifts.remove(session.desk, session.args.key, session.args.operation)
