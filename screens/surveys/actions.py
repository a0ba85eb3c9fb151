"""Satisfaction surveys, from the palette (Q7, S11)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _surveys(station: Station) -> None:
    from screens.surveys.choosing import choose  # noqa: PLC0415 - the first picture does without it

    await choose(station)


ACTIONS = (
    Action(
        "", "surveys", N_("surveys"),
        N_("Satisfaction surveys: the plan and its signatures, whom to ask, their answers, the result."),
        _surveys, DESK,
    ),
)  # fmt: skip
