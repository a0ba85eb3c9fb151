"""The command-line arguments for what follows from an incident; they stand under `frontdesk incidents`."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(verbs: "Commands", common: Parser) -> None:
    """Add the verbs about what follows from an incident."""
    news = add_verb(verbs, common, "news", _("what is said of an incident: write it, sign it, let it out"))
    told = add_verb(verbs, common, "told", _("the authority or the insurer was told"))
    find = add_verb(verbs, common, "investigate", _("cause, person responsible and loss of an incident"))
    assess = add_verb(verbs, common, "assess", _("what was learned from an incident"))
    close = add_verb(verbs, common, "close", _("close an incident that is over, or a hazard"))
    hazard = add_verb(verbs, common, "hazard", _("a hazard: rate it, deal with it, or it has happened"))
    car = add_verb(verbs, common, "car", _("a car that was there was looked at"))
    shown = add_verb(verbs, common, "aftermath", _("what came of an incident"), looks=True)
    page = add_verb(verbs, common, "print", _("the report of an incident as a page to print"), looks=True)
    for verb in (news, told, find, assess, close, hazard, car, shown, page):
        verb.add_argument("number", type=number, metavar="N", help=_("the incident's number"))
        verb.set_defaults(run=_run)
    news.add_argument("audience", metavar=_("WHO"), help=_("staff, customer, partner, authority or public"))
    what = news.add_mutually_exclusive_group(required=True)
    what.add_argument("--text", metavar=_("TEXT"), help=_("what is said; the staff hears it at once"))
    what.add_argument("--sign", type=whole, metavar="N", help=_("the command signs this version"))
    what.add_argument("--send", action="store_true", help=_("let out what is signed"))
    told.add_argument("to", metavar=_("WHO"), choices=("authority", "insurer"), help=_("authority or insurer"))
    told.add_argument("--words", required=True, metavar=_("TEXT"), help=_("who was told, and what they said"))
    find.add_argument("--cause", required=True, metavar=_("TEXT"), help=_("why it happened"))
    find.add_argument("--responsible", required=True, metavar=_("NAME"), help=_("who is responsible"))
    find.add_argument("--loss", required=True, type=whole, metavar="CNY", help=_("the loss in whole yuan"))
    assess.add_argument("--lessons", required=True, metavar=_("TEXT"), help=_("what was learned"))
    goes = assess.add_mutually_exclusive_group(required=True)
    goes.add_argument("--plan", default="", metavar=_("KEY"), help=_("it goes into this plan: a draft is begun"))
    goes.add_argument("--no-plan", default="", metavar=_("WHY"), help=_("it goes into no plan, and why"))
    close.add_argument("--why", default="", metavar=_("TEXT"), help=_("why, where something stands in the way"))
    done = hazard.add_mutually_exclusive_group(required=True)
    done.add_argument("--rate", type=whole, nargs=2, metavar="1-5", help=_("likelihood and severity"))
    done.add_argument("--acted", metavar=_("TEXT"), help=_("what was done about it"))
    done.add_argument("--happened", metavar=_("KIND"), help=_("it has happened, as this kind of incident"))
    car.add_argument("plate", metavar=_("PLATE"), help=_("the plate, or the end of it"))
    car.add_argument("result", metavar=_("RESULT"), help=_("fit or damaged"))
    car.add_argument("--words", default="", metavar=_("TEXT"), help=_("what is damaged"))
    page.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))


def _run(args: Namespace) -> int:
    from frontdesk.commands.incidents import aftermath  # noqa: PLC0415 - as in the other parsers

    return aftermath.run(args)
