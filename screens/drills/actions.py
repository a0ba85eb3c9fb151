"""The drills, from the palette at every station (S4)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _drills(station: Station) -> None:
    from screens.drills.list_page import DrillsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(DrillsDialog(station))


ACTIONS = (
    Action(
        "", "drills", N_("drills"),
        N_("Drills: planned, held, to be scored; by when the next ones are due."), _drills, EVERYWHERE,
    ),
)  # fmt: skip
