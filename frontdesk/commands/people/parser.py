"""The command-line arguments for people: who is on duty, and the staff list."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit import phone
from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.domain.people.duty import ROSTERED
from frontdesk.domain.people.staff import Post
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add_duty(commands: "Commands", common: Parser) -> None:
    """Add the commands about duties."""
    summary = _("who is on duty as manager and as deputy")
    verbs = add_group(commands, common, _duty, "duty", summary, required=False)
    add_verb(verbs, common, "list", _("show who is on duty, and until when"), looks=True)
    handed = add_verb(verbs, common, "set", _("somebody on the staff list is on duty"))
    add_choice(handed, "role", metavar=_("ROLE"), of=ROSTERED)
    handed.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    handed.add_argument("--until", required=True, metavar=_("TIME"), help=_("until when: 18:00 or 2026-03-02T18:00"))
    handed.add_argument("--from", dest="starts", metavar=_("TIME"), help=_("from when on; now where nothing is said"))
    ended = add_verb(verbs, common, "end", _("a duty ends now"))
    add_choice(ended, "role", metavar=_("ROLE"), of=ROSTERED)


def add_staff(commands: "Commands", common: Parser) -> None:
    """Add the commands about the staff list."""
    verbs = add_group(commands, common, _staff, "staff", _("the staff list"))
    add_verb(verbs, common, "list", _("show the list"), looks=True)
    add = add_verb(verbs, common, "add", _("put a person on the list"))
    add.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    add_choice(add, "--post", required=True, metavar=_("POST"), of=Post)
    phone.add_argument(add, default="")
    change = add_verb(verbs, common, "change", _("another post or phone number; what is not said stays"))
    change.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    add_choice(change, "--post", metavar=_("POST"), of=Post)
    phone.add_argument(change)
    remove = add_verb(verbs, common, "remove", _("take a person off the list"))
    remove.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    pin = add_verb(verbs, common, "pin", _("a first PIN for a person, also where theirs is forgotten"))
    pin.add_argument("name", metavar=_("NAME"), help=_("the person's name"))


def _duty(args: Namespace) -> int:
    from frontdesk.commands.people import duty

    return duty.run(args)


def _staff(args: Namespace) -> int:
    from frontdesk.commands.people import staff

    return staff.run(args)
