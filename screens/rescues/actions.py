"""Rescues: from the palette (R1)."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _rescues(station: Station) -> None:
    from screens.rescues.list_page import RescuesDialog  # noqa: PLC0415 - the first picture does without it

    station.open(RescuesDialog(station))


ACTIONS = (
    Action(
        "", "rescues", N_("roadside rescue"),
        N_("A customer's car stands on the road: take the call, plan, sign, drive out, and say what came of it."),
        _rescues, DESK | {StationKind.WORKSHOP},
    ),
)  # fmt: skip
