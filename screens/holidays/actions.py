"""The holidays: from the palette, at every station but the lounge (S2, S5)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _holidays(station: Station) -> None:
    from screens.holidays.list_page import HolidaysDialog  # noqa: PLC0415 - the first picture does without it

    station.open(HolidaysDialog(station))


ACTIONS = (
    Action(
        "", "holidays", N_("holiday plans"),
        N_("Which holidays come, how far the plan of each is, what customers are told of them."), _holidays,
        EVERYWHERE,
    ),
)  # fmt: skip
