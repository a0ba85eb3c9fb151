"""The station keys for the people who work there (S1, S2)."""

from collections.abc import Callable
from functools import partial

from frontdesk.words.i18n import N_, _
from screens.kit.actions import Action
from screens.kit.keys import DESK, EVERYWHERE, MANAGER
from screens.kit.station import Station
from screens.people.messages import SignedIn


def ask_who_works_here(station: Station) -> None:
    """Open the staff list to choose who works here from now on."""
    from screens.people.operator import OperatorDialog  # noqa: PLC0415 - the first picture does without it

    station.open(OperatorDialog(station.latest().staff, station), partial(_signed_in, station))


def ask_for_pin(station: Station, say: Callable[[str], None]) -> None:
    """Ask the operator for their PIN, over whatever is up; `say` tells there that its key is pressed again."""
    from screens.people.pin import PinDialog  # noqa: PLC0415 - the first picture does without it

    def proved(signed: SignedIn | None) -> None:
        if signed is not None:
            _signed_in(station, signed)
            say(_("The PIN is right: press the key once more."))

    station.open(PinDialog(station, station.desk.actor.who), proved)


def _signed_in(station: Station, signed: SignedIn | None) -> None:
    if signed is not None:
        station.say("")
        station.post_message(signed)


async def _operator(station: Station) -> None:
    ask_who_works_here(station)


async def _duty(station: Station) -> None:
    from screens.people.duty import DutyDialog  # noqa: PLC0415 - the first picture does without it

    station.open(DutyDialog(station))


ACTIONS = (
    Action(
        "ctrl+d", "duty", N_("on duty"), N_("Who is on duty as manager and as deputy, and until when."), _duty, DESK,
        MANAGER,
    ),
    Action(
        "ctrl+o", "operator", N_("operator"),
        N_("Who works here now: choose from the staff list, add a person, or change a phone or post."), _operator,
        EVERYWHERE,
    ),
)  # fmt: skip
