"""The command-line arguments for rescues, and for the parts that are fetched."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about rescues and parts."""
    verbs = add_group(commands, common, _rescues, "rescues", _("cars that stand on the road"), required=False)
    listed = add_verb(verbs, common, "list", _("the rescues that are not over"), looks=True)
    listed.add_argument("--all", action="store_true", help=_("also those that are over, the newest first"))
    commands.choices["rescues"].set_defaults(all=False)
    _add_call(verbs, common)
    _add_correction(verbs, common)
    show = add_verb(verbs, common, "show", _("a rescue: its call, plans, parts, and the road"), looks=True)
    show.add_argument("number", type=number, metavar="N", help=_("the rescue's number"))
    page = add_verb(verbs, common, "print", _("a rescue as a page to print, or the slip for its team"), looks=True)
    page.add_argument("number", type=number, metavar="N", help=_("the rescue's number"))
    page.add_argument("file", type=Path, metavar=_("FILE"), help=_("the file to write: sheet.html"))
    page.add_argument("--slip", action="store_true", help=_("the slip that the team takes along"))
    _on(verbs, common, "phone", _("the customer's phone numbers in full, on record"))
    _add_plan(verbs, common)
    _add_road(verbs, common)
    _add_parts(commands, common)


def _add_call(verbs: "Commands", common: Parser) -> None:
    take = add_verb(verbs, common, "add", _("take the call of a customer who stands on the road"))
    take.add_argument("place", metavar=_("PLACE"), help=_("road, direction, kilometre, landmark"))
    take.add_argument("plate", metavar=_("PLATE"), help=_("the car's plate"))
    take.add_argument("--customer", required=True, metavar=_("NAME"), help=_("who calls"))
    take.add_argument("--phone", required=True, metavar=_("PHONE"), help=_("under which number they are reached"))
    take.add_argument("--symptom", required=True, metavar=_("TEXT"), help=_("what is wrong"))
    take.add_argument("--second", default="", metavar=_("PHONE"), help=_("the number of somebody else with the car"))
    take.add_argument("--stands", default="shoulder", metavar="carriageway|shoulder|off_road", help=_("where it is"))
    take.add_argument("--hurt", default="unknown", metavar="unknown|nobody|somebody", help=_("whether anybody is hurt"))
    take.add_argument("--model", default="", metavar=_("MODEL"), help=_("the car's model"))
    take.add_argument("--km", type=whole, metavar="N", help=_("its mileage"))
    take.add_argument("--elsewhere", default="", metavar=_("TEXT"), help=_("repairs made elsewhere"))
    take.add_argument("--unusual", action="store_true", help=_("plate and numbers are right, although unusual"))


def _add_correction(verbs: "Commands", common: Parser) -> None:
    correct = _on(verbs, common, "correct", _("put right what was written down of a call; what is not said stays"))
    correct.add_argument("--place", metavar=_("PLACE"), help=_("road, direction, kilometre, landmark"))
    correct.add_argument("--plate", metavar=_("PLATE"), help=_("the car's plate"))
    correct.add_argument("--customer", metavar=_("NAME"), help=_("who calls"))
    correct.add_argument("--phone", default="", metavar=_("PHONE"), help=_("under which number they are reached"))
    correct.add_argument("--second", default="", metavar=_("PHONE"), help=_("the number of somebody else with the car"))
    correct.add_argument("--symptom", metavar=_("TEXT"), help=_("what is wrong"))
    correct.add_argument("--stands", metavar="carriageway|shoulder|off_road", help=_("where it is"))
    correct.add_argument("--hurt", metavar="unknown|nobody|somebody", help=_("whether anybody is hurt"))
    correct.add_argument("--model", metavar=_("MODEL"), help=_("the car's model"))
    correct.add_argument("--km", type=whole, metavar="N", help=_("its mileage"))
    correct.add_argument("--elsewhere", metavar=_("TEXT"), help=_("repairs made elsewhere"))
    correct.add_argument("--unusual", action="store_true", help=_("plate and numbers are right, although unusual"))


def _add_plan(verbs: "Commands", common: Parser) -> None:
    plan = _on(verbs, common, "plan", _("the supervisor's plan; a newer one takes its place"))
    plan.add_argument("--leader", required=True, metavar=_("NAME"), help=_("who leads the team"))
    plan.add_argument("--crew", action="append", default=[], metavar=_("NAME"), help=_("who goes along"))
    plan.add_argument("--travel", type=whole, required=True, metavar="MIN", help=_("minutes from leaving to arriving"))
    plan.add_argument("--minutes", type=whole, required=True, metavar="MIN", help=_("minutes of work on site"))
    plan.add_argument("--jobs", required=True, metavar=_("TEXT"), help=_("what is done"))
    plan.add_argument("--cost", required=True, metavar="800-1500", help=_("the estimate, in yuan"))
    plan.add_argument("--part", action="append", default=[], metavar=_("GOODS"), help=_("a part it needs: clutch x2"))
    plan.add_argument("--tools", default="", metavar=_("TEXT"), help=_("tools that go along"))
    plan.add_argument("--cautions", default="", metavar=_("TEXT"), help=_("what is to be minded, and told"))
    consent = _on(verbs, common, "consent", _("what the customer said to the plan"))
    consent.add_argument("--declines", action="store_true", help=_("the customer does not agree"))
    consent.add_argument("--revision", type=number, metavar="N", help=_("which plan they were told"))
    consent.add_argument("--words", default="", metavar=_("TEXT"), help=_("what they said"))


def _add_road(verbs: "Commands", common: Parser) -> None:
    depart = _on(verbs, common, "depart", _("the team leaves, and the customer is to be told"))
    depart.add_argument("--eta", metavar=_("TIME"), help=_("when it arrives; else as long as the plan says"))
    depart.add_argument("--vehicle", default="", metavar=_("NAME"), help=_("which vehicle it takes"))
    depart.add_argument("--without", default="", metavar=_("TEXT"), help=_("how the missing parts follow"))
    eta = _on(verbs, common, "eta", _("the team arrives at another time"))
    eta.add_argument("time", metavar=_("TIME"), help=_("when: 11:40, 20 min"))
    eta.add_argument("--why", default="", metavar=_("TEXT"), help=_("why; the customer is told it"))
    contact = _on(verbs, common, "contact", _("what the team said from the road"))
    contact.add_argument("words", metavar=_("TEXT"), help=_("one line"))
    arrive = _on(verbs, common, "arrive", _("the team is with the car"))
    for verb in (depart, arrive):
        verb.add_argument("--at", metavar=_("TIME"), help=_("when it happened, if some time ago"))
    check = _on(verbs, common, "check", _("fault and parts are confirmed on site"))
    check.add_argument("--otherwise", default="", metavar=_("TEXT"), help=_("what is otherwise than planned"))
    _on(verbs, common, "read", _("you have read what is otherwise on site: supervisor, manager, director"))
    result = _on(verbs, common, "result", _("how the rescue ended"))
    result.add_argument(
        "outcome", metavar="repaired_on_site|towed|to_another_shop|cancelled_by_customer", help=_("what came of it")
    )
    result.add_argument("--unsatisfied", action="store_true", help=_("the customer is not satisfied"))
    result.add_argument("--words", default="", metavar=_("TEXT"), help=_("why, or what is still to be done"))
    follow_up = _on(verbs, common, "follow-up", _("the customer was asked how it was"))
    follow_up.add_argument("mark", type=whole, metavar="1-5", help=_("5 is best"))


def _add_parts(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _parts, "parts", _("parts that are fetched for somebody"), required=False)
    add_verb(verbs, common, "list", _("the parts that are still to be handed out"), looks=True)
    want = add_verb(verbs, common, "want", _("a part is wanted for a matter"))
    want.add_argument("matter", type=number, metavar="N", help=_("the number of the rescue, or of another matter"))
    want.add_argument("name", metavar=_("NAME"), help=_("what the part is called"))
    want.add_argument("--quantity", type=whole, default=1, metavar="N", help=_("how many"))
    order = _on(verbs, common, "order", _("where a part comes from, how and when"), _("the part's number"))
    order.add_argument(
        "source", metavar="stock|factory_urgent|neighbour|backup_supplier", help=_("where it comes from")
    )
    order.add_argument("--carrier", metavar="road|courier|air|none", help=_("how it comes"))
    order.add_argument("--eta", metavar=_("TIME"), help=_("when it comes; none: it is not known any more"))
    order.add_argument("--maker", metavar=_("NUMBER"), help=_("the maker's number of it"))
    flies = order.add_mutually_exclusive_group()
    flies.add_argument("--no-fly", dest="may_fly", action="store_false", default=None, help=_("it may not go by air"))
    flies.add_argument("--may-fly", dest="may_fly", action="store_true", default=None, help=_("it may go by air"))
    approved = order.add_mutually_exclusive_group()
    approved.add_argument("--monitored", action="store_true", default=None, help=_("its maker has to approve it first"))
    approved.add_argument(
        "--not-monitored", dest="monitored", action="store_false", default=None, help=_("its maker need not approve it")
    )
    _on(verbs, common, "maker-ok", _("its maker approved a monitored part"), _("the part's number"))
    state = _on(verbs, common, "state", _("a part went on"), _("the part's number"))
    state.add_argument("state", metavar="ordered|shipped|arrived|handed|cancelled", help=_("how far it is"))


def _on(verbs: "Commands", common: Parser, name: str, summary: str, what: str = "") -> Parser:
    verb = add_verb(verbs, common, name, summary)
    verb.add_argument("number", type=number, metavar="N", help=what or _("the rescue's number"))
    return verb


def _rescues(args: Namespace) -> int:
    from frontdesk.commands.rescues import rescues

    return rescues.run(args)


def _parts(args: Namespace) -> int:
    from frontdesk.commands.rescues import parts

    return parts.run(args)
