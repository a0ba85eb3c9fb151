"""The register: from the palette, at every station (S1, S3, S6, S7)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def _things(station: Station) -> None:
    from screens.register.things_page import ThingsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(ThingsDialog(station))


async def _contacts(station: Station) -> None:
    from screens.register.contacts_page import ContactsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(ContactsDialog(station))


async def _teams(station: Station) -> None:
    from screens.register.teams_page import TeamsDialog  # noqa: PLC0415 - the first picture does without it

    station.open(TeamsDialog(station))


ACTIONS = (
    Action(
        "", "things", N_("kept ready"),
        N_("Supplies, equipment, vehicles, tools: what is there, what expires, what is out of order."), _things,
        EVERYWHERE,
    ),
    Action(
        "", "teams", N_("teams"),
        N_("Who is in which team for emergencies, who leads it and who stands in."), _teams, EVERYWHERE,
    ),
    Action(
        "", "contacts", N_("contact list"),
        N_("Whom outside to ring, and the list with teams and staff for the wall."), _contacts, EVERYWHERE,
    ),
)  # fmt: skip
