"""What can be typed about penalties: the ledger of a month, and each step from the proposal to the decision (Z8)."""

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_step, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about penalties."""
    steps = add_group(commands, common, "penalties.month", "penalties", _("penalties and their ledger"), required=False)
    listed = add_step(steps, common, "list", _("a month of the ledger, with the sum for each person"))
    # Also without a step, or before it; what was said before it stays where nothing is said behind it.
    for command, default in ((commands.choices["penalties"], None), (listed, SUPPRESS)):
        command.add_argument(
            "--month", default=default, metavar=_("MONTH"), help=_("the month: 2026-11; this one where none is said")
        )
        command.add_argument("--person", default=default, metavar=_("NAME"), help=_("only what is about this person"))
    _propose(steps, common)
    sign = add_step(steps, common, "sign", _("sign a penalty as the second person: from then on it is charged"))
    appeal = add_step(steps, common, "appeal", _("appeal against a penalty on behalf of the person it charges"))
    uphold = add_step(steps, common, "uphold", _("decide on an appeal: the penalty stays"))
    counter = add_step(steps, common, "counter", _("take a penalty back by a counter-entry"))
    for step in (sign, appeal, uphold, counter):
        step.add_argument("number", type=number, metavar="N", help=_("the penalty's number"))
    for step in (appeal, uphold, counter):
        step.add_argument("--words", required=True, metavar=_("TEXT"), help=_("why"))


def _propose(steps: "Commands", common: Parser) -> None:
    propose = add_step(steps, common, "propose", _("propose a penalty on a complaint, with its evidence"))
    propose.add_argument("case", type=number, metavar=_("CASE"), help=_("the number of the complaint"))
    propose.add_argument("--person", required=True, metavar=_("NAME"), help=_("who is responsible"))
    propose.add_argument(
        "--escalation", type=number, metavar="N", help=_("the over-count or over-stay that is the evidence")
    )
    propose.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
