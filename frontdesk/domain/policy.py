"""The store's policy: every number of the plan, in one value that all stations share."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from annotated_types import Ge, Le, Len

from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.plates import PROVINCES
from frontdesk.domain.zone import Place, PlaceKind

Seconds = Annotated[int, Ge(1), Le(86_400)]
Capacity = Annotated[int, Ge(0), Le(500)]
Names = Annotated[tuple[str, ...], Len(1, 60)]

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the plan lays down. Times in seconds; every default is the source documents' own number."""

    store_name: str = ""
    time_zone: str = "Asia/Shanghai"
    province: str = "苏"
    """The province character put before a plate that was typed without one."""

    bays: Names = ("1", "2", "3")
    """Z2: the names of the pre-inspection bays."""
    temporary_capacity: Capacity = 8
    repair_capacity: Capacity = 6
    workshop_bays: Annotated[tuple[str, ...], Len(0, 60)] = ("1", "2")

    over_count: Annotated[int, Ge(1), Le(500)] = 4
    """Z5: this many cars in the zone are too many (the number itself included)."""
    over_count_warning: Annotated[int, Ge(1), Le(500)] = 3
    over_stay_s: Seconds = 1200
    """Z6: longer than this in the zone is too long (the exact second is not)."""
    over_stay_warning_s: Seconds = 900
    late_reception_s: Seconds = 60
    """Z4a: received later than this is late."""
    late_reception_manager_s: Seconds = 180
    """A late reception that still stands this long after arrival goes to the manager too."""
    undo_s: Seconds = 120
    head_informed_s: Seconds = 1800
    """C3: the head of the outlet knows of a major complaint within this."""

    opening_hours: Annotated[tuple[str, ...], Len(7, 7)] = ("08:30-18:00",) * 7
    """Monday to Sunday, "08:30-18:00"; an empty text is a day the store is closed."""
    closed_dates: tuple[str, ...] = field(default=())
    """Days the store is closed, "2026-02-17"."""

    @property
    def over_stay(self) -> Millis:
        """Z6 in milliseconds."""
        return self.over_stay_s * SECOND

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


def inconsistencies(policy: Policy) -> list[tuple[str, object, str]]:
    """Return what single fields cannot show: (setting, its value, what would be right)."""
    wrong: list[tuple[str, object, str]] = []
    try:
        ZoneInfo(policy.time_zone)
    except (KeyError, ValueError, OSError):
        wrong.append(("time_zone", policy.time_zone, "Asia/Shanghai"))
    if policy.province not in PROVINCES or len(policy.province) != 1:
        wrong.append(("province", policy.province, PROVINCES))
    for name in ("bays", "workshop_bays"):
        names = getattr(policy, name)
        if len(set(names)) != len(names) or not all(n.strip() for n in names):
            wrong.append((name, list(names), '["1", "2", "3"]'))
    if policy.over_stay_warning_s > policy.over_stay_s:
        wrong.append(("over_stay_warning_s", policy.over_stay_warning_s, f"≤ {policy.over_stay_s}"))
    if policy.over_count_warning > policy.over_count:
        wrong.append(("over_count_warning", policy.over_count_warning, f"≤ {policy.over_count}"))
    for hours in policy.opening_hours:
        found = _HOURS.fullmatch(hours)
        if hours and (not found or hours[:5] >= hours[6:] or hours[6:] > "24:00"):
            wrong.append(("opening_hours", hours, "08:30-18:00"))
    if not any(policy.opening_hours):
        wrong.append(("opening_hours", list(policy.opening_hours), "08:30-18:00"))
    for day in policy.closed_dates:
        try:
            date.fromisoformat(day)
        except ValueError:
            wrong.append(("closed_dates", day, "2026-02-17"))
    return wrong
