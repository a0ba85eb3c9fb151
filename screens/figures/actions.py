"""The station key for the day in figures."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK, MANAGER
from screens.kit.station import Station


async def _figures(station: Station) -> None:
    from screens.figures.page import FiguresDialog  # noqa: PLC0415 - the first picture does without it

    station.open(FiguresDialog(station))


ACTIONS = (
    Action(
        "ctrl+u", "figures", N_("figures"),
        N_("The day in figures, hour by hour; the days before it, and whole months."), _figures, DESK, MANAGER,
    ),
)  # fmt: skip
