"""What a station can call up of the playbooks, by its name (I4, I5)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _playbooks(station: Station) -> None:
    from screens.runs.playbook_page import PlaybooksDialog  # noqa: PLC0415 - the first picture does without it

    station.open(PlaybooksDialog(station))


ACTIONS = (
    Action(
        "", "playbooks", N_("playbooks"),
        N_("What is done step by step, which version is in force, and incident cards for the wall."), _playbooks,
        EVERYWHERE,
    ),
)  # fmt: skip
