"""The command-line arguments about the weather."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.weather.decision import Choice, Service
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the weather."""
    verbs = add_group(
        commands, common, _weather, "weather", _("the weather of the next days, and what is decided because of it"),
        required=False,
    )  # fmt: skip
    add_verb(verbs, common, "show", _("what is published of today and the days after it"), looks=True)
    entered = add_verb(verbs, common, "enter", _("publish what was looked up: today and two days more"))
    for name, said in (("today", _("TODAY")), ("tomorrow", _("TOMORROW")), ("after", _("THE DAY AFTER"))):
        entered.add_argument(name, metavar=said, help=_("its weather, lowest and highest: rain 12 18"))
    fetched = add_verb(verbs, common, "fetch", _("look it up where the settings say; what comes is a proposal"))
    fetched.add_argument(
        "--owed", action="store_true", help=_("only where today's look-up is owed and was not tried lately")
    )
    _decisions(verbs, common)


def _decisions(verbs: "Commands", common: Parser) -> None:
    decided = add_verb(verbs, common, "decide", _("write a decision; it holds once manager and director have signed"))
    add_choice(decided, "choice", metavar=_("DECISION"), of=Choice)
    add_choice(decided, "service", nargs="+", metavar=_("SERVICE"), of=Service)
    decided.add_argument("--from", dest="begins", required=True, metavar=_("TIME"), help=_("from when: tomorrow 8:00"))
    decided.add_argument("--until", default="", metavar=_("TIME"), help=_("until when; without it, until it goes on"))
    decided.add_argument("--place", default="", metavar=_("TEXT"), help=_("the other place or time, of a change"))
    decided.add_argument("--scope", default="", metavar=_("TEXT"), help=_("whom it is for; the whole store if unsaid"))
    decided.add_argument("--why", default="", metavar=_("TEXT"), help=_("why"))
    resumed = add_verb(verbs, common, "resume", _("ask that it goes on; what was not supplied is then made up for"))
    resumed.add_argument("number", type=number, metavar="N", help=_("the decision's number"))
    resumed.add_argument("--at", default="", metavar=_("TIME"), help=_("from when on; now if not said"))
    moved = add_verb(verbs, common, "move", _("somebody was told, and comes at another time"))
    later = add_verb(verbs, common, "later", _("somebody was told, and is served later"))
    served = add_verb(verbs, common, "served", _("what was not supplied has been made up for"))
    declined = add_verb(verbs, common, "declined", _("somebody does not want it any more"))
    for verb in (moved, later, served, declined):
        verb.add_argument("number", type=number, metavar="N", help=_("its number on the list, see weather show"))
    moved.add_argument("time", metavar=_("TIME"), help=_("the new time: tomorrow 10:30, 2026-05-30T10:30"))
    moved.add_argument("--above", action="store_true", help=_("also where the half hour is full; the record says so"))


def _weather(args: Namespace) -> int:
    from frontdesk.commands.weather import weather

    return weather.run(args)
