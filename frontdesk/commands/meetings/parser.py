"""The command-line arguments for meetings and visits."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.meetings.meeting import MeetingKind
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about meetings."""
    verbs = add_group(
        commands, common, _meetings, "meetings", _("meetings, visits, and what was promised there"), required=False
    )
    listed = add_verb(verbs, common, "list", _("the meetings of which something is still owed"), looks=True)
    listed.add_argument("--all", action="store_true", help=_("the others too"))
    commands.choices["meetings"].set_defaults(all=False)
    show = add_verb(verbs, common, "show", _("a meeting with all that is owed of it"), looks=True)
    add_verb(verbs, common, "visits", _("customers with open business whom nobody has visited for long"), looks=True)
    _add_plan(verbs, common)
    move = add_verb(verbs, common, "move", _("a meeting is held at another time"))
    cancel = add_verb(verbs, common, "cancel", _("a meeting is not held"))
    hold = add_verb(verbs, common, "hold", _("a meeting was held; its minutes are owed"))
    minutes = add_verb(verbs, common, "minutes", _("the minutes of a meeting"))
    material = add_verb(verbs, common, "material", _("somebody prepares something for a meeting"))
    promise = add_verb(verbs, common, "promise", _("a customer was promised something at a meeting"))
    decision = add_verb(verbs, common, "decision", _("the emergency group gave a department its part"))
    feedback = add_verb(verbs, common, "feedback", _("what a customer said about the product goes to quality"))
    done = add_verb(verbs, common, "done", _("something owed of a meeting is done, or quality has answered"))
    again = add_verb(verbs, common, "again", _("something owed of a meeting is agreed anew"))
    for verb in (show, move, cancel, hold, minutes, material, promise, decision, feedback, done, again):
        verb.add_argument("number", type=number, metavar="N", help=_("the meeting's number"))
    for verb in (material, promise, decision, feedback):
        verb.add_argument("what", metavar=_("WHAT"), help=_("what it is, in a few words"))
    for verb in (material, promise):
        verb.add_argument("--who", required=True, metavar=_("NAME"), help=_("who sees to it"))
    decision.add_argument("--who", required=True, metavar=_("DEPARTMENT"), help=_("which department does it"))
    feedback.set_defaults(who="", until=None)
    material.set_defaults(until=None)
    for verb in (promise, decision, again):
        verb.add_argument("--until", required=True, metavar=_("TIME"), help=_("by when"))
    for verb in (done, again):
        verb.add_argument("--item", type=number, metavar="N", help=_("which of several, by its number"))
    move.add_argument("--at", required=True, metavar=_("TIME"), help=_("when it is held"))
    hold.add_argument("--present", required=True, metavar=_("NAMES"), help=_("who was there"))
    hold.add_argument("--at", metavar=_("TIME"), help=_("when it was, if not now"))
    minutes.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what was said there"))
    done.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what shows it, or what quality answered"))
    for verb in (move, cancel, again):
        verb.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))


def _add_plan(verbs: "Commands", common: Parser) -> None:
    plan = add_verb(verbs, common, "plan", _("plan a meeting"))
    add_choice(plan, "kind", metavar=_("KIND"), of=MeetingKind)
    plan.add_argument("what", metavar=_("WHAT"), help=_("what it is about, in one line"))
    plan.add_argument("--at", required=True, metavar=_("TIME"), help=_("when it is held"))
    plan.add_argument("--place", default="", metavar=_("TEXT"), help=_("where"))
    plan.add_argument("--case", type=number, metavar="N", help=_("the complaint it is about; its customer is taken"))
    plan.add_argument("--customer", default="", metavar=_("NAME"), help=_("the customer's name"))
    plan.add_argument("--phone", default="", metavar=_("PHONE"), help=_("the customer's phone number"))
    plan.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the customer's car"))
    plan.add_argument("--invited", default="", metavar=_("NAMES"), help=_("who of the house takes part"))
    plan.add_argument("--wanted-by", default="", metavar=_("NAME"), help=_("who wants it"))
    plan.add_argument("--invitation", default="", metavar=_("TEXT"), help=_("what the customer is told on the phone"))


def _meetings(args: Namespace) -> int:
    from frontdesk.commands.meetings import meetings

    return meetings.run(args)
