"""The command-line arguments for surveys."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.domain.surveys.survey import Method, SurveyKind
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about surveys."""
    verbs = add_group(commands, common, _surveys, "surveys", _("how satisfied customers are"), required=False)
    add_verb(verbs, common, "list", _("every survey"), looks=True)
    show = add_verb(verbs, common, "show", _("a survey: its plan, its result, whom to ask"), looks=True)
    draft = add_verb(verbs, common, "draft", _("begin the draft of a survey"))
    draft.add_argument("year", type=number, metavar=_("YEAR"), help=_("of which year: this one or the next"))
    add_choice(draft, "--kind", metavar=_("KIND"), of=SurveyKind, default=SurveyKind.YEAR)
    change = add_verb(verbs, common, "change", _("change a plan that nobody has signed; what is not said stays"))
    submit = add_verb(verbs, common, "submit", _("submit a plan to the head and the general manager"))
    draw = add_verb(verbs, common, "draw", _("draw whom to ask of those who came in a month"))
    answer = add_verb(verbs, common, "answer", _("what a customer answered"))
    report = add_verb(verbs, common, "report", _("a survey is over"))
    printed = add_verb(verbs, common, "print", _("a survey as a page to print"), looks=True)
    for verb in (show, change, submit, draw, answer, report, printed):
        verb.add_argument("number", type=number, metavar="N", help=_("the survey's number"))
    add_choice(change, "--method", metavar=_("METHOD"), of=Method)
    change.add_argument("--size", type=whole, metavar="N", help=_("how many are asked in a month"))
    change.add_argument("--months", metavar=_("MONTHS"), help=_("in which months: 1-12, or 2 10"))
    change.add_argument("--person", metavar=_("NAME"), help=_("who sees to it"))
    change.add_argument(
        "--question", action="append", metavar=_("TEXT"), help=_("mark, yes_no, words or choice, then the question")
    )
    draw.add_argument("month", metavar=_("MONTH"), help=_("the month: 2027-03"))
    draw.add_argument("--seed", default="", metavar=_("TEXT"), help=_("the seed to draw by; otherwise one is made"))
    answer.add_argument("asked", type=number, metavar=_("WHOM"), help=_("the number on the list"))
    answer.add_argument("answers", nargs="+", metavar="Q=A", help=_("question and answer: 1=5 2=4 4=yes"))
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))
    printed.add_argument("--form", action="store_true", help=_("how it is evaluated, and the questionnaire to fill in"))


def _surveys(args: Namespace) -> int:
    from frontdesk.commands.surveys import surveys

    return surveys.run(args)
