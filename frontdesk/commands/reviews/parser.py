"""The command-line arguments for the monthly review."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the monthly review."""
    verbs = add_group(
        commands, common, _reviews, "reviews", _("the monthly review of over-counts and over-stays"), required=False
    )
    add_verb(verbs, common, "list", _("the months and how far their reviews have come"), looks=True)
    show = add_verb(verbs, common, "show", _("a month: figures, causes, measures, signatures"), looks=True)
    opened = add_verb(verbs, common, "open", _("open the review of a month that is over"))
    cause = add_verb(verbs, common, "cause", _("say why a limit was crossed"))
    take = add_verb(verbs, common, "take-proposed", _("take over every cause that is proposed"))
    leave = add_verb(verbs, common, "leave", _("say why a frequent cause has no measure"))
    submit = add_verb(verbs, common, "submit", _("submit a month's review to the director"))
    tried = add_verb(verbs, common, "what-if", _("what a month would have been with other limits"), looks=True)
    year = add_verb(verbs, common, "year", _("the months of a year side by side"), looks=True)
    year.add_argument("year", type=whole, metavar=_("YEAR"), help=_("the year: 2026"))
    for verb in (show, opened, cause, take, leave, submit, tried):
        verb.add_argument("month", metavar=_("MONTH"), help=_("the month: 2026-11"))
    show.add_argument("--xlsx", type=Path, metavar=_("FILE"), help=_("a new workbook with a chart"))
    show.add_argument("--print", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))
    cause.add_argument("number", type=number, metavar="N", help=_("the number of the over-count or over-stay"))
    for verb in (cause, leave):
        verb.add_argument("cause", metavar=_("CAUSE"), help=_("a cause on the store's list"))
    cause.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
    leave.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))
    submit.add_argument("--conclusion", required=True, metavar=_("TEXT"), help=_("what the month comes to"))


def _reviews(args: Namespace) -> int:
    from frontdesk.commands.reviews import reviews

    return reviews.run(args)
