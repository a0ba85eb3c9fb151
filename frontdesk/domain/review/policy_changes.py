"""Which numbers of the policy were changed that bear on how crowded the zone is, and on which day (Z7)."""

from collections.abc import Iterable
from itertools import pairwise
from zoneinfo import ZoneInfo

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.doubts import PolicyChange
from frontdesk.domain.values.clock import Millis, to_datetime

_BEARS = (
    "bays",
    "temporary_capacity",
    "repair_capacity",
    "workshop_bays",
    "over_count",
    "over_stay_s",
    "late_reception_s",
    "opening_hours",
)


def changes(in_turn: Iterable[tuple[Millis, Policy]], zone: ZoneInfo) -> tuple[PolicyChange, ...]:
    """Return each change of such a number, from the policies in the order in which they came into force.

    The first policy changes nothing: before it there was nothing to count.
    """
    return tuple(
        PolicyChange(name, to_datetime(at, zone).date())
        for (_, had), (at, has) in pairwise(in_turn)
        for name in _BEARS
        if getattr(had, name) != getattr(has, name)
    )
