"""The command-line arguments for appointments."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit import phone
from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.appointments.appointment import USUAL_MINUTES, Waits, Way
from frontdesk.domain.zone.cars import Purpose
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about appointments."""
    verbs = add_group(
        commands, common, _appointments, "appointments", _("the book of appointments: who comes when"), required=False
    )
    listed = add_verb(verbs, common, "list", _("the appointments of a day"), looks=True)
    slots = add_verb(verbs, common, "slots", _("the half hours of a day: booked, capacity, risk"), looks=True)
    commands.choices["appointments"].set_defaults(day=None, until=None)
    for verb in (listed, slots):
        verb.add_argument("day", nargs="?", metavar=_("DAY"), help=_("tomorrow, 5-30 or 2026-05-30; today if not said"))
    listed.add_argument("--until", metavar=_("DAY"), help=_("the days up to this one too"))
    _add(verbs, common)
    moved = add_verb(verbs, common, "move", _("move an appointment to another time"))
    cancelled = add_verb(verbs, common, "cancel", _("call an appointment off"))
    arrived = add_verb(verbs, common, "arrived", _("say that the car of an appointment is here"))
    reminded = add_verb(verbs, common, "remind", _("the customer was told, or answered: the appointment is confirmed"))
    for verb in (moved, cancelled, arrived, reminded):
        verb.add_argument("number", type=number, metavar="N", help=_("its number"))
    moved.add_argument("time", metavar=_("TIME"), help=_("the new time: tomorrow 10:30, 2026-05-30T10:30"))
    _above(moved)
    cancelled.add_argument("--why", default="", metavar=_("TEXT"), help=_("why"))
    arrived.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the plate, where it was booked without"))
    said = add_verb(verbs, common, "override", _("say how many a half hour takes on a day, and why"))
    said.add_argument("time", metavar=_("TIME"), help=_("a time within the half hour: tomorrow 9:00"))
    said.add_argument("capacity", type=int, metavar=_("COUNT"), help=_("how many it takes"))
    said.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))
    _files(verbs, common)


def _add(verbs: "Commands", common: Parser) -> None:
    new = add_verb(verbs, common, "add", _("book an appointment"))
    new.add_argument("time", metavar=_("TIME"), help=_("when: tomorrow 9:30, 5-30 9:30, 2026-05-30T09:30"))
    new.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the whole plate, or part of a known one"))
    new.add_argument("--unusual", action="store_true", help=_("this is the plate, although it is no usual one"))
    new.add_argument("--customer", default="", metavar=_("NAME"), help=_("the customer's name"))
    phone.add_argument(new, default="")
    add_choice(new, "--purpose", default="maintenance", metavar=_("PURPOSE"), of=(Purpose.MAINTENANCE, Purpose.REPAIR))
    new.add_argument("--work", default="", metavar=_("TEXT"), help=_("what is to be done, in a few words"))
    new.add_argument(
        "--minutes", type=int, default=USUAL_MINUTES, metavar=_("COUNT"), help=_("how long it takes; 60 if not said")
    )
    add_choice(new, "--waits", default=Waits.LOUNGE.value, metavar=_("WHERE"), of=Waits)
    new.add_argument("--advisor", default="", metavar=_("NAME"), help=_("the service advisor who is asked for"))
    add_choice(new, "--channel", default=Way.PHONE.value, metavar=_("CHANNEL"), of=Way)
    _above(new)


def _above(verb: Parser) -> None:
    verb.add_argument("--above", action="store_true", help=_("also where the half hour is full; the record says so"))


def _files(verbs: "Commands", common: Parser) -> None:
    taken = add_verb(verbs, common, "import", _("take appointments from a table or a calendar"))
    taken.add_argument("file", type=Path, metavar=_("FILE"), help=_("a table (CSV, XLSX, JSON), or a calendar (.ics)"))
    taken.add_argument("--source", default="", metavar=_("NAME"), help=_("where it comes from: what it is known by"))
    taken.add_argument("--all-or-nothing", action="store_true", help=_("take nothing where one line is wrong"))
    taken.add_argument("--unusual", action="store_true", help=_("take plates that are no usual ones too"))
    given = add_verb(verbs, common, "export", _("write appointments into a new file"), looks=True)
    given.add_argument("file", type=Path, metavar=_("FILE"), help=_("its ending says the format: .csv, .xlsx, .ics"))
    given.add_argument("--since", metavar=_("DAY"), help=_("from this day on; today if not said"))
    given.add_argument("--until", metavar=_("DAY"), help=_("up to this day; as far as is booked if not said"))


def _appointments(args: Namespace) -> int:
    from frontdesk.commands.appointments import appointments

    return appointments.run(args)
