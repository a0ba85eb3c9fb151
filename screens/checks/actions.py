"""The checks: from the palette, at every station (S3)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _checks(station: Station) -> None:
    from screens.checks.page import ChecksDialog  # noqa: PLC0415 - the first picture does without it

    station.open(ChecksDialog(station))


ACTIONS = (
    Action(
        "", "checks", N_("checks"),
        N_("What is checked again and again: those to be done now, and which there are."), _checks, EVERYWHERE,
    ),
)  # fmt: skip
