"""`frontdesk complaints templates`: the answers that are given often (Q5)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.cases import templates
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, {"set": _set, "remove": _remove}.get(args.deed, _list), create=args.deed == "set")


def _list(session: Session) -> int:
    listed = templates.everyone(session.desk)
    if session.args.json:
        output.say_json({"templates": [{"name": each.name, "words": each.words} for each in listed]})
    elif not listed:
        output.say(_("There is no template: frontdesk complaints templates set NAME --words TEXT"))
    for each in listed if not session.args.json else ():
        output.say("\n".join((each.name, *(f"  {line}" for line in each.words.split("\n")))))
    return 0


def _set(session: Session) -> int:
    args = session.args
    return session.tell(
        session.known_answer() or templates.put(session.desk, args.name, args.words, operation=args.operation)
    )


def _remove(session: Session) -> int:
    args = session.args
    return session.tell(session.known_answer() or templates.remove(session.desk, args.name, args.operation))
