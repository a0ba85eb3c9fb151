"""The command-line arguments for the customers who wait in the lounge."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about call tickets."""
    summary = _("the customers who wait in the lounge")
    verbs = add_group(commands, common, _tickets, "tickets", summary, required=False)
    add_verb(verbs, common, "list", _("show the call tickets in force"), looks=True)
    for name, summary in (
        ("call", _("call a customer to a free bay")),
        ("no-show", _("a customer who was called did not come")),
        ("restore", _("a no-show turns up after all")),
        ("return", _("the car comes back into the zone")),
        ("renew", _("the customer goes on waiting; you answer for it")),
        ("print", _("print a ticket again")),
    ):
        verb = add_verb(verbs, common, name, summary, looks=name == "print")
        verb.add_argument("number", type=number, metavar="N", help=_("the ticket's number: 7 or A007"))


def _tickets(args: Namespace) -> int:
    from frontdesk.commands.lounge import tickets

    return tickets.run(args)
