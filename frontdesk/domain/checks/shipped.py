"""The checks that come with the program; all of them are off until somebody switches them on (S3, S9, I15)."""

from enum import StrEnum

from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.stations.station import StationKind

GUARD, DESK, WORKSHOP, MANAGER = (
    StationKind.GUARD, StationKind.RECEPTION, StationKind.WORKSHOP, StationKind.MANAGER,
)  # fmt: skip


class ShippedCheck(StrEnum):
    """Their names, which are those of their playbooks too."""

    ZONE_MARKING = "zone_marking"
    VEHICLES = "service_vehicles"
    FIRST_AID = "first_aid_kit"
    EXTINGUISHERS = "extinguishers"
    ESCAPE_SIGNS = "escape_signs"
    SPARE_TOOLS = "spare_tools"
    RADIOS = "radios"
    EXTINGUISHER_DATES = "extinguisher_dates"
    ALARM_CAMERAS = "alarm_cameras"
    WIRING = "wiring"
    SAFETY_WALK = "safety_walk"
    PARTS_STOCK = "parts_stock"
    CONTACTS = "contacts_called"
    CARDS = "cards_printed"
    EMERGENCY_MONEY = "emergency_money"
    HOLIDAY = "before_holiday"


def _of(key: ShippedCheck, every: Every, by: str, station: StationKind) -> Check:
    return Check(key.value, key.value, every, by, station.value)


SHIPPED: tuple[Check, ...] = (
    _of(ShippedCheck.ZONE_MARKING, Every.DAILY, "09:00", GUARD),
    _of(ShippedCheck.VEHICLES, Every.DAILY, "09:30", WORKSHOP),
    _of(ShippedCheck.FIRST_AID, Every.WEEKLY, "17:00", DESK),
    _of(ShippedCheck.EXTINGUISHERS, Every.WEEKLY, "17:00", GUARD),
    _of(ShippedCheck.ESCAPE_SIGNS, Every.WEEKLY, "17:00", GUARD),
    _of(ShippedCheck.SPARE_TOOLS, Every.WEEKLY, "17:00", WORKSHOP),
    _of(ShippedCheck.RADIOS, Every.WEEKLY, "17:00", GUARD),
    _of(ShippedCheck.EXTINGUISHER_DATES, Every.MONTHLY, "17:00", GUARD),
    _of(ShippedCheck.ALARM_CAMERAS, Every.MONTHLY, "17:00", GUARD),
    _of(ShippedCheck.WIRING, Every.MONTHLY, "17:00", WORKSHOP),
    _of(ShippedCheck.SAFETY_WALK, Every.MONTHLY, "17:00", MANAGER),
    _of(ShippedCheck.PARTS_STOCK, Every.MONTHLY, "17:00", WORKSHOP),
    _of(ShippedCheck.CONTACTS, Every.MONTHLY, "17:00", DESK),
    _of(ShippedCheck.CARDS, Every.MONTHLY, "17:00", DESK),
    _of(ShippedCheck.EMERGENCY_MONEY, Every.QUARTERLY, "17:00", MANAGER),
    _of(ShippedCheck.HOLIDAY, Every.BEFORE_HOLIDAY, "16:00", MANAGER),
)
"""Each as it is until the store says otherwise."""

STARTER = (
    ShippedCheck.ZONE_MARKING, ShippedCheck.FIRST_AID, ShippedCheck.EXTINGUISHERS, ShippedCheck.EXTINGUISHER_DATES,
    ShippedCheck.SAFETY_WALK, ShippedCheck.HOLIDAY,
)  # fmt: skip
"""What every store can begin with: one short check a day, two a week, two a month."""

_BY_KEY = "check:"
"""Stands in a matter's title before the name of a check that has words in each language."""


def title_of(check: Check, thing: str = "") -> str:
    """Return the title of a check's matter as it is kept, with the thing that is checked."""
    named = f"{_BY_KEY}{check.key}" if check.key in set(ShippedCheck) else check.title or check.key
    return f"{named} {thing}".rstrip()


def named_in(title: str) -> tuple[ShippedCheck | None, str]:
    """Return the check with words that a kept title begins with, and the rest; None and the title where it has none."""
    key, _, rest = title.removeprefix(_BY_KEY).partition(" ")
    if title.startswith(_BY_KEY) and key in set(ShippedCheck):
        return ShippedCheck(key), rest
    return None, title


PER_VEHICLE = frozenset({ShippedCheck.VEHICLES.value})
"""The checks that are made for each vehicle of the register."""
