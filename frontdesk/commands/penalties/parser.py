"""The command-line arguments for penalties: the ledger of a month, and each step from proposal to decision (Z8)."""

from argparse import SUPPRESS, Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about penalties."""
    verbs = add_group(commands, common, _month, "penalties", _("penalties and their ledger"), required=False)
    listed = add_verb(verbs, common, "list", _("a month of the ledger, with the sum for each person"), looks=True)
    # Also without a verb, or before it; what was said before it stays where nothing is said behind it.
    for command, default in ((commands.choices["penalties"], None), (listed, SUPPRESS)):
        command.add_argument(
            "--month", default=default, metavar=_("MONTH"), help=_("the month: 2026-11; this one where none is said")
        )
        command.add_argument("--person", default=default, metavar=_("NAME"), help=_("only what is about this person"))
    _propose(verbs, common)
    sign = add_verb(verbs, common, "sign", _("sign a penalty as the second person: from then on it is charged"))
    appeal = add_verb(verbs, common, "appeal", _("appeal against a penalty on behalf of the person it charges"))
    uphold = add_verb(verbs, common, "uphold", _("decide on an appeal: the penalty stays"))
    counter = add_verb(verbs, common, "counter", _("take a penalty back by a counter-entry"))
    for verb in (sign, appeal, uphold, counter):
        verb.add_argument("number", type=number, metavar="N", help=_("the penalty's number"))
    for verb in (appeal, uphold, counter):
        verb.add_argument("--words", required=True, metavar=_("TEXT"), help=_("why"))


def _propose(verbs: "Commands", common: Parser) -> None:
    propose = add_verb(verbs, common, "propose", _("propose a penalty on a complaint, with its evidence"))
    propose.add_argument("case", type=number, metavar=_("CASE"), help=_("the number of the complaint"))
    propose.add_argument("--person", required=True, metavar=_("NAME"), help=_("who is responsible"))
    propose.add_argument(
        "--escalation", type=number, metavar="N", help=_("the over-count or over-stay that is the evidence")
    )
    propose.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))


def _month(args: Namespace) -> int:
    from frontdesk.commands.penalties import month

    return month.run(args)
