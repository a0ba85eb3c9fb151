"""Looking back at the board: from the palette, and from whatever tells when something happened (Z7)."""

from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


def look_back(station: Station, moment: Millis) -> None:
    """Show the board as it stood at a past minute."""
    from screens.past.page import PastDialog  # noqa: PLC0415 - the first picture does without it

    station.open(PastDialog(station, moment))


async def _past(station: Station) -> None:
    look_back(station, station.now - MINUTE)


ACTIONS = (
    Action(
        "", "past", N_("the board then"),
        N_("The board as it stood at any past minute, minute by minute back and forth."), _past, DESK,
    ),
)  # fmt: skip
