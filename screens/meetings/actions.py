"""Meetings and visits, from the palette (Q6, Q9, C14)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _meetings(station: Station) -> None:
    from screens.meetings.list_page import MeetingsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(MeetingsDialog(station))


ACTIONS = (
    Action(
        "", "meetings", N_("meetings"),
        N_("Meetings with customers, of the emergency group, and visits: what is owed of them, due visits."),
        _meetings, DESK,
    ),
)  # fmt: skip
