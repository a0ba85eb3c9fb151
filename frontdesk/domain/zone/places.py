"""The places a car can stand at."""

import re
from enum import StrEnum
from typing import NamedTuple

PLACE_LIMIT = 40


class PlaceKind(StrEnum):
    """The kinds of place of the glossary."""

    BAY = "bay"
    LANE = "lane"
    TEMPORARY = "temporary"
    REPAIR = "repair"
    WORKSHOP_BAY = "workshop_bay"
    WORKSHOP = "workshop"


IN_ZONE = frozenset({PlaceKind.BAY, PlaceKind.LANE})


_ZONE_KEY = re.compile(r"bay\d+|lane")


NEEDS_WORK_ORDER = frozenset({PlaceKind.WORKSHOP_BAY, PlaceKind.WORKSHOP})


def is_zone_key(key: str) -> bool:
    """Whether a place key belongs to the zone, even if the place is no longer in use."""
    return _ZONE_KEY.fullmatch(key) is not None


class Place(NamedTuple):
    """A place where a car can stand. `capacity` None means no limit."""

    key: str
    kind: PlaceKind
    name: str
    capacity: int | None

    @property
    def in_zone(self) -> bool:
        """Whether a car here counts as in the zone."""
        return self.kind in IN_ZONE
