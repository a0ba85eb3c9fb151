"""`frontdesk complaints templates`: the answers that are given often (Q5)."""

from argparse import Namespace

from frontdesk.commands.cases import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk.cases import templates
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.deed == "set":
        return carry_out(args, _set, results, create=True)
    return carry_out(args, _remove, results) if args.deed == "remove" else on_store(args, _list)


def _list(session: Session) -> int:
    listed = templates.everyone(session.desk)
    if session.args.json:
        output.say_json({"templates": [{"name": each.name, "words": each.words} for each in listed]})
    elif not listed:
        output.say(_("There is no template: frontdesk complaints templates set NAME --words TEXT"))
    for each in listed if not session.args.json else ():
        output.say("\n".join((each.name, *(f"  {line}" for line in each.words.split("\n")))))
    return 0


def _set(session: Session) -> Result:
    args = session.args
    return templates.put(session.desk, args.name, args.words, operation=args.operation)


def _remove(session: Session) -> Result:
    return templates.remove(session.desk, session.args.name, session.args.operation)
