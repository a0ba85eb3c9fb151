"""The pre-inspection zone: its places and its limits (Z2, Z4a, Z5, Z6)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.zone.places import Place, PlaceKind

_MOST_BAYS = 60
_PLACE_KEY = re.compile(r"(bay|waiting)\d+|lane|temporary|repair|workshop")
"""The names of places on the command line, which no bay may have because they could not be told apart."""


@dataclass(frozen=True, init=False, repr=False, eq=False)
class ZoneNumbers:
    """Where cars stand, how many, and for how long."""

    bays: tuple[str, ...] = ("1", "2", "3")
    """Z2: the names of the pre-inspection bays."""
    temporary_capacity: int = number(8, 0, 500)
    repair_capacity: int = number(6, 0, 500)
    workshop_bays: tuple[str, ...] = ("1", "2")
    over_count: int = number(4, 1, 500)
    """Z5: this many cars in the zone are too many (the number itself included)."""
    over_count_warning: int = number(3, 1, 500)
    over_stay_s: int = number(1200, 1, 86_400)
    """Z6: longer than this in the zone is too long (the exact second is not)."""
    over_stay_warning_s: int = number(900, 1, 86_400)
    camera_sure_percent: int = number(85, 0, 100)
    """Z4: from this many percent on a plate that a camera reports is registered without a guard looking."""
    late_reception_s: int = number(60, 1, 86_400)
    """Z4a: a reception after more than this is late."""
    late_reception_manager_s: int = number(180, 1, 86_400)
    """How long after arrival a late reception that still stands goes to the manager too."""

    @property
    def over_stay(self) -> Millis:
        """Z6 in milliseconds."""
        return self.over_stay_s * SECOND

    def is_over_stay(self, zone_time: Millis) -> bool:
        """Whether a car has been in the zone for too long: more than the limit, not just as long (Z6)."""
        return zone_time > self.over_stay

    def asks_for_attention(self, zone_time: Millis) -> bool:
        """Whether a car has been in the zone for longer than the warning (Z6)."""
        return zone_time > self.over_stay_warning_s * SECOND

    @property
    def late_reception(self) -> Millis:
        """Z4a in milliseconds."""
        return self.late_reception_s * SECOND

    def places(self) -> tuple[Place, ...]:
        """Return every place a car can stand, in the order the screens show them."""
        listed = [Place(f"bay{i}", PlaceKind.BAY, name, 1) for i, name in enumerate(self.bays, 1)]
        listed += [
            Place("lane", PlaceKind.LANE, "", None),
            Place("temporary", PlaceKind.TEMPORARY, "", self.temporary_capacity),
            Place("repair", PlaceKind.REPAIR, "", self.repair_capacity),
        ]
        listed += [
            Place(f"waiting{i}", PlaceKind.WORKSHOP_BAY, name, 1) for i, name in enumerate(self.workshop_bays, 1)
        ]
        listed.append(Place("workshop", PlaceKind.WORKSHOP, "", None))
        return tuple(listed)


def means_a_place(name: str) -> bool:
    """Whether a name would be taken for another place on the command line."""
    return _PLACE_KEY.fullmatch("".join(clean_code(name).casefold().split())) is not None


def ceilings(policy: ZoneNumbers) -> dict[str, int]:
    """Return the most that a warning may be: the limit it warns of, unless that is none itself."""
    limits = {"over_stay_warning_s": policy.over_stay_s, "over_count_warning": policy.over_count}
    return {name: limit for name, limit in limits.items() if limit > 0}


def problems(policy: ZoneNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the zone's part."""
    for name, names, fewest in (("bays", policy.bays, 1), ("workshop_bays", policy.workshop_bays, 0)):
        distinct = len(set(names)) == len(names) and all(n.strip() for n in names)
        if any(map(means_a_place, names)) or not distinct or not fewest <= len(names) <= _MOST_BAYS:
            yield name, list(names), '["1", "2", "3"]'
    for name, limit in ceilings(policy).items():
        warning = getattr(policy, name)
        if warning > limit:
            yield name, warning, f"≤ {limit}"
