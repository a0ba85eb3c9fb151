"""Who works when: from the palette (S2)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _roster(station: Station) -> None:
    from screens.rosters.page import RosterDialog  # noqa: PLC0415 - the first picture does without it

    station.open(RosterDialog(station))


ACTIONS = (
    Action(
        "", "roster", N_("roster"),
        N_("Who works when: planned, proposed, published; swaps, absences, and who is missing."),
        _roster, DESK,
    ),
)  # fmt: skip
