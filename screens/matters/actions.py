"""The station key for what has to be brought to an end (Z7)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _matters(station: Station) -> None:
    from screens.matters.page import MattersDialog  # noqa: PLC0415 - the first picture does without it

    station.open(MattersDialog(station))


ACTIONS = (
    Action(
        "ctrl+a", "matters", N_("matters"),
        N_("What has to be brought to an end, next due first: the monthly review, measures, plans."), _matters,
        EVERYWHERE,
    ),
)  # fmt: skip
