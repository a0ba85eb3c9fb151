"""The station keys for penalties (Z8)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import MANAGER
from screens.kit.station import Station


async def _ledger(station: Station) -> None:
    from screens.penalties.ledger import LedgerDialog  # noqa: PLC0415 - the first picture does without it

    station.open(LedgerDialog(station))


ACTIONS = (
    Action(
        "ctrl+b", "ledger", N_("ledger"),
        N_("The penalties of a month: what each person comes to; sign, appeal, decide."), _ledger,
        MANAGER, MANAGER,
    ),
)  # fmt: skip
