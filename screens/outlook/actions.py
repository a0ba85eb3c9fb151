"""The next hour: from the palette, and from the day in figures (Z9)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def look_ahead(station: Station) -> None:
    """Show what is told of the next hour."""
    from screens.outlook.page import OutlookDialog  # noqa: PLC0415 - the first picture does without it

    station.open(OutlookDialog(station))


ACTIONS = (
    Action(
        "", "outlook", N_("next hour"),
        N_("How likely the zone gets too full within the hour; what was said before, and what happened."),
        look_ahead, DESK,
    ),
)  # fmt: skip
