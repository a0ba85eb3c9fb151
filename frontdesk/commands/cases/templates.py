"""`frontdesk complaints templates`: the answers that are given often (Q5)."""

from argparse import Namespace

from frontdesk.commands.cases import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk.cases import templates
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Purpose
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word_of


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.deed == "set":
        return carry_out(args, _set, results, create=True)
    return carry_out(args, _remove, results) if args.deed == "remove" else on_store(args, _list)


def _list(session: Session) -> int:
    listed = templates.everyone(session.desk)
    if session.args.json:
        output.say_json(
            {"templates": [{"name": t.name, "words": t.words, "purpose": t.purpose or None} for t in listed]}
        )
    elif not listed:
        output.say(_("There is no template: frontdesk complaints templates set NAME --words TEXT"))
    for each in listed if not session.args.json else ():
        name = f"{each.name} · {word_of(Purpose, each.purpose)}" if each.purpose else each.name
        output.say("\n".join((name, *(f"  {line}" for line in each.words.split("\n")))))
    return 0


def _set(session: Session) -> Result:
    args = session.args
    purpose = read_choice(Purpose, args.purpose) if args.purpose else ""
    return templates.put(session.desk, args.name, args.words, args.operation, purpose=purpose)


def _remove(session: Session) -> Result:
    return templates.remove(session.desk, session.args.name, session.args.operation)
