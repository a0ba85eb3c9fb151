"""The command-line arguments for trainings."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about trainings."""
    verbs = add_group(commands, common, _trainings, "trainings", _("what people were trained in"), required=False)
    add_verb(verbs, common, "list", _("the trainings, newest first, with who attended"), looks=True)
    add_verb(verbs, common, "lacking", _("who lacks which training, and which certificates end"), looks=True)
    held = add_verb(verbs, common, "add", _("put a training on record"))
    held.add_argument("topic", metavar=_("TRAINING"), help=_("service, technicians, legal, first_aid, fire, epidemic"))
    held.add_argument("--trainer", required=True, metavar=_("NAME"), help=_("who held it"))
    held.add_argument("--at", metavar=_("TIME"), help=_("when it happened: 10:05, 10:05:30 or 2026-03-02T10:05"))
    held.add_argument("--plan-version", default="", metavar="A/1", help=_("of which version of the plan: A/1"))
    held.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
    attend = add_verb(verbs, common, "attend", _("put on record who attended, and how they did"))
    attend.add_argument("number", type=number, metavar="N", help=_("the training's number"))
    attend.add_argument("names", nargs="+", metavar=_("NAME"), help=_("who attended"))
    attend.add_argument("--failed", action="store_true", help=_("they did not pass"))
    attend.add_argument("--score", type=whole, metavar="N", help=_("0 to 100"))
    certificate = add_verb(verbs, common, "certificate", _("put a certificate on record, or take it off"))
    certificate.add_argument("name", metavar=_("NAME"), help=_("whose it is"))
    certificate.add_argument("kind", metavar=_("CERTIFICATE"), help=_("first_aid, electrician, lift, driving …"))
    certificate.add_argument("--until", metavar=_("DATE"), help=_("its last day; none: it is taken off"))


def _trainings(args: Namespace) -> int:
    from frontdesk.commands.trainings import trainings

    return trainings.run(args)
