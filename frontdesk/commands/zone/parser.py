"""The command-line arguments for cars: arriving, receiving, moving, leaving, and undoing the last action."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, number
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about cars."""
    arrive = _on_plate(commands, common, "arrive", _("a car arrives"))
    arrive.add_argument("--purpose", default="maintenance", metavar="maintenance|repair", help=_("why the car came"))
    arrive.add_argument("--place", metavar=_("PLACE"), help=_("where it stands; a free bay where nothing is said"))
    receive = _on_plate(commands, common, "receive", _("the customer is received"))
    receive.add_argument("--advisor", default="", metavar=_("NAME"), help=_("who receives, where it is someone else"))
    _on_plate(commands, common, "work-order", _("the work order is made"))
    _on_plate(commands, common, "hand-over", _("the workshop takes the car"))
    move = _on_plate(commands, common, "move", _("a car goes to another place"))
    move.add_argument("place", metavar=_("PLACE"), help=_("bay1, lane, temporary, repair, waiting1, workshop"))
    swap = _on_plate(commands, common, "swap", _("two cars change places"))
    swap.add_argument("other", metavar=_("OTHER"), help=_("the other car's plate, or part of it"))
    leave = _on_plate(commands, common, "leave", _("a car leaves the store"))
    leave.add_argument(
        "--reason",
        metavar="|".join(WhyLeft),
        help=_("why, where the customer was not received; of one who was, nothing is noted"),
    )
    leave.add_argument("--anyway", action="store_true", help=_("also where it was in repair and nobody handed it back"))
    turn_away = _on_plate(commands, common, "turn-away", _("a car that came for something else is sent away"))
    correct = add_command(commands, common, _cars, "correct-plate", _("a plate that was entered wrongly is put right"))
    correct.add_argument("plate", metavar=_("PLATE"), help=_("the wrong plate, or part of it where the car is here"))
    correct.add_argument("right", metavar=_("RIGHT"), help=_("the right plate"))
    correct.add_argument("--visit", type=number, metavar="N", help=_("the number of a visit that is over"))
    for new in (arrive, turn_away, correct):
        new.add_argument("--unusual", action="store_true", help=_("this is the plate, although it is no usual one"))
    for new in (arrive, turn_away):
        new.add_argument("--new", action="store_true", help=_("this is another car than the one here that it is like"))
    add_command(commands, common, _cars, "undo", _("take back what was done last on the command line"))


def _on_plate(commands: "Commands", common: Parser, name: str, summary: str) -> Parser:
    command = add_command(commands, common, _cars, name, summary)
    command.add_argument("plate", metavar=_("PLATE"), help=_("the plate, or part of it where the car is here"))
    command.add_argument("--at", metavar=_("TIME"), help=_("when it happened: 10:05, 10:05:30 or 2026-03-02T10:05"))
    return command


def _cars(args: Namespace) -> int:
    from frontdesk.commands.zone import cars

    return cars.run(args)
