"""The command-line arguments for emergency orders."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about emergency orders."""
    verbs = add_group(commands, common, _orders, "orders", _("what customers need of a sudden"), required=False)
    listed = add_verb(verbs, common, "list", _("the orders that are not over"), looks=True)
    listed.add_argument("--all", action="store_true", help=_("also those that are over, the newest first"))
    commands.choices["orders"].set_defaults(all=False)
    show = add_verb(verbs, common, "show", _("an order: who, what, what was answered, how far it is"), looks=True)
    show.add_argument("number", type=number, metavar="N", help=_("the order's number"))
    take = add_verb(verbs, common, "add", _("take what a customer needs of a sudden"))
    take.add_argument("goods", nargs="+", metavar=_("GOODS"), help=_("what, and how many: clutch x2"))
    take.add_argument("--customer", required=True, metavar=_("NAME"), help=_("who needs it"))
    take.add_argument("--phone", required=True, metavar=_("PHONE"), help=_("under which number they are reached"))
    take.add_argument("--by-when", required=True, metavar=_("TIME"), help=_("by when they need it: tomorrow 10:00"))
    take.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the car's plate"))
    take.add_argument("--for", dest="why", default="", metavar=_("TEXT"), help=_("what they need it for"))
    correct = _on(verbs, common, "correct", _("put right what was written down of an order; what is not said stays"))
    correct.add_argument("--customer", metavar=_("NAME"), help=_("who needs it"))
    correct.add_argument("--phone", default="", metavar=_("PHONE"), help=_("under which number they are reached"))
    correct.add_argument("--by-when", metavar=_("TIME"), help=_("by when they need it: tomorrow 10:00"))
    correct.add_argument("--plate", metavar=_("PLATE"), help=_("the car's plate"))
    correct.add_argument("--for", dest="why", metavar=_("TEXT"), help=_("what they need it for"))
    _on(verbs, common, "phone", _("the customer's phone numbers in full, on record"))
    promise = _on(verbs, common, "promise", _("answer when it is theirs, or that it is so at another time"))
    promise.add_argument("time", metavar=_("TIME"), help=_("by when: 16:30, tomorrow, 2026-03-05"))
    promise.add_argument("--why", default="", metavar=_("TEXT"), help=_("why later; the customer is told it"))
    decline = _on(verbs, common, "decline", _("answer that it cannot be supplied"))
    decline.add_argument("why", metavar=_("TEXT"), help=_("why; the customer is told it"))
    for verb in (promise, decline):
        verb.add_argument("--told", action="store_true", help=_("the customer heard it just now"))
    for name, summary in (
        ("supplied", _("the customer has the goods")),
        ("withdrawn", _("the customer does not want it any more")),
    ):
        verb = _on(verbs, common, name, summary)
        verb.add_argument("--words", default="", metavar=_("TEXT"), help=_("what there is to say of it"))


def _on(verbs: "Commands", common: Parser, name: str, summary: str) -> Parser:
    verb = add_verb(verbs, common, name, summary)
    verb.add_argument("number", type=number, metavar="N", help=_("the order's number"))
    return verb


def _orders(args: Namespace) -> int:
    from frontdesk.commands.orders import orders

    return orders.run(args)
