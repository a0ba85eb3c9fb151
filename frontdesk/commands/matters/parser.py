"""The command-line arguments for matters of any kind, and for signing them."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about matters."""
    verbs = add_group(commands, common, _matters, "matters", _("what has to be brought to an end"), required=False)
    add_verb(verbs, common, "list", _("the open matters, next due first"), looks=True)
    show = add_verb(verbs, common, "show", _("a matter: what is owed, signed and in the way"), looks=True)
    close = add_verb(verbs, common, "close", _("close a matter"))
    later = add_verb(verbs, common, "put-off", _("agree anew by when something owed is done"))
    for verb in (show, close, later):
        verb.add_argument("number", type=number, metavar="N", help=_("the matter's number"))
    close.add_argument("--why", default="", metavar=_("TEXT"), help=_("why, where something stands in the way"))
    later.add_argument("due", metavar=_("DUE"), help=_("what is owed"))
    later.add_argument("--until", required=True, metavar=_("TIME"), help=_("by when it is done now"))
    later.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))


def add_signing(commands: "Commands", common: Parser) -> None:
    """Add the commands by which people sign."""
    verbs = add_group(commands, common, _approvals, "approvals", _("what waits for a signature"), required=False)
    add_verb(verbs, common, "list", _("what waits for a signature"), looks=True)
    sign = add_command(commands, common, _sign, "sign", _("sign what was submitted for a matter"))
    reject = add_command(commands, common, _sign, "reject", _("reject what was submitted for a matter"))
    confirm = add_command(commands, common, _sign, "confirm", _("confirm in person what one approved by phone"))
    for command in (sign, reject, confirm):
        command.add_argument("number", type=number, metavar="N", help=_("the matter's number"))
    sign.add_argument("--by-phone", default="", metavar=_("NAME"), help=_("who approves it by phone"))
    sign.add_argument("--words", default="", metavar=_("TEXT"), help=_("what they said"))
    reject.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what has to be different"))


def _matters(args: Namespace) -> int:
    from frontdesk.commands.matters import matters

    return matters.run(args)


def _approvals(args: Namespace) -> int:
    from frontdesk.commands.matters import signing

    return signing.run_list(args)


def _sign(args: Namespace) -> int:
    from frontdesk.commands.matters import signing

    return signing.run(args)
