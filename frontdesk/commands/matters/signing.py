"""`frontdesk approvals`, `sign`, `reject` and `confirm`: who signs what (Z7, G1)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.matters import results
from frontdesk.commands.matters.as_json import approval_json
from frontdesk.desk import approvals
from frontdesk.domain.approvals.approval import ApprovalState, What
from frontdesk.domain.journal.result import Result
from frontdesk.words.approvals import purge_command, signature_lines
from frontdesk.words.i18n import _


def run_list(args: Namespace) -> int:
    """List what waits for a signature; return the exit code."""
    return on_store(args, _list)


def run(args: Namespace) -> int:
    """Sign, reject or confirm; return the exit code."""
    return carry_out(args, _signed, results)


def _signed(session: Session) -> int:
    """Give the signature, and say what is left to do where that is a command."""
    done = _give(session)
    code = session.tell(done)
    approval = approvals.of_matter(session.desk, done.number)[-1]
    if approval.what is What.PURGE and approval.state is ApprovalState.APPROVED:
        output.warn(_("Nothing is cleared yet. To clear it: {command}.").format(command=purge_command(approval)))
    return code


def _give(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.command == "confirm":
        return approvals.confirm(desk, args.number, args.operation)
    if args.command == "reject":
        return approvals.reject(desk, args.number, args.words, operation=args.operation)
    return approvals.sign(desk, args.number, by_phone=args.by_phone, words=args.words, operation=args.operation)


def _list(session: Session) -> int:
    found = approvals.asked(session.desk)
    if session.args.json:
        output.say_json_list("approvals", (approval_json(each, session.zone) for each in found))
        return 0
    if not found:
        output.say(_("Nothing waits for a signature."))
    for approval in found:
        for line in signature_lines(approval, session.zone):
            output.say(line)
    return 0
