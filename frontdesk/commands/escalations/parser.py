"""The command-line arguments for escalations: look-up, handling, and the tasks that decisions give to others."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, Run, add_command, number
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about escalations."""
    _looking(commands, common)
    _deciding(commands, common)
    add_command(commands, common, _tasks, "tasks", _("what decisions ask for and is not done yet"), looks=True)
    _on_number(commands, common, _tasks, "done", _("what was asked for is done"))


def _looking(commands: "Commands", common: Parser) -> None:
    summary = _("every escalation on record, or the whole record of one")
    escalations = add_command(commands, common, _listing, "escalations", summary, looks=True)
    escalations.add_argument("number", nargs="?", type=number, metavar="N", help=_("the number of one escalation"))
    escalations.add_argument(
        "--since", metavar=_("TIME"), help=_("only those crossed since then: 2026-03-02, 10:05 or 2026-03-02T10:05")
    )


def _deciding(commands: "Commands", common: Parser) -> None:
    _on_number(commands, common, _decisions, "acknowledge", _("take an escalation on"))
    _on_number(commands, common, _decisions, "tell", _("whoever is to decide has been told of an escalation"))
    act = _on_number(commands, common, _decisions, "act", _("decide on one of the four actions"))
    add_choice(act, "action", metavar=_("ACTION"), of=Action)
    act.add_argument(
        "plates", nargs="*", metavar=_("PLATE"), help=_("which cars, by part of the plate; the proposed one if none")
    )
    explain = _on_number(commands, common, _decisions, "explain", _("say why it was over with nobody having acted"))
    add_choice(explain, "why", metavar=_("WHY"), of=Why)


def _on_number(commands: "Commands", common: Parser, run: Run, name: str, summary: str) -> Parser:
    command = add_command(commands, common, run, name, summary)
    command.add_argument("number", type=number, metavar="N", help=_("its number"))
    return command


def _listing(args: Namespace) -> int:
    from frontdesk.commands.escalations import listing

    return listing.run(args)


def _decisions(args: Namespace) -> int:
    from frontdesk.commands.escalations import decisions

    return decisions.run(args)


def _tasks(args: Namespace) -> int:
    from frontdesk.commands.escalations import tasks

    return tasks.run(args)
