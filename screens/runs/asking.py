"""What a step asks for that is chosen, not typed: somebody of the staff, a vehicle of the register."""

from collections.abc import Awaitable, Callable
from typing import Any

from frontdesk.domain.register.things import ThingKind
from frontdesk.words.i18n import _
from frontdesk.words.register import how_it_stands
from screens.kit.choose import ChooseDialog
from screens.kit.command_dialog import CommandDialog
from screens.kit.station import Station

Then = Callable[[str], Awaitable[None]]


async def ask_who(dialog: CommandDialog[Any], station: Station, then: Then) -> None:
    """Let one of the staff list be chosen."""
    people = [person.name for person in station.latest().staff]

    async def chosen(place: int | None) -> None:
        if place is not None:
            await then(people[place])

    dialog.app.push_screen(ChooseDialog(lambda: _("Who?"), lambda: [(name, "", True) for name in people]), chosen)


async def ask_vehicle(dialog: CommandDialog[Any], then: Then) -> None:
    """Let one of the vehicles be chosen; of one that may not be used it is said why."""
    from frontdesk.desk.register import things  # noqa: PLC0415 - seldom asked for

    found = await dialog.ask(things.listed)
    vehicles = [each for each in found.things if each.described.kind is ThingKind.VEHICLE] if found else []
    if found is None or not vehicles:
        dialog.say(_("No vehicle is on the register: frontdesk things add."))
        return
    told = [(each.name, how_it_stands(each, found.today, 0), True) for each in vehicles]

    async def chosen(place: int | None) -> None:
        if place is not None:
            await then(vehicles[place].name)

    dialog.app.push_screen(ChooseDialog(lambda: _("Which vehicle?"), lambda: told), chosen)
