"""The roll call: from the palette, for whoever counts at this station (I4)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _roll_call(station: Station) -> None:
    from screens.roll_calls.which import open_running  # noqa: PLC0415 - the first picture does without it

    await open_running(station)


ACTIONS = (
    Action(
        "", "roll_call", N_("roll call"),
        N_("Who should be here and who is counted: one key for each name, at several stations at once."), _roll_call,
        EVERYWHERE,
    ),
)  # fmt: skip
