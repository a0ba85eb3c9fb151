"""The station keys for the customers in the lounge (Z5a)."""

from frontdesk.domain.escalations.terms import Kind
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK, RECEPTION
from screens.kit.station import Station


async def _tickets(station: Station) -> None:
    """Open the call tickets; if a diversion has expired, with that customer's ticket marked."""
    from screens.lounge.tickets import TicketsDialog  # noqa: PLC0415 - the first picture does without it

    prompts = station.latest().prompts(station.STATION, station.now)
    expired = next((prompt.plate for prompt in prompts if prompt.kind is Kind.DIVERSION_EXPIRED), "")
    station.open(TicketsDialog(station, expired))


ACTIONS = (
    Action(
        "ctrl+l", "tickets", N_("lounge"),
        N_("The customers in the lounge: call, no-show, back into the zone, renew, print."), _tickets, DESK, RECEPTION,
    ),
)  # fmt: skip
