"""The command-line arguments for drills."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about drills."""
    verbs = add_group(commands, common, _drills, "drills", _("what is rehearsed"), required=False)
    add_verb(verbs, common, "list", _("the drills, newest first, and when the next ones are due"), looks=True)
    show = add_verb(verbs, common, "show", _("a drill, its clocks and what came of it"), looks=True)
    plan = add_verb(verbs, common, "plan", _("plan a drill"))
    start = add_verb(verbs, common, "start", _("hold a drill: every station shows it, nothing leaves the house"))
    score = add_verb(verbs, common, "score", _("say as the observer what came of each objective"))
    plan.add_argument("kind", metavar=_("KIND"), help=_("what it is: fire, injury, power_failure …"))
    plan.add_argument("place", metavar=_("PLACE"), help=_("where it is: workshop, lounge, outside …"))
    plan.add_argument("--at", required=True, metavar=_("TIME"), help=_("when the drill is held"))
    plan.add_argument("--observer", required=True, metavar=_("NAME"), help=_("who looks on and takes no part"))
    plan.add_argument("--person", action="append", default=[], metavar=_("NAME"), help=_("somebody who takes part"))
    plan.add_argument("--objective", action="append", default=[], metavar=_("TEXT"), help=_("what it is to show"))
    for verb in (show, start, score):
        verb.add_argument("number", type=number, metavar="N", help=_("the drill's number"))
    score.add_argument(
        "results",
        nargs="+",
        metavar=_("RESULT"),
        help=_("of each objective: reached, gaps=WORDS, not_reached=WORDS"),
    )


def _drills(args: Namespace) -> int:
    from frontdesk.commands.drills import drills

    return drills.run(args)
