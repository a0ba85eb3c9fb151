"""The command-line arguments for incidents."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.incidents import aftermath_parser
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.commands.roll_calls import parser as roll_calls
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about incidents."""
    verbs = add_group(commands, common, _incidents, "incidents", _("when something goes wrong"), required=False)
    add_verb(verbs, common, "list", _("the incidents, newest first"), looks=True)
    report = add_verb(verbs, common, "report", _("report an incident: every station sounds"))
    report.add_argument("kind", metavar=_("KIND"), help=_("what it is: fire, injury, power_failure …"))
    report.add_argument("place", metavar=_("PLACE"), help=_("where it is: workshop, lounge, outside …"))
    report.add_argument("--at", metavar=_("TIME"), help=_("when it happened: 10:05, 10:05:30 or 2026-03-02T10:05"))
    report.add_argument("--drill", action="store_true", help=_("a rehearsal: never counted as real"))
    show = add_verb(verbs, common, "show", _("an incident with its record"), looks=True)
    say = add_verb(verbs, common, "say", _("say what is known of it now"))
    for verb in (report, say):
        verb.add_argument("--hurt", type=whole, metavar="N", help=_("how many are hurt, as far as it is known"))
        verb.add_argument(
            "--fact", action="append", default=[], metavar=_("FACT"), help=_("death, explosion, spreading or media")
        )
    command = add_verb(verbs, common, "command", _("take the command, or hand it over"))
    command.add_argument("--to", default="", metavar=_("NAME"), help=_("who has it from now on"))
    level = add_verb(verbs, common, "level", _("say how grave it is: the command alone lowers it, and says why"))
    contained = add_verb(verbs, common, "contained", _("it is contained: nobody is called any more"))
    end = add_verb(verbs, common, "end", _("the command declares it over"))
    mistake = add_verb(verbs, common, "mistake", _("there is nothing: who was called is told"))
    for verb in (show, say, command, level, contained, end, mistake):
        verb.add_argument("number", type=number, metavar="N", help=_("the incident's number"))
    level.add_argument("level", metavar=_("LEVEL"), help=_("slight, ordinary or major"))
    for verb in (report, say, command, level, contained, end, mistake):
        verb.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
    roll_calls.add(verbs, common)
    aftermath_parser.add(verbs, common)


def _incidents(args: Namespace) -> int:
    from frontdesk.commands.incidents import incidents

    return incidents.run(args)
