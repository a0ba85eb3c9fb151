"""The command-line arguments for roll calls; they stand under `frontdesk incidents`."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

VERBS = ("roll-call", "mark", "list-on-paper")


def add(verbs: "Commands", common: Parser) -> None:
    """Add the verbs about the roll call of an incident."""
    rolled = add_verb(verbs, common, "roll-call", _("count people and cars: begin, or the next round"))
    marked = add_verb(verbs, common, "mark", _("what was found of somebody or of a car in the roll call"))
    for verb in (rolled, marked):
        verb.add_argument("number", type=number, metavar="N", help=_("the incident's number"))
    what = rolled.add_mutually_exclusive_group()
    what.add_argument("--show", action="store_true", help=_("who is missing, and what was found of the others"))
    what.add_argument("--end", action="store_true", help=_("all are counted: the round ends"))
    what.add_argument("--add", metavar=_("NAME"), help=_("put somebody on the list who was not expected"))
    rolled.add_argument("--visitors", type=whole, default=0, metavar="N", help=_("how many visitors are there besides"))
    marked.add_argument("name", metavar=_("NAME"), help=_("a name, initials, or part of a plate"))
    marked.add_argument("mark", metavar=_("MARK"), help=_("present, left, hurt, missing; of a car moved_out, stays"))
    marked.add_argument("--car", action="store_true", help=_("the car is meant, not its customer"))
    marked.add_argument("--words", default="", metavar=_("TEXT"), help=_("who said what, where somebody answers"))
    paper = add_verb(verbs, common, "list-on-paper", _("who is expected now, as a page with boxes"), looks=True)
    paper.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))
    paper.add_argument("--number", type=number, metavar="N", help=_("the roll call of this incident"))
    for verb in (rolled, marked, paper):
        verb.set_defaults(run=_run)


def _run(args: Namespace) -> int:
    from frontdesk.commands.roll_calls import roll_calls

    return roll_calls.run(args)
