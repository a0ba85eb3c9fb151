"""What can be typed about escalations: looking them up, dealing with them, and what decisions ask of others."""

from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_step, number
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.people.duty import ROSTERED
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about escalations."""
    _escalations(commands, common)
    _decisions(commands, common)
    _tasks(commands, common)
    _tickets(commands, common)
    _duty(commands, common)
    add_command(
        commands, common, "stations.watch", "watch", _("keep calling whoever is due, without a screen, until stopped")
    )


def _escalations(commands: "Commands", common: Parser) -> None:
    escalations = add_command(
        commands,
        common,
        "escalations.listing",
        "escalations",
        _("every escalation on record, or the whole record of one"),
    )
    escalations.add_argument("number", nargs="?", type=number, metavar="N", help=_("the number of one escalation"))
    escalations.add_argument(
        "--since", metavar=_("TIME"), help=_("only those crossed since then: 2026-03-02, 10:05 or 2026-03-02T10:05")
    )


def _decisions(commands: "Commands", common: Parser) -> None:
    _on_number(commands, common, "escalations.decisions", "acknowledge", _("take an escalation on"))
    _on_number(
        commands, common, "escalations.decisions", "tell", _("whoever is to decide has been told of an escalation")
    )
    act = _on_number(commands, common, "escalations.decisions", "act", _("decide on one of the four actions"))
    act.add_argument("action", metavar=_("ACTION"), help=", ".join(Action))
    act.add_argument(
        "plates", nargs="*", metavar=_("PLATE"), help=_("which cars, by part of the plate; the proposed one if none")
    )
    explain = _on_number(
        commands, common, "escalations.decisions", "explain", _("say why it was over with nobody having acted")
    )
    explain.add_argument("why", metavar=_("WHY"), help=", ".join(Why))


def _on_number(commands: "Commands", common: Parser, module: str, name: str, summary: str) -> Parser:
    command = add_command(commands, common, module, name, summary)
    command.add_argument("number", type=number, metavar="N", help=_("its number"))
    return command


def _tasks(commands: "Commands", common: Parser) -> None:
    add_command(commands, common, "escalations.tasks", "tasks", _("what decisions ask for and is not done yet"))
    _on_number(commands, common, "escalations.tasks", "done", _("what was asked for is done"))


def _tickets(commands: "Commands", common: Parser) -> None:
    steps = add_group(
        commands, common, "lounge.tickets", "tickets", _("the customers who wait in the lounge"), required=False
    )
    add_step(steps, common, "list", _("show the call tickets in force"))
    for name, summary in (
        ("call", _("call a customer to a free bay")),
        ("no-show", _("a customer who was called did not come")),
        ("restore", _("a no-show turns up after all")),
        ("return", _("the car comes back into the zone")),
        ("renew", _("the customer goes on waiting; you answer for it")),
        ("print", _("print a ticket again")),
    ):
        step = add_step(steps, common, name, summary)
        step.add_argument("number", type=number, metavar="N", help=_("the ticket's number: 7 or A007"))


def _duty(commands: "Commands", common: Parser) -> None:
    steps = add_group(
        commands, common, "people.duty", "duty", _("who is on duty as manager and as deputy"), required=False
    )
    add_step(steps, common, "list", _("show who is on duty, and until when"))
    roles = ", ".join(ROSTERED)
    handed = add_step(steps, common, "set", _("somebody on the staff list is on duty"))
    handed.add_argument("role", metavar=_("ROLE"), help=roles)
    handed.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    handed.add_argument("--until", required=True, metavar=_("TIME"), help=_("until when: 18:00 or 2026-03-02T18:00"))
    handed.add_argument("--from", dest="starts", metavar=_("TIME"), help=_("from when on; now where nothing is said"))
    ended = add_step(steps, common, "end", _("a duty ends now"))
    ended.add_argument("role", metavar=_("ROLE"), help=roles)
