"""The command-line arguments for forgetting a customer."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit import phone
from frontdesk.commands.kit.parts import Parser, add_command, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command."""
    forget = add_command(
        commands, common, _forget, "forget", _("take a customer's name, number and words out of the database")
    )
    phone.add_argument(forget, default="")
    forget.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the plate of the customer's car"))
    forget.add_argument("--name", default="", metavar=_("NAME"), help=_("only what stands under this name"))
    forget.add_argument("--case", type=number, default=0, metavar=_("NUMBER"), help=_("only this case"))
    forget.add_argument("--dry-run", action="store_true", help=_("only show what would go"))
    forget.add_argument("--yes", action="store_true", help=_("do not ask"))


def _forget(args: Namespace) -> int:
    from frontdesk.commands.forgetting import forget

    return forget.run(args)
