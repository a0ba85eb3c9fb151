"""The manager's key for the store's policy."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.station import Station


async def _policy(station: Station) -> None:
    from screens.policy.form import PolicyForm  # noqa: PLC0415 - the first picture does without it

    station.open(PolicyForm(station))


ACTIONS = (
    Action(
        "ctrl+w", "policy", N_("store policy"),
        N_("Everything the set-up asked, and every number of the plan: bays, hours, limits, who is called."),
        _policy, frozenset({StationKind.MANAGER}),
    ),
)  # fmt: skip
