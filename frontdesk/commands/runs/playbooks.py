"""`frontdesk playbooks`: by which steps things are done; a store's own, incident cards, and what is begun."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from frontdesk.commands.kit import output
from frontdesk.commands.kit.printed import print_page, say_written
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.policy.policy import say_faults
from frontdesk.commands.runs import results
from frontdesk.commands.runs.as_json import playbook_json, version_json
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.journal.result import Result
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.playbooks import change_line, playbook_line, said_of_step, version_line

R = TypeVar("R")


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _ACTS:
        return carry_out(args, partial(_keyed, _ACTS[args.verb]), results)
    return on_store(args, partial(_keyed, _LOOKS[args.verb]))


def _keyed(act: Callable[[Session], R], session: Session) -> R:
    """Do what is asked for with a playbook by its key, or by its title in the language that is spoken."""
    args = session.args
    if getattr(args, "key", None):
        args.key = playbooks.key_of(session.desk, args.key, i18n.language())
    return act(session)


def _load(session: Session) -> Result | int:
    playbook, wrong = playbooks.from_file(session.args.file)
    if playbook is None:
        return say_faults(session.args, wrong)
    result = playbooks.load(session.desk, playbook, session.args.operation)
    if not session.args.json:
        for change in playbooks.versions(session.desk, playbook.key, i18n.language())[-1][1]:
            output.say(f"  {change_line(change)}")
    return result


def _reset(session: Session) -> Result:
    return playbooks.put_back(session.desk, session.args.key, i18n.language(), session.args.operation)


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
    for number, line in enumerate(found.playbook.first, 1):
        output.say(f"  {number} {line}")
    for fact in found.playbook.facts:
        output.say("  " + _("what may be so: {fact}").format(fact=f"{fact.key} {fact.title}"))
    for step in found.playbook.steps:
        output.say("  " + said_of_step(found.playbook, step))
    return 0


def _changes(session: Session) -> int:
    found = playbooks.versions(session.desk, session.args.key, i18n.language())
    if session.args.json:
        output.say_json_list("versions", (version_json(each, changed, session.zone) for each, changed in found))
        return 0
    if not found:
        output.say(_("It is as it came with the program."))
    for each, changed in found:
        output.say(version_line(each, session.zone, session.desk.now()))
        for change in changed:
            output.say(f"  {change_line(change)}")
    return 0


def _export(session: Session) -> int:
    from frontdesk.documents import figures_page  # noqa: PLC0415 - seldom asked for
    from frontdesk.files import new_file  # noqa: PLC0415
    from frontdesk.files.playbook_text import to_toml  # noqa: PLC0415

    found = playbooks.shown(session.desk, session.args.key, i18n.language())
    about = _("Change it, then: frontdesk playbooks load FILE. What each field says: frontdesk handbook runs.")
    text = to_toml(found.playbook, playbook_line(found), about)
    new_file.make(session.args.file, lambda building: figures_page.write(building, text))
    return say_written(session.args, session.args.file)


def _print(session: Session) -> int:
    from frontdesk.documents import filing  # noqa: PLC0415 - seldom asked for

    desk, key = session.desk, session.args.key
    return print_page(session, lambda: (filing.card_of(desk, key) if key else filing.of_every_card(desk)).page)


_ACTS = {"load": _load, "start": _start, "reset": _reset}
_LOOKS = {None: _list, "list": _list, "show": _show, "changes": _changes, "export": _export, "print": _print}
