"""`frontdesk playbooks`: by which steps things are done; loaded from a file, and begun."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.policy.policy import say_faults
from frontdesk.commands.runs import results
from frontdesk.commands.runs.as_json import playbook_json
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.journal.result import Result
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.runs import playbook_line, said_of_step


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if "key" in args:
        args.key = args.key.strip().lower().replace("-", "_")
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "show":
        return on_store(args, _show)
    return carry_out(args, _load if args.verb == "load" else _start, results)


def _load(session: Session) -> Result | int:
    playbook, wrong = playbooks.from_file(session.args.file)
    if playbook is None:
        return say_faults(session.args, wrong)
    return playbooks.load(session.desk, playbook, session.args.operation)


def _start(session: Session) -> Result:
    args = session.args
    return starting.start(
        session.desk, args.key, i18n.language(), matter=args.matter, facts=tuple(dict.fromkeys(args.fact)),
        operation=args.operation,
    )  # fmt: skip


def _list(session: Session) -> int:
    found = playbooks.listed(session.desk, i18n.language())
    if session.args.json:
        output.say_json_list("playbooks", map(playbook_json, found))
        return 0
    for each in found:
        output.say(playbook_line(each))
    return 0


def _show(session: Session) -> int:
    found = playbooks.shown(session.desk, session.args.key, i18n.language())
    if session.args.json:
        output.say_json(playbook_json(found))
        return 0
    output.say(playbook_line(found))
    for fact in found.playbook.facts:
        output.say("  " + _("what may be so: {fact}").format(fact=f"{fact.key} {fact.title}"))
    for step in found.playbook.steps:
        output.say("  " + said_of_step(found.playbook, step))
    return 0
