"""The station key for the book of appointments (Z9)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _book(station: Station) -> None:
    from screens.appointments.book import BookDialog  # noqa: PLC0415 - the first picture does without it

    station.open(BookDialog(station))


ACTIONS = (
    Action(
        "ctrl+z", "appointments", N_("appointments"),
        N_("The book of appointments: who comes when, how full each half hour gets, and booking more."), _book, DESK,
    ),
)  # fmt: skip
