"""Trainings and certificates, from the palette at the desk (S12)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _trainings(station: Station) -> None:
    from screens.trainings.page import TrainingsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(TrainingsDialog(station))


ACTIONS = (
    Action(
        "", "trainings", N_("trainings"),
        N_("Trainings and certificates: who lacks which, which end soon, and what was held."), _trainings, DESK,
    ),
)  # fmt: skip
