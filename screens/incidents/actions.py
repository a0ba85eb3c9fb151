"""The cars that stood where something happened: from the palette, where they are worked on and handed back (I16)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK, WORKSHOP
from screens.kit.station import Station


async def _cars(station: Station) -> None:
    from screens.incidents.cars_page import CarsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(CarsDialog(station))


ACTIONS = (
    Action(
        "", "look_at_cars", N_("look at cars"),
        N_("Cars that stood where something happened: what was found, before work on them goes on."),
        _cars, DESK | WORKSHOP,
    ),
)  # fmt: skip
