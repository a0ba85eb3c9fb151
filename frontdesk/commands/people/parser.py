"""The command-line arguments for people: who is on duty, and the staff list."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit import phone
from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.domain.people.duty import ROSTERED
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add_duty(commands: "Commands", common: Parser) -> None:
    """Add the commands about duties."""
    summary = _("who is on duty as manager and as deputy")
    verbs = add_group(commands, common, _duty, "duty", summary, required=False)
    add_verb(verbs, common, "list", _("show who is on duty, and until when"), looks=True)
    roles = ", ".join(ROSTERED)
    handed = add_verb(verbs, common, "set", _("somebody on the staff list is on duty"))
    handed.add_argument("role", metavar=_("ROLE"), help=roles)
    handed.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    handed.add_argument("--until", required=True, metavar=_("TIME"), help=_("until when: 18:00 or 2026-03-02T18:00"))
    handed.add_argument("--from", dest="starts", metavar=_("TIME"), help=_("from when on; now where nothing is said"))
    ended = add_verb(verbs, common, "end", _("a duty ends now"))
    ended.add_argument("role", metavar=_("ROLE"), help=roles)


def add_staff(commands: "Commands", common: Parser) -> None:
    """Add the commands about the staff list."""
    verbs = add_group(commands, common, _staff, "staff", _("the staff list"))
    add_verb(verbs, common, "list", _("show the list"), looks=True)
    add = add_verb(verbs, common, "add", _("put a person on the list"))
    add.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    add.add_argument("--post", required=True, metavar=_("POST"), help="guard, advisor, supervisor, manager, director")
    phone.add_argument(add, default="")
    change = add_verb(verbs, common, "change", _("another post or phone number; what is not said stays"))
    change.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    change.add_argument("--post", metavar=_("POST"), help="guard, advisor, supervisor, manager, director")
    phone.add_argument(change)
    remove = add_verb(verbs, common, "remove", _("take a person off the list"))
    remove.add_argument("name", metavar=_("NAME"), help=_("the person's name"))


def _duty(args: Namespace) -> int:
    from frontdesk.commands.people import duty

    return duty.run(args)


def _staff(args: Namespace) -> int:
    from frontdesk.commands.people import staff

    return staff.run(args)
